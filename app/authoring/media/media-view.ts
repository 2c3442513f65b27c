/** What the page of a module's files is made of. Plain data. */
import type { MediaKind } from "#app/lessons/media";

export interface MediaEntry {
  /** As lessons write it: `media/thread.png`. */
  readonly name: string;
  readonly kind: MediaKind;
  /** PNG, MP4 and so on. */
  readonly form: string;
  readonly href: string;
  /** A picture of it, small where there is one. */
  readonly thumbnail: string | null;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  /** Paths of the draft's files that show it. */
  readonly usedIn: readonly string[];
}

export interface MediaView {
  readonly module: { readonly id: string; readonly title: string };
  readonly files: readonly MediaEntry[];
  /** Files of the draft that something can be put into. */
  readonly lessons: readonly string[];
  /** Captions of the module, for its videos. */
  readonly captions: readonly string[];
}
