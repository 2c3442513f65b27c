import { SaxesParser } from "saxes";
import { say } from "#app/words/areas/problems";
import { fault, type MediaFault } from "./media";

/** What drawings are made of. */
const elements = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc
  linearGradient radialGradient stop clipPath mask pattern marker style
  filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feTurbulence feDistantLight fePointLight feSpotLight
  feDiffuseLighting feSpecularLighting feDisplacementMap feConvolveMatrix`.split(/\s+/),
);

/** What says how a drawing looks; `data-`, handlers, and whatever programs keep for themselves are not among it. */
const attributes = new Set(
  `id class x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox preserveAspectRatio transform href xlink:href
  fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray
  stroke-dashoffset stroke-opacity opacity color display visibility overflow clip-path clip-rule mask filter style
  paint-order vector-effect shape-rendering text-rendering color-interpolation color-interpolation-filters
  font-family font-size font-style font-weight font-variant letter-spacing word-spacing text-anchor text-decoration
  dominant-baseline alignment-baseline baseline-shift writing-mode dx dy rotate textLength lengthAdjust startOffset
  gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity fx fy fr
  clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform
  markerWidth markerHeight markerUnits refX refY orient marker-start marker-mid marker-end
  filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 stdDeviation radius
  flood-color flood-opacity lighting-color surfaceScale diffuseConstant specularConstant specularExponent azimuth
  elevation scale xChannelSelector yChannelSelector order kernelMatrix divisor bias targetX targetY edgeMode
  baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
  version xml:space xml:lang lang role aria-label aria-labelledby aria-hidden xmlns xmlns:xlink`.split(/\s+/),
);

/** What puts something on the page; the rest groups it, describes it, or is used by it. */
const drawn = /^(?:path|rect|circle|ellipse|line|polyline|polygon|text|use)$/;
const inText = /^(?:text|tspan|textPath)$/;

/** Elements whose content stays without them: a link leads nowhere, and of a choice the first that is taken. */
const opened = new Set(["a", "switch"]);

const fetches = /url\(\s*["']?\s*(?!["'#\s])|@import|javascript:|data:|expression\(|\\/i;
const deepest = 200;

export interface CleanedSvg {
  readonly svg: Uint8Array;
  /** Names of elements and attributes that were left out, each once. */
  readonly removed: readonly string[];
  /** Whether anything is drawn. */
  readonly draws: boolean;
}

/**
 * An SVG written anew from nothing but what drawings are made of: what could run, fetch, hide or be of no use to a
 * reader is left out with all that is in it. What stands in a link or in a `switch` stays.
 */
export function cleanSvg(bytes: Uint8Array): CleanedSvg | MediaFault {
  const removed = new Set<string>();
  const out: string[] = [];
  const open: string[] = [];
  /** Of each open element: whether it is a choice, and one of those in it is taken. */
  const chosen: (boolean | null)[] = [];
  // How many elements deep we are in what is left out.
  let skipped = 0;
  let inStyle: string | undefined;
  let draws = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name: own, attributes: given }) => {
    const isOpened = opened.has(own) && open.length > 0;
    const name = isOpened ? (inText.test(open.at(-1) ?? "") ? "tspan" : "g") : own;
    if (open.length + skipped > deepest) throw new Error("The drawing is nested too deeply");
    const isWanted = (chosen.at(-1) ?? null) === null || (chosen.at(-1) === false && !("systemLanguage" in given));
    const isAllowed = elements.has(name) && (open.length > 0 || name === "svg") && isWanted;
    if (skipped > 0 || !isAllowed) {
      if (skipped === 0) removed.add(`<${own}>`);
      skipped += 1;
      return;
    }
    if (isOpened) removed.add(`<${own}>`);
    if (drawn.test(name)) draws = true;
    out.push(`<${name}`);
    for (const [attribute, value] of Object.entries(given)) {
      const isKept = isPlain(attribute, value) && !(isOpened && /href$/.test(attribute));
      if (isKept) out.push(` ${attribute}="${escaped(plainly(attribute, value)).replaceAll('"', "&quot;")}"`);
      else removed.add(attribute);
    }
    out.push(">");
    if (chosen.at(-1) === false) chosen[chosen.length - 1] = true;
    open.push(name);
    chosen.push(own === "switch" ? false : null);
    if (name === "style") inStyle = "";
  });
  const text = (value: string) => {
    if (skipped > 0 || open.length === 0) return;
    if (inStyle === undefined) out.push(escaped(value));
    else inStyle += value;
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", () => {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    if (inStyle !== undefined) {
      if (fetches.test(inStyle)) removed.add("<style>");
      else out.push(escaped(inStyle));
      inStyle = undefined;
    }
    chosen.pop();
    out.push(`</${open.pop()}>`);
  });
  parser.on("error", (error) => {
    throw error;
  });
  try {
    parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  } catch {
    return fault("broken", say("svgBroken"));
  }
  return out.length === 0
    ? fault("broken", say("svgBroken"))
    : { svg: new TextEncoder().encode(out.join("")), removed: [...removed].sort(), draws };
}

function isPlain(name: string, value: string): boolean {
  if (!attributes.has(name)) return false;
  if (name === "xmlns") return value === "http://www.w3.org/2000/svg";
  if (name === "xmlns:xlink") return value === "http://www.w3.org/1999/xlink";
  if (name === "href" || name === "xlink:href") return value.startsWith("#");
  return !fetches.test(value);
}

/** The edges of a drawing with spaces between them, which is how its size is read. */
function plainly(name: string, value: string): string {
  return name === "viewBox" ? value.replace(/[\s,]+/g, " ").trim() : value;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
