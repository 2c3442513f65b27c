import type { LeastRecent } from "./lessons/least-recent";
import type { PartKeeper } from "./ui/kept";

/** The parts of one document: which of them were rendered before, and which are rendered with it. */
export class KeptParts implements PartKeeper {
  readonly #kept: LeastRecent<string, string>;
  readonly #page: string;
  readonly #asked: { readonly key: string; readonly html: string | undefined }[] = [];

  /**
   * @param kept what is known, by all that a part depends on
   * @param page what every part of this document depends on
   */
  constructor(kept: LeastRecent<string, string>, page: string) {
    this.#kept = kept;
    this.#page = page;
  }

  place(name: string, props: object): { readonly element: string; readonly isKnown: boolean } {
    const key = JSON.stringify([name, this.#page, props]);
    const html = this.#kept.get(key);
    const number = this.#asked.push({ key, html }) - 1;
    return { element: `kept-${number}`, isKnown: html !== undefined };
  }

  /** The document with its known parts put in; the others are kept from now on. */
  complete(document: string): string {
    const mark = /<kept-(\d+)><\/kept-\d+>/g;
    let complete = "";
    let at = 0;
    for (let found = mark.exec(document); found; found = mark.exec(document)) {
      const [text, number] = found;
      const part = this.#asked[Number(number)];
      if (!part) throw new Error(`There is no part ${number} in this document`);
      complete += document.slice(at, found.index);
      at = mark.lastIndex;
      if (part.html !== undefined) {
        complete += part.html;
        continue;
      }
      const end = document.indexOf(text, at);
      if (end < 0) throw new Error(`The part ${number} does not end`);
      const html = document.slice(at, end);
      this.#kept.set(part.key, html);
      complete += html;
      at = end + text.length;
      mark.lastIndex = at;
    }
    return complete + document.slice(at);
  }
}
