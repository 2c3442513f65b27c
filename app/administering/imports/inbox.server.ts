/**
 * The folder in which other systems lay files that are to be brought in. What lies there changes nothing by itself:
 * somebody picks a file up, sees what it does and says yes, as with one that they bring.
 */
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { FileKeeper, type ReceivedFile } from "#app/platform/file-keeper";
import type { ImportKind } from "#db/schema";
import { type BegunImport, beginImport, importActions } from "./begin-import.server";
import type { PickUpProblem } from "./inbox-problem";
import { fileLimits } from "./table-form";

/** A file that waits in the folder. */
export interface WaitingFile {
  readonly name: string;
  readonly bytes: number;
  /** When it was last written to, an instant. */
  readonly writtenAt: string;
}

/** What lies in the folder: the newest first; `more` counts those beyond what one page shows. */
export interface Inbox {
  readonly files: readonly WaitingFile[];
  readonly more: number;
  /** The folder that is named cannot be read. */
  readonly isClosed: boolean;
}

const shownFiles = 50;
/** Where files go that were picked up; nothing is deleted. */
const pickedUp = "picked-up";
const readable = /\.(csv|txt|tsv|xlsx)$/i;

type Needed = Pick<Deps, "db" | "clock" | "wake" | "env" | "log">;

/** What waits in the folder; null where the operator names none. A link is no file: it could lead out of the folder. */
export async function readInbox(deps: Pick<Deps, "env">): Promise<Inbox | null> {
  const folder = deps.env.inboxPath;
  if (folder === null) return null;
  let names: string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    names = entries.filter((entry) => entry.isFile() && readable.test(entry.name)).map(({ name }) => name);
  } catch {
    return { files: [], more: 0, isClosed: true };
  }
  const found: WaitingFile[] = [];
  for (const name of names) {
    // Another may have picked it up in between.
    const about = await lstat(join(folder, name)).catch(() => null);
    if (about?.isFile()) found.push({ name, bytes: about.size, writtenAt: instantText(about.mtime) });
  }
  found.sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : a.writtenAt > b.writtenAt ? -1 : a.name < b.name ? -1 : 1));
  return { files: found.slice(0, shownFiles), more: Math.max(0, found.length - shownFiles), isClosed: false };
}

/** The content of a waiting file, kept; or why not. */
async function keep(
  deps: Pick<Deps, "db" | "clock">,
  path: string,
  name: string,
  options: { readonly limit: number; readonly by: string },
): Promise<ReceivedFile | PickUpProblem> {
  // why: without following a link, also one that was put there after the folder was read.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? ("gone" as const) : ("unreadable" as const),
  );
  if (typeof handle === "string") return handle;
  const keeper = new FileKeeper(deps);
  let isBegun = false;
  let isKept = false;
  try {
    const before = await handle.stat();
    if (!before.isFile()) return "unreadable";
    if (before.size === 0) return "empty";
    if (before.size > options.limit) return "too-large";
    isBegun = true;
    await keeper.begin(name, options.by);
    for await (const some of handle.createReadStream({ autoClose: false })) {
      await keeper.add(some as Buffer);
      if (keeper.bytes > options.limit) return "too-large";
    }
    const after = await handle.stat();
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || keeper.bytes !== after.size) {
      return "being-written";
    }
    const file = await keeper.finish(name);
    isKept = true;
    return file;
  } finally {
    await handle.close();
    if (isBegun && !isKept) await keeper.forget();
  }
}

/**
 * Picks a file up out of the folder and begins its import; it then moves to `picked-up` beside it, under the import's id.
 * A folder in which nothing may be moved keeps it: the same content is the same import while that is under way.
 *
 * @throws DomainError forbidden; invalid for what is no name of a file in the folder
 */
export async function pickUp(
  deps: Needed,
  actor: Actor,
  kind: ImportKind,
  name: string,
): Promise<{ readonly begun: BegunImport } | { readonly problem: PickUpProblem }> {
  mustBeAble(actor, importActions[kind], company);
  const folder = deps.env.inboxPath;
  if (folder === null) throw new DomainError("invalid", "There is no folder to pick files up from");
  if (name !== name.split(/[/\\]/).at(-1) || name.includes("\0") || !readable.test(name)) {
    throw new DomainError("invalid", "What is to be picked up is no name of a file");
  }
  const file = await keep(deps, join(folder, name), name, { limit: fileLimits[kind], by: actor.personId });
  if (typeof file === "string") return { problem: file };
  const begun = await beginImport(deps, actor, kind, file);
  try {
    await mkdir(join(folder, pickedUp), { recursive: true });
    await rename(join(folder, name), join(folder, pickedUp, `${begun.id}-${name}`));
  } catch (error) {
    deps.log.warn({ import: begun.id, code: (error as NodeJS.ErrnoException).code }, "a file stays in the inbox");
  }
  return { begun };
}
