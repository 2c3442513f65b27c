import { type ProblemSaid, say } from "#app/words/areas/problems";
import { fault, type MediaFault } from "./media";

/** Whether a text, the bytes of a file read as Latin 1, begins as an SVG does. */
export function isDrawing(head: string): boolean {
  return /^(\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/.test(head);
}

/**
 * An SVG is text that a browser would execute if it were opened by itself, so only a drawing is accepted: no script,
 * no handlers, no foreign content, nothing fetched, no entities that could hide any of it.
 */
export function faultOfSvg(bytes: Uint8Array): MediaFault | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fault("broken", say("svgEncoding"));
  }
  const refuse = (what: ProblemSaid) => fault("unsafe", say("svgHolds", { what }));
  if (/<!(doctype|entity|\[cdata\[)/i.test(text)) return refuse(say("svgDeclarations"));
  if (/<\?(?!xml\s)/i.test(text)) return refuse(say("svgInstruction"));
  // Character references could spell any of the words below.
  const plain = text.replace(/&#(x[0-9a-f]+|[0-9]+);?/gi, (_, code: string) => {
    const point = code[0]?.toLowerCase() === "x" ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
  const element =
    /<\s*(?:[\w.-]+:)?(script|foreignobject|iframe|embed|object|audio|video|handler|listener|set|animate\w*|image|feimage)\b/i.exec(
      plain,
    );
  if (element) return refuse(say("svgElement", { name: element[1] ?? "" }));
  if (/[\s"'/]on[a-z]+\s*=/i.test(plain)) return refuse(say("svgHandler"));
  for (const reference of plain.matchAll(/(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)) {
    const target = (reference[1] ?? reference[2] ?? reference[3] ?? "").trim();
    if (!target.startsWith("#")) return refuse(say("svgReference"));
  }
  for (const reference of plain.matchAll(/url\(\s*["']?\s*([^)"']*)/gi)) {
    if (!(reference[1] ?? "").trim().startsWith("#")) return refuse(say("svgReference"));
  }
  if (/@import|javascript:|data:/i.test(plain)) return refuse(say("svgAddress"));
  return undefined;
}
