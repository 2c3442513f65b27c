/** Saves a file while it is typed: some time after the last key, one save at a time, and again once there is a network. */
import type { Saved } from "../../drafts/write-draft.server";
import { forgetText, keepText } from "./kept-text";
import { sendFields } from "./send-fields";

export type SaveStatus =
  | "saved"
  | "unsaved"
  | "saving"
  | "offline"
  | "signed-out"
  | "refused"
  | "publishing"
  | "too-long"
  | "merged"
  | "gone"
  | "conflict";

/** Another's text that changes the same lines. */
export interface Conflict {
  readonly theirs: string;
  readonly version: number;
  /** Their name; null: it is not known. */
  readonly by: string | null;
}

/** What a save is answered with. */
export interface SaveAnswer {
  readonly saved: Saved;
  /** Name of whoever saved the other text. */
  readonly by: string | null;
  /** The open draft. */
  readonly draftId: string | null;
}

export interface SaverOptions {
  readonly person: string;
  readonly module: string;
  readonly path: string;
  /** Number of the version that is shown. */
  readonly version: number;
  /** The draft of that version; null: none was open. */
  readonly draftId: string | null;
  /** Number of the revision that is shown where there is no version; null: there is none. */
  readonly revision: number | null;
  readonly savedText: string;
  text(): string;
  onStatus(status: SaveStatus): void;
  /** Both changes are in this text now. */
  onMerged(text: string): void;
  onConflict(conflict: Conflict): void;
  onSaved(at: string): void;
}

const pauseMs = 700;
const againMs = 5_000;

export class DraftSaver {
  readonly #options: SaverOptions;
  #version: number;
  #draftId: string | null;
  #savedText: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #hasConflict = false;
  /** One's own text was chosen, and is not taken yet. */
  #stands = false;
  /** The file is not in the draft any more. */
  #isGone = false;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#draftId = options.draftId;
    this.#savedText = options.savedText;
    addEventListener("online", this.#retry);
    addEventListener("focus", this.#retry);
  }

  get version(): number {
    return this.#version;
  }

  get draftId(): string | null {
    return this.#draftId;
  }

  get isUnsaved(): boolean {
    return this.#options.text() !== this.#savedText;
  }

  /** The text was changed. */
  changed(): void {
    const { module, path, person, revision, text } = this.#options;
    if (!this.isUnsaved) {
      // Taken back before it was saved: nothing waits any more.
      clearTimeout(this.#timer);
      forgetText(person, module, path);
      if (!this.#hasConflict && !this.#running) this.#options.onStatus("saved");
      return;
    }
    keepText(person, module, path, { text: text(), from: this.#version, draftId: this.#draftId, revision });
    if (this.#hasConflict && !this.#stands) return;
    this.#options.onStatus("unsaved");
    this.#after(pauseMs);
  }

  /** Saves now; one save follows another. */
  async save(): Promise<void> {
    while (this.#running) await this.#running;
    clearTimeout(this.#timer);
    if (this.#isClosed || this.#isGone || (this.#hasConflict && !this.#stands)) return;
    if (!this.isUnsaved && !this.#stands) {
      this.#options.onStatus("saved");
      return;
    }
    this.#running = this.#send();
    await this.#running;
  }

  /** Saves whatever is not saved, before something that needs all of it; gives up where it cannot be saved. */
  async flush(): Promise<void> {
    for (let tries = 0; tries < 3 && (this.#running || this.isUnsaved); tries += 1) await this.save();
  }

  async #send(): Promise<void> {
    const { module, path, person, revision } = this.#options;
    const text = this.#options.text();
    this.#options.onStatus("saving");
    const sent = await sendFields<SaveAnswer>(`/studio/${module}/save`, {
      path,
      text,
      from: this.#version,
      draft: this.#draftId,
      revision,
      stands: this.#stands,
    });
    this.#running = null;
    if (sent.kind === "answer") this.#answered(sent.answer, text);
    else this.#failed(sent);
    if (!this.isUnsaved) forgetText(person, module, path);
  }

  #answered({ saved, by, draftId }: SaveAnswer, text: string): void {
    this.#draftId = draftId ?? this.#draftId;
    if (saved.kind === "gone") {
      this.#isGone = true;
      this.#options.onStatus("gone");
      return;
    }
    if (saved.kind === "conflict") {
      this.#hasConflict = true;
      this.#stands = false;
      this.#options.onStatus("conflict");
      this.#options.onConflict({ theirs: saved.theirs.text, version: saved.theirs.version, by });
      return;
    }
    this.#hasConflict = false;
    this.#stands = false;
    const typedMeanwhile = this.#options.text() !== text;
    if (saved.kind === "merged" && typedMeanwhile) {
      // What was typed during the save began from the text that was sent, and does not have the other's change.
      this.#version = saved.sent;
      this.#savedText = text;
    } else {
      this.#version = saved.version;
      this.#savedText = saved.kind === "merged" ? saved.text : text;
      if (saved.kind === "merged") this.#options.onMerged(saved.text);
    }
    this.#options.onSaved(saved.at);
    if (typedMeanwhile) this.changed();
    else this.#options.onStatus(saved.kind === "merged" ? "merged" : "saved");
  }

  /** Somebody has chosen between two texts: theirs is taken as it is, or one's own stands. */
  async settle(conflict: Conflict, mine: boolean): Promise<void> {
    this.#version = conflict.version;
    if (mine) {
      this.#stands = true;
      return await this.save();
    }
    const { module, path, person } = this.#options;
    this.#hasConflict = false;
    this.#savedText = conflict.theirs;
    forgetText(person, module, path);
    this.#options.onMerged(conflict.theirs);
    this.#options.onStatus("saved");
  }

  /** Another's newer text was fetched, while nothing was typed here. */
  follow(text: string, version: number, draftId: string | null): void {
    this.#savedText = text;
    this.#version = version;
    this.#draftId = draftId;
  }

  /** Saves what is left, and ends. */
  async close(): Promise<void> {
    removeEventListener("online", this.#retry);
    removeEventListener("focus", this.#retry);
    await this.flush();
    clearTimeout(this.#timer);
    this.#isClosed = true;
  }

  #failed(sent: { readonly kind: "offline" | "signed-out" } | { readonly kind: "refused"; readonly status: number }) {
    const { onStatus } = this.#options;
    if (sent.kind === "refused") {
      const isTooLong = sent.status === 400 || sent.status === 413;
      onStatus(sent.status === 409 ? "publishing" : isTooLong ? "too-long" : "refused");
    } else onStatus(sent.kind);
    // Asked again by itself, whatever the reason: the text waits on this device.
    this.#after(againMs);
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.save(), ms);
  }

  readonly #retry = (): void => {
    if (this.isUnsaved || this.#stands) void this.save();
  };
}
