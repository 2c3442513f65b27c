/** Keeps a file while it comes, never in memory as a whole. */
import { createHash } from "node:crypto";
import {
  deleteStoredFile,
  finishStoredFile,
  insertPiece,
  insertStoredFile,
  pieceBytes,
} from "#db/queries/stored-files";
import { instantText } from "./clock";
import { contentType } from "./content-type";
import type { Deps } from "./deps";
import { newId } from "./ids";

/** A file that has come, and is kept. */
export interface ReceivedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** By its content. */
  readonly type: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Keeps a file in pieces as it comes: `begin`, `add` for each part, then `finish` or `forget`. */
export class FileKeeper {
  readonly #deps: Pick<Deps, "db" | "clock">;
  readonly id: string;
  readonly #hash = createHash("sha256");
  #beginning: Buffer = Buffer.alloc(0);
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #position = 0;
  /** How much has come. */
  bytes = 0;

  constructor(deps: Pick<Deps, "db" | "clock">) {
    this.#deps = deps;
    this.id = newId(deps.clock.now());
  }

  async begin(name: string, by: string | null): Promise<void> {
    const created = { created_at: instantText(this.#deps.clock.now()), created_by: by };
    await insertStoredFile(this.#deps.db.write, { id: this.id, name, ...created });
  }

  async add(some: Buffer): Promise<void> {
    this.#hash.update(some);
    this.bytes += some.length;
    if (this.#beginning.length < 4096) this.#beginning = Buffer.concat([this.#beginning, some.subarray(0, 4096)]);
    this.#waiting.push(some);
    this.#waitingBytes += some.length;
    if (this.#waitingBytes >= pieceBytes) await this.#write(false);
  }

  async #write(all: boolean): Promise<void> {
    let rest = Buffer.concat(this.#waiting);
    while (rest.length >= pieceBytes || (all && rest.length > 0)) {
      await insertPiece(this.#deps.db.write, this.id, this.#position, rest.subarray(0, pieceBytes));
      this.#position += 1;
      rest = rest.subarray(pieceBytes);
    }
    this.#waiting = [rest];
    this.#waitingBytes = rest.length;
  }

  async finish(name: string): Promise<ReceivedFile> {
    await this.#write(true);
    const type = contentType(this.#beginning);
    const hash = this.#hash.digest("hex");
    await finishStoredFile(this.#deps.db.write, this.id, { type, bytes: this.bytes, hash });
    return { id: this.id, name, bytes: this.bytes, type, hash };
  }

  async forget(): Promise<void> {
    await deleteStoredFile(this.#deps.db.write, this.id);
  }
}
