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
}

export interface SaverOptions {
  readonly person: string;
  readonly module: string;
  readonly path: string;
  /** Number of the version that is shown. */
  readonly version: number;
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
  #savedText: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #isClosed = false;
  #hasConflict = false;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#savedText = options.savedText;
    addEventListener("online", this.#retry);
    addEventListener("focus", this.#retry);
  }

  get version(): number {
    return this.#version;
  }

  get isUnsaved(): boolean {
    return this.#options.text() !== this.#savedText;
  }

  /** The text was changed. */
  changed(): void {
    const { module, path, person, text } = this.#options;
    if (!this.isUnsaved) return;
    keepText(person, module, path, { text: text(), from: this.#version });
    if (this.#hasConflict) return;
    this.#options.onStatus("unsaved");
    this.#after(pauseMs);
  }

  /** Saves now. */
  async save(options: { readonly stands?: boolean } = {}): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.#isSaving || (this.#hasConflict && !options.stands)) return;
    const { module, path, person } = this.#options;
    const text = this.#options.text();
    if (text === this.#savedText && !options.stands) {
      this.#options.onStatus("saved");
      return;
    }
    this.#isSaving = true;
    this.#options.onStatus("saving");
    const sent = await sendFields<SaveAnswer>(`/studio/${module}/save`, {
      path,
      text,
      from: this.#version,
      stands: options.stands ?? false,
    });
    this.#isSaving = false;
    if (sent.kind !== "answer") {
      this.#failed(sent);
      return;
    }
    const { saved, by } = sent.answer;
    if (saved.kind === "conflict") {
      this.#hasConflict = true;
      this.#options.onStatus("conflict");
      this.#options.onConflict({ theirs: saved.theirs.text, version: saved.theirs.version, by });
      return;
    }
    this.#hasConflict = false;
    this.#version = saved.version;
    this.#savedText = saved.kind === "merged" ? saved.text : text;
    const typedMeanwhile = this.#options.text() !== text;
    if (saved.kind === "merged" && !typedMeanwhile) this.#options.onMerged(saved.text);
    this.#options.onSaved(saved.at);
    if (typedMeanwhile) {
      // What was typed during the save began from the text that was sent.
      if (saved.kind === "merged") this.#savedText = text;
      this.changed();
      return;
    }
    forgetText(person, module, path);
    this.#options.onStatus(saved.kind === "merged" ? "merged" : "saved");
  }

  /** Somebody has chosen between two texts: theirs is taken as it is, or one's own stands. */
  async settle(conflict: Conflict, mine: boolean): Promise<void> {
    this.#version = conflict.version;
    if (mine) return await this.save({ stands: true });
    const { module, path, person } = this.#options;
    this.#hasConflict = false;
    this.#savedText = conflict.theirs;
    forgetText(person, module, path);
    this.#options.onMerged(conflict.theirs);
    this.#options.onStatus("saved");
  }

  /** Another's newer text was fetched, while nothing was typed here. */
  follow(text: string, version: number): void {
    this.#savedText = text;
    this.#version = version;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.#retry);
    removeEventListener("focus", this.#retry);
  }

  #failed(sent: { readonly kind: "offline" | "signed-out" } | { readonly kind: "refused"; readonly status: number }) {
    const { onStatus } = this.#options;
    if (sent.kind === "refused")
      onStatus(
        sent.status === 409 ? "publishing" : sent.status === 400 || sent.status === 413 ? "too-long" : "refused",
      );
    else onStatus(sent.kind);
    // Asked again by itself, whatever the reason: the text waits on this device.
    this.#after(againMs);
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.save(), ms);
  }

  readonly #retry = (): void => {
    if (this.isUnsaved) void this.save();
  };
}
