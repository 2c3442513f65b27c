import { type ProblemSaid, say } from "#app/words/areas/problems";

/** Where a link of a lesson leads. */
export type LinkTarget =
  | { readonly kind: "external"; readonly url: string }
  | { readonly kind: "anchor"; readonly anchor: string }
  | { readonly kind: "lesson"; readonly module: string; readonly lesson?: string; readonly anchor?: string }
  | { readonly kind: "media"; readonly path: string }
  | { readonly kind: "refused"; readonly reason: ProblemSaid };

const refused = (reason: ProblemSaid): LinkTarget => ({ kind: "refused", reason });

/**
 * Reads an address as the dialect allows it: `https:`, `mailto:`, `tel:`, a path inside the course, or `#anchor`.
 * Anything that is not plainly one of these is refused; nothing is repaired.
 *
 * Paths count from the module's folder: `02-tone`, `../answering/01-audience#names`, `media/thread.png`.
 */
export function readUrl(url: string, module: string): LinkTarget {
  if ([...url].some(isHidden)) {
    return refused(say("addressHidden"));
  }
  if (url.startsWith("#")) {
    const anchor = decoded(url.slice(1));
    return anchor ? { kind: "anchor", anchor } : refused(say("addressAnchor"));
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "https") return external(url);
  if (scheme === "mailto" || scheme === "tel") {
    return url.length > scheme.length + 1 ? { kind: "external", url } : refused(say("addressNothing", { scheme }));
  }
  if (scheme === "http") return refused(say("addressHttp", { address: `https:${url.slice(5)}` }));
  if (scheme !== undefined) {
    return refused(say("addressScheme", { scheme }));
  }
  if (url.startsWith("//")) return refused(say("addressDoubleSlash", { address: `https:${url}` }));
  if (url.startsWith("/")) return refused(say("addressRoot"));
  return inCourse(url, module);
}

/** White space, control characters, and the backslash that browsers read as a slash. */
function isHidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x2028 || code === 0x2029 || character === "\\";
}

function external(url: string): LinkTarget {
  try {
    const parsed = new URL(url);
    if (parsed.username || parsed.password) return refused(say("addressUser"));
    if (!/^https:\/\/[^/]/i.test(url)) return refused(say("addressForm"));
    return { kind: "external", url };
  } catch {
    return refused(say("addressBroken"));
  }
}

function inCourse(url: string, module: string): LinkTarget {
  const [path = "", ...rest] = url.split("#");
  const anchor = rest.length ? decoded(rest.join("#")) : undefined;
  const parts = path
    .split("/")
    .filter((part, index, all) => part !== "." && !(part === "" && index === all.length - 1));
  if (parts[0] === "media") {
    return parts.length === 2 && anchor === undefined && !parts.includes("..")
      ? { kind: "media", path: parts.join("/") }
      : refused(say("addressMedia"));
  }
  let inModule: string | undefined = module;
  if (parts[0] === "..") {
    parts.shift();
    inModule = parts.shift();
  }
  const name = /^[a-z0-9-]+$/;
  const lesson = parts.shift()?.replace(/(\.[a-z]{2,3})?\.mdx$/, "");
  if (!inModule || !name.test(inModule) || (lesson !== undefined && !name.test(lesson)) || parts.length > 0) {
    return refused(say("addressInCourse"));
  }
  return {
    kind: "lesson",
    module: inModule,
    ...(lesson === undefined ? {} : { lesson }),
    ...(anchor ? { anchor } : {}),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
