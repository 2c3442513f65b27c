/** What lessons can show besides text, known by its content and not by its name. */
import type { ProblemSaid } from "#app/words/areas/problems";

export type MediaKind = "picture" | "video" | "captions" | "document";

interface TypeRule {
  readonly kind: MediaKind;
  /** The usual ending, without a dot. */
  readonly extension: string;
  /** Bytes at most. */
  readonly limit: number;
}

const megabyte = 1_000_000;

/** Every type that is taken. Pictures go to telephones; a video is short, or it belongs elsewhere. */
const types = {
  "image/png": { kind: "picture", extension: "png", limit: 8 * megabyte },
  "image/jpeg": { kind: "picture", extension: "jpg", limit: 8 * megabyte },
  "image/webp": { kind: "picture", extension: "webp", limit: 8 * megabyte },
  "image/avif": { kind: "picture", extension: "avif", limit: 8 * megabyte },
  "image/svg+xml": { kind: "picture", extension: "svg", limit: megabyte },
  "video/mp4": { kind: "video", extension: "mp4", limit: 60 * megabyte },
  "text/vtt": { kind: "captions", extension: "vtt", limit: megabyte },
  "application/pdf": { kind: "document", extension: "pdf", limit: 20 * megabyte },
} as const satisfies Record<string, TypeRule>;

export type MediaType = keyof typeof types;

/** The size of the largest file that any type may have. */
export const largestMedia = Math.max(...Object.values(types).map(({ limit }) => limit));

/** A file that lessons may show. */
export interface Media {
  /** SHA-256 of the bytes, in lower-case hex. */
  readonly hash: string;
  readonly type: MediaType;
  readonly bytes: number;
  /** Pixels; of an SVG, the size that it asks for; null for what has no size. */
  readonly width: number | null;
  readonly height: number | null;
  /** How long a video takes, in whole seconds; null for what takes no time. */
  readonly seconds: number | null;
}

export type MediaFaultCode =
  | "empty"
  | "unknown"
  | "too-large"
  | "too-many-pixels"
  | "moves"
  | "broken"
  | "unsafe"
  | "locked"
  | "no-size"
  | "nothing-drawn"
  | "other-video"
  | "captions";

/** Why a file is not taken. */
export interface MediaFault {
  readonly code: MediaFaultCode;
  /** What to say of it, and what to do. */
  readonly said: ProblemSaid;
  /** Of a text: the line at fault, from 1. */
  readonly line?: number;
}

export function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(types, type);
}

export function kindOf({ type }: Pick<Media, "type">): MediaKind {
  return types[type].kind;
}

export function extensionOf(type: MediaType): string {
  return types[type].extension;
}

export function limitOf(type: MediaType): number {
  return types[type].limit;
}

export function fault(code: MediaFaultCode, said: ProblemSaid, line?: number): MediaFault {
  return { code, said, ...(line === undefined ? {} : { line }) };
}
