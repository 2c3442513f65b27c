/** Takes a file into a module's draft. */
import { setImmediate as turn } from "node:timers/promises";

import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { extensionOf, kindOf, largestMedia, type MediaFaultCode, type MediaKind } from "#app/lessons/media";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { receiveFile } from "#app/platform/receive-file";
import { storedFile } from "#app/platform/stored-file";
import { chunkBytes } from "#db/queries/content";
import { putMedia } from "#db/queries/content-writes";
import { putDraftMedia } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { deleteStoredFile } from "#db/queries/stored-files";
import { idFrom } from "../drafts/draft-path";
import { type DraftMediaFile, openModule, readDraftState } from "../drafts/draft-state.server";
import { beginDraft, mustNotBePublishing } from "../drafts/write-draft.server";
import { admitMedia } from "./admit-media.server";
import { enqueueVariants } from "./make-variants.job";
import { captionsBeside, markupOf } from "./media-markup";

/** Most files of a module. */
const filesAtMost = 200;
/** A large file is kept so many chunks at a time, and whoever else waits has their turn between. */
const chunksAStep = 8;

export interface Upload {
  readonly moduleId: string;
  /** As its sender calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a file was not taken; `line` is of a text. */
export interface UploadRefusal {
  readonly kind: "refused";
  readonly code: MediaFaultCode | "none" | "too-many";
  readonly line: number | null;
}

export type Uploaded =
  | {
      readonly kind: "taken";
      /** As lessons write it: `media/thread.png`. */
      readonly name: string;
      readonly is: MediaKind;
      /** The line that shows it, without what it shows. */
      readonly markdown: string;
      /** What was left out of a drawing. */
      readonly removed: readonly string[];
    }
  | UploadRefusal;

function refused(code: UploadRefusal["code"], line: number | null = null): UploadRefusal {
  return { kind: "refused", code, line };
}

/** A name that is free: what the file is called in plain letters, and the ending of what it is. */
function freeName(wanted: string, extension: string, taken: readonly Pick<DraftMediaFile, "name">[]): string {
  const last = wanted.split(/[/\\]/).at(-1) ?? "";
  const base = idFrom(last.replace(/\.[^.]*$/, "")) || "file";
  const names = new Set(taken.map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = `media/${base}${number === 1 ? "" : `-${number}`}.${extension}`;
    if (!names.has(name)) return name;
  }
}

/**
 * Takes a file into the draft of a module, which is begun where there is none. What is there already under any name is
 * not taken twice.
 *
 * @throws DomainError forbidden, not-found; conflict while the draft is being published
 */
export async function uploadMedia(deps: Pick<Deps, "db" | "clock">, actor: Actor, upload: Upload): Promise<Uploaded> {
  await openModule(deps.db.read, actor, upload.moduleId);
  const admitted = await admitMedia(upload.bytes);
  if ("code" in admitted) return refused(admitted.code, admitted.line ?? null);
  const { media, bytes, removed } = admitted;
  const now = deps.clock.now();
  const { hash, type, width, height, seconds } = media;
  const kept = { hash, type, width, height, seconds, content: bytes, created_at: instantText(now) };
  for (let until = chunksAStep; until * chunkBytes < bytes.length; until += chunksAStep) {
    await deps.db.write.transaction().execute((tx) => putMedia(tx, kept, until));
    await turn();
  }
  return await deps.db.write.transaction().execute(async (tx): Promise<Uploaded> => {
    const before = await readDraftState(tx, upload.moduleId);
    const draft = await beginDraft(tx, upload.moduleId, before.course.id, actor, now);
    mustNotBePublishing(draft);
    const { media: files } = await readDraftState(tx, upload.moduleId);
    const is = kindOf(media);
    const answer = (name: string): Uploaded => {
      const captions = files.filter((file) => file.type === "text/vtt").map((file) => file.name);
      return { kind: "taken", name, is, markdown: markupOf(is, name, "", captionsBeside(name, captions)), removed };
    };
    const same = files.find((file) => file.hash === media.hash);
    if (same) return answer(same.name);
    if (files.length >= filesAtMost) return refused("too-many");
    await putMedia(tx, kept);
    const name = freeName(upload.name, extensionOf(type), files);
    await putDraftMedia(tx, { draft_id: draft.id, name, hash });
    await enqueueVariants(tx, now, media);
    return answer(name);
  });
}

/**
 * Takes the file of a form, which is kept in pieces while it comes and read when all of it is there.
 *
 * @throws DomainError as `uploadMedia`; invalid for what is no form, or ends in the middle
 */
export async function receiveMedia(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: SignedIn,
  moduleId: string,
  request: Request,
): Promise<Uploaded> {
  await openModule(deps.db.read, actor, moduleId);
  const received = await receiveFile(deps, request, { limit: largestMedia, by: actor.personId });
  if ("problem" in received) {
    if (received.problem === "cut-off") throw new DomainError("invalid", "The file did not come whole");
    return refused(received.problem === "no-file" ? "none" : received.problem);
  }
  const { file } = received;
  try {
    const source = await storedFile(deps.db.read, file.id);
    const pieces: Uint8Array[] = [];
    for await (const piece of source?.read(0, file.bytes) ?? []) pieces.push(piece);
    const uploaded = await uploadMedia(deps, actor, { moduleId, name: file.name, bytes: Buffer.concat(pieces) });
    deps.wake();
    return uploaded;
  } finally {
    await deps.db.write.transaction().execute((tx) => deleteStoredFile(tx, file.id));
  }
}
