/**
 * Makes HTML from anywhere HTML of a few elements that close in order and lie no deeper than people write. Takes time by
 * the length of the text alone; a parser takes the rest from there, whatever somebody was sent.
 */

/** Nothing but its content is kept of an element that is not named here; `div` stands for those that only hold others. */
const kept: ReadonlyMap<string, string> = new Map(
  Object.entries({
    p: "p",
    div: "div section article main header footer aside nav center figure figcaption address details summary dl dt dd",
    h1: "h1",
    h2: "h2",
    h3: "h3",
    h4: "h4",
    h5: "h5",
    h6: "h6",
    ul: "ul menu dir",
    ol: "ol",
    li: "li",
    blockquote: "blockquote",
    pre: "pre",
    code: "code kbd samp tt",
    table: "table",
    thead: "thead",
    tbody: "tbody",
    tfoot: "tfoot",
    tr: "tr",
    td: "td",
    th: "th",
    a: "a",
    strong: "strong",
    b: "b",
    em: "em",
    i: "i",
    s: "s strike",
    del: "del",
    ins: "ins",
    span: "span font",
    br: "br",
    hr: "hr",
    img: "img picture",
  }).flatMap(([to, from]) => from.split(" ").map((name) => [name, to] as const)),
);

/** What is left out with all that it holds. */
const dropped =
  /^(?:script|style|title|textarea|xml|svg|math|iframe|object|noscript|noembed|noframes|template|select|audio|video|canvas|datalist|xmp)$/;
const empty = /^(?:br|hr|img)$/;
const table = /^(?:table|thead|tbody|tfoot|tr)$/;
const blocks = /^(?:p|div|h[1-6]|ul|ol|li|blockquote|pre|table|hr)$/;
const deepest = 40;
const attributesAtMost = 30;
const keptAttributes = /^(?:href|style|class|start|colspan|cite|datetime)$/;
const longestAttribute = 2_000;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly end: number;
}

const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9:_-]*)/y;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/y;

function written(name: string, value: string): string {
  if (name === "colspan") return /^(?:[2-9]|1\d)$/.test(value) ? ` colspan="${value}"` : "";
  if (name === "start") return /^\d{1,8}$/.test(value) ? ` start="${value}"` : "";
  return ` ${name}="${value.slice(0, longestAttribute).replace(/"/g, "&quot;").replace(/</g, "&lt;")}"`;
}

function readTag(html: string, at: number): Tag | undefined {
  tagName.lastIndex = at;
  const opening = tagName.exec(html);
  if (!opening) return undefined;
  let end = tagName.lastIndex;
  let attributes = "";
  const seen = new Set<string>();
  for (let count = 0; end < html.length && html[end] !== ">"; count += 1) {
    attribute.lastIndex = end;
    const found = attribute.exec(html);
    if (!found) {
      end += 1;
      count -= 1;
      continue;
    }
    end = attribute.lastIndex;
    const name = (found[1] ?? "").toLowerCase();
    if (count > attributesAtMost || seen.has(name) || !keptAttributes.test(name)) continue;
    seen.add(name);
    attributes += written(name, found[2] ?? found[3] ?? found[4] ?? "");
  }
  return { name: (opening[2] ?? "").toLowerCase(), closes: opening[1] === "/", attributes, end: end + 1 };
}

class Writer {
  readonly #open: string[] = [];
  /** Elements that are not written because they lie too deep; their ends are not written either. */
  readonly #tooDeep = new Map<string, number>();
  #text = "";

  text(text: string): void {
    this.#text += text.replace(/</g, "&lt;");
  }

  /** Closes what is open, the innermost first, until so many are left. */
  #closeTo(length: number): void {
    while (this.#open.length > length) this.#text += `</${this.#open.pop()}>`;
  }

  /** Where the innermost open element lies that `wanted` names, not looked for beyond one that `wall` names. */
  #find(wanted: RegExp, wall: RegExp): number {
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      const name = this.#open[index] ?? "";
      if (wanted.test(name)) return index;
      if (wall.test(name)) return -1;
    }
    return -1;
  }

  /** Ends what a new element ends without saying so, as browsers have it. */
  #endBefore(name: string): boolean {
    const end = (wanted: RegExp, wall: RegExp) => {
      const found = this.#find(wanted, wall);
      if (found >= 0) this.#closeTo(found);
    };
    if (blocks.test(name)) end(/^(?:p|h[1-6])$/, /^(?:table|td|th|li|div|blockquote|ul|ol)$/);
    if (name === "li") end(/^li$/, /^(?:ul|ol|table|td|th)$/);
    if (name === "a") end(/^a$/, /^(?:td|th)$/);
    const holders = { td: /^tr$/, th: /^tr$/, tr: /^(?:table|thead|tbody|tfoot)$/ }[name];
    const holder = holders ?? (/^t(?:head|body|foot)$/.test(name) ? /^table$/ : undefined);
    if (holder) {
      const found = this.#find(holder, /^table$/);
      if (found < 0) return false;
      this.#closeTo(found + 1);
    } else if (table.test(this.#open.at(-1) ?? "")) return false;
    return true;
  }

  open(name: string, attributes: string): void {
    if (!this.#endBefore(name)) return;
    if (empty.test(name)) this.#text += `<${name}>`;
    else if (this.#open.length >= deepest) this.#tooDeep.set(name, (this.#tooDeep.get(name) ?? 0) + 1);
    else {
      this.#text += `<${name}${attributes}>`;
      this.#open.push(name);
    }
  }

  close(name: string): void {
    const deep = this.#tooDeep.get(name) ?? 0;
    if (deep > 0) {
      this.#tooDeep.set(name, deep - 1);
      return;
    }
    const found = this.#find(new RegExp(`^${name}$`), table.test(name) ? /^table$/ : /^(?:td|th|table)$/);
    if (found >= 0) this.#closeTo(found);
  }

  end(): string {
    this.#closeTo(0);
    return this.#text;
  }
}

/** Where what begins at `at` ends: after the first `sign`, or with the text. */
function after(html: string, sign: string, at: number): number {
  const found = html.indexOf(sign, at);
  return found < 0 ? html.length : found + sign.length;
}

export function tidyHtml(html: string): string {
  const writer = new Writer();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next < 0) break;
    writer.text(html.slice(at, next));
    at = next;
    if (html.startsWith("<!--", at)) at = after(html, "-->", at + 4);
    else if (html[at + 1] === "!" || html[at + 1] === "?") at = after(html, ">", at);
    else {
      const tag = readTag(html, at);
      if (!tag) {
        writer.text("<");
        at += 1;
        continue;
      }
      at = tag.end;
      if (dropped.test(tag.name)) {
        if (!tag.closes && html[at - 2] !== "/") {
          const closing = new RegExp(`</${tag.name}[\\s/>]`, "gi");
          closing.lastIndex = at;
          at = closing.exec(html) ? after(html, ">", closing.lastIndex - 1) : html.length;
        }
        continue;
      }
      const name = kept.get(tag.name);
      if (name === undefined) continue;
      if (tag.closes) writer.close(name);
      else writer.open(name, tag.attributes);
    }
  }
  if (at < html.length) writer.text(html.slice(at));
  return writer.end();
}
