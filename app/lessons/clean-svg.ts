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

const fetches = /url\(\s*["']?\s*(?!["'#\s])|@import|javascript:|data:|expression\(|\\/i;
const deepest = 200;

export interface CleanedSvg {
  readonly svg: Uint8Array;
  /** Names of elements and attributes that were left out, each once. */
  readonly removed: readonly string[];
}

/**
 * An SVG written anew from nothing but what drawings are made of: what could run, fetch, hide or be of no use to a
 * reader is left out with all that is in it.
 */
export function cleanSvg(bytes: Uint8Array): CleanedSvg | MediaFault {
  const removed = new Set<string>();
  const out: string[] = [];
  const open: string[] = [];
  // How many elements deep we are in what is left out.
  let skipped = 0;
  let inStyle: string | undefined;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes: given }) => {
    if (open.length + skipped > deepest) throw new Error("The drawing is nested too deeply");
    const isAllowed = elements.has(name) && (open.length > 0 || name === "svg");
    if (skipped > 0 || !isAllowed) {
      if (skipped === 0) removed.add(`<${name}>`);
      skipped += 1;
      return;
    }
    out.push(`<${name}`);
    for (const [attribute, value] of Object.entries(given)) {
      if (isPlain(attribute, value)) out.push(` ${attribute}="${escaped(value).replaceAll('"', "&quot;")}"`);
      else removed.add(attribute);
    }
    out.push(">");
    open.push(name);
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
    : { svg: new TextEncoder().encode(out.join("")), removed: [...removed].sort() };
}

function isPlain(name: string, value: string): boolean {
  if (!attributes.has(name)) return false;
  if (name === "xmlns") return value === "http://www.w3.org/2000/svg";
  if (name === "xmlns:xlink") return value === "http://www.w3.org/1999/xlink";
  if (name === "href" || name === "xlink:href") return value.startsWith("#");
  return !fetches.test(value);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
