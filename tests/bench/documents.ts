/** Reading of documents that the product sent, to hold another's beside them. */

/** A document cut where its own markup begins and ends, and where the data of its script begins and ends. */
export interface Cut {
  readonly before: string;
  readonly markup: string;
  readonly beforeData: string;
  readonly data: string;
  readonly afterData: string;
}

const bodyBegins = "<body>";
const dataBegins = "window.__remixContext.streamController.enqueue(";
const dataEnds = ");</script>";

export function cutDocument(html: string): Cut {
  const body = placeOf(html, bodyBegins, 0) + bodyBegins.length;
  const scripts = placeOf(html, "<script nonce=", body);
  const data = placeOf(html, dataBegins, scripts) + dataBegins.length;
  const end = placeOf(html, dataEnds, data);
  return {
    before: html.slice(0, body),
    markup: html.slice(body, scripts),
    beforeData: html.slice(scripts, data),
    data: html.slice(data, end),
    afterData: html.slice(end),
  };
}

function placeOf(html: string, text: string, from: number): number {
  const place = html.indexOf(text, from);
  if (place < 0) throw new Error(`The document has no ${text}`);
  return place;
}

/** Markup without the comments by which React finds its places again. */
export function withoutComments(markup: string): string {
  return markup.replaceAll(/<!--.*?-->/g, "");
}
