/** Notes what is read from a database while somebody else's code reads it, so that it can be read again without them. */
import SQLite from "better-sqlite3";

/** A statement with the values it was given. */
export interface Read {
  readonly text: string;
  readonly values: readonly unknown[];
}

export class ReadRecorder {
  readonly #original = SQLite.prototype.prepare;
  #reads: Read[] = [];

  /** From here on, for every statement that is prepared. */
  constructor() {
    const prepare = this.#original;
    const note = (read: Read) => this.#reads.push(read);
    SQLite.prototype.prepare = function (this: SQLite.Database, text: string) {
      const statement = prepare.call(this, text);
      const all = statement.all.bind(statement) as (...values: unknown[]) => unknown[];
      statement.all = (...values: unknown[]) => {
        note({ text, values: values.flat() });
        return all(...values);
      };
      return statement;
    } as typeof prepare;
  }

  /** What was read since the last call, in order. */
  take(): readonly Read[] {
    const reads = this.#reads;
    this.#reads = [];
    return reads;
  }

  stop(): void {
    SQLite.prototype.prepare = this.#original;
  }
}
