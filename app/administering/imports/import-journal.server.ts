/** Keeps what an import changes, in the transaction that changes it, so that it can be taken back as a whole. */
import type { Journal, RowChange } from "#app/ledger/journal";
import type { Writer } from "#db/connect";
import { insertImportChanges, lastImportPosition } from "#db/queries/imports";
import type { Row } from "#db/schema";

/** A change of a place that an import made, beside those of people. */
export interface PlaceChange {
  readonly target: "department" | "site" | "entity";
  readonly rowId: string;
}

/** Notes the changes of one step. They are written together, those of a person one after another. */
export class ImportJournal implements Journal {
  readonly #byPerson = new Map<string, RowChange[]>();
  readonly #places: PlaceChange[] = [];

  note(change: RowChange): void {
    const own = this.#byPerson.get(change.personId);
    if (own) own.push(change);
    else this.#byPerson.set(change.personId, [change]);
  }

  notePlace(change: PlaceChange): void {
    this.#places.push(change);
  }

  async write(tx: Writer, importId: string): Promise<void> {
    let position = await lastImportPosition(tx, importId);
    const rows: Row<"import_change">[] = [];
    const note = (row: Omit<Row<"import_change">, "import_id" | "position">) => {
      position += 1;
      rows.push({ import_id: importId, position, ...row });
    };
    for (const { target, rowId } of this.#places) {
      note({ target, row_id: rowId, change: "inserted", before: null, after: null });
    }
    for (const changes of this.#byPerson.values()) {
      for (const { target, rowId, change, before, after } of changes) {
        const columns = { before: before && JSON.stringify(before), after: after && JSON.stringify(after) };
        note({ target, row_id: rowId, change, ...columns });
      }
    }
    await insertImportChanges(tx, rows);
  }
}
