/** Addresses in text from elsewhere. */
import type { PhrasingContent } from "mdast";
import { readUrl } from "#app/lessons/read-url";

/** An address as a link may lead to it; undefined where it may not. */
export function addressOf(url: string): string | undefined {
  const encoded = url.trim().replace(/[<>{}"`\\^|\s]/g, (sign) => encodeURIComponent(sign));
  return encoded.length <= 2_000 && readUrl(encoded, "module").kind === "external" ? encoded : undefined;
}

const looksLikeAddress = /(?:https?:\/\/|www\.|xmpp:|(?:mailto:)?[\w.+-]{1,64}@(?=[\w-]+\.\w))[^\s<>]+/giu;
const mail = /^(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]*[a-z0-9])+)/i;

/** Markdown makes links of addresses by itself: those that no link may lead to are set as code, the others as links. */
export function withAddresses(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  const finder = new RegExp(looksLikeAddress);
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const address = mail.exec(match[0]);
    const found = address?.[0] ?? match[0].replace(/[.,;:!?)\]'"*_~»”’]+$/u, "");
    if (!/[/.:]./.test(found)) continue;
    if (match.index > from) parts.push({ type: "text", value: text.slice(from, match.index) });
    const url = addressOf(address ? `mailto:${address[1]}` : found);
    parts.push(
      url === undefined
        ? { type: "inlineCode", value: found }
        : { type: "link", url, children: [{ type: "text", value: found }] },
    );
    from = match.index + found.length;
    finder.lastIndex = from;
  }
  if (from < text.length) parts.push({ type: "text", value: text.slice(from) });
  return parts;
}
