import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { type ProblemSaid, say } from "#app/words/areas/problems";

/** A picture that lessons may show: known by its content, not by its name. */
export interface Picture {
  /** SHA-256 of the bytes, in lower-case hex. */
  readonly hash: string;
  readonly type: "image/png" | "image/jpeg" | "image/webp" | "image/svg+xml";
  /** The usual ending of the type, without a dot. */
  readonly extension: "png" | "jpg" | "webp" | "svg";
  /** Pixels; of an SVG, the size that it asks for. */
  readonly width: number;
  readonly height: number;
}

/** The usual ending of a type, without a dot. */
export function extensionOf(type: string): Picture["extension"] {
  return Object.values(types).find((known) => known.type === type)?.extension ?? "svg";
}

/** Eight megabytes: pictures are sent to telephones. */
export const largestPicture = 8_000_000;
const largestSide = 12_000;

const types = {
  png: { type: "image/png", extension: "png" },
  jpg: { type: "image/jpeg", extension: "jpg" },
  webp: { type: "image/webp", extension: "webp" },
  svg: { type: "image/svg+xml", extension: "svg" },
} as const;

/**
 * Reads type and size of a picture from its bytes; its name is not looked at.
 * An SVG is refused when it could run or fetch anything.
 *
 * @returns the picture, or what to say of why it is refused and what to do (it has a `key`)
 */
export function readPicture(bytes: Uint8Array): Picture | ProblemSaid {
  if (bytes.length > largestPicture) return say("pictureTooLarge", { megabytes: largestPicture / 1_000_000 });
  const kind = kindOf(bytes);
  if (!kind) return say("pictureKind");
  if (kind === "svg") {
    const fault = faultOfSvg(bytes);
    if (fault) return fault;
  }
  let size: { width?: number; height?: number };
  try {
    size = imageSize(bytes);
  } catch {
    return say("pictureSize");
  }
  const width = Math.round(size.width ?? 0);
  const height = Math.round(size.height ?? 0);
  if (!(width > 0 && height > 0)) {
    return kind === "svg" ? say("svgSize") : say("pictureEmpty");
  }
  if (width > largestSide || height > largestSide) return say("pictureTooWide", { pixels: largestSide });
  return { hash: createHash("sha256").update(bytes).digest("hex"), ...types[kind], width, height };
}

function kindOf(bytes: Uint8Array): keyof typeof types | undefined {
  const begins = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (begins(0xff, 0xd8, 0xff)) return "jpg";
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  return /^(\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text) ? "svg" : undefined;
}

/**
 * An SVG is text that a browser would execute if it were opened by itself, so only a drawing is accepted: no script,
 * no handlers, no foreign content, nothing fetched, no entities that could hide any of it.
 */
function faultOfSvg(bytes: Uint8Array): ProblemSaid | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return say("svgEncoding");
  }
  const refuse = (what: ProblemSaid) => say("svgHolds", { what });
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
