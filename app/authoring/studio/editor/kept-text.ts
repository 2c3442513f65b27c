/** What was typed and is not saved yet, kept on this device: it outlives a crash, a closed lid and an ended session. */

export interface KeptText {
  readonly text: string;
  /** Number of the version that was changed. */
  readonly from: number;
  /** The draft of that version; null: none was open. */
  readonly draftId: string | null;
  /** Number of the revision that was changed where there was no version. */
  readonly revision: number | null;
}

const prefix = "repris studio ";

function keyOf(person: string, module: string, path: string): string {
  return `${prefix}${person} ${module} ${path}`;
}

/** A browser may have no storage, or no room in it: then nothing is kept. */
export function keepText(person: string, module: string, path: string, kept: KeptText): void {
  // A device that several people use keeps nothing.
  if (document.documentElement.hasAttribute("data-shared")) return;
  try {
    localStorage.setItem(keyOf(person, module, path), JSON.stringify(kept));
  } catch {
    // The text is still on the page.
  }
}

export function keptText(person: string, module: string, path: string): KeptText | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person, module, path)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("text" in kept) || !("from" in kept)) return null;
    const { draftId = null, from, revision = null, text } = kept as Partial<KeptText>;
    return typeof text === "string" && typeof from === "number" ? { text, from, draftId, revision } : null;
  } catch {
    return null;
  }
}

export function forgetText(person: string, module: string, path: string): void {
  try {
    localStorage.removeItem(keyOf(person, module, path));
  } catch {
    // Nothing was kept.
  }
}
