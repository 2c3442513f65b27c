/** Whom the people of a file report to. Pure. */
import { type Breathe, often } from "./breathe";
import type { FilePeople } from "./file-people";
import type { CurrentPerson } from "./people-changes";
import type { PersonRow } from "./people-row";

/** Managers by row; null: nobody. Of whom the file says nothing is not there. */
export type FileManagers = ReadonlyMap<PersonRow, string | null>;

/** Finds the managers that rows name, and refuses those by which somebody would report to themself over others. */
export async function findManagers(
  file: FilePeople,
  people: readonly CurrentPerson[],
  breathe: Breathe,
): Promise<FileManagers> {
  const managers = await namedManagers(file, breathe);
  refuseCircles(file, people, managers);
  return managers;
}

async function namedManagers(file: FilePeople, breathe: Breathe): Promise<Map<PersonRow, string | null>> {
  const managers = new Map<PersonRow, string | null>();
  const column = file.columns.manager ?? null;
  const byNumber = new Map(file.rows.map((row) => [row.number, row]));
  const byEmail = new Map(file.rows.flatMap((row) => (row.email ? [[row.email, row] as const] : [])));
  for (const [place, row] of file.rows.entries()) {
    if (place % often === 0) await breathe();
    if (row.manager === undefined) continue;
    if (row.manager === null) {
      managers.set(row, null);
      continue;
    }
    const key = row.manager.toLowerCase();
    const inFile = byNumber.get(row.manager) ?? byEmail.get(key);
    const value = row.manager.slice(0, 80);
    if (inFile === row) {
      file.add(row, { column, code: "manager-self", value });
      continue;
    }
    const known = (inFile && file.known(inFile)) ?? file.numbered(row.manager) ?? file.addressed(key);
    const isComing = inFile !== undefined && !file.isOut(inFile);
    const managerId = isComing ? file.idOf(inFile) : known?.id;
    if (managerId !== undefined) managers.set(row, managerId);
    // A manager whose own row cannot be taken does not keep out everybody under them.
    else if (inFile) file.add(row, { column, code: "manager-left-out", value, lines: [inFile.line] });
    else file.add(row, { column, code: "manager-unknown", value });
  }
  return managers;
}

/** Refuses the rows by which somebody would report to themself over others. */
function refuseCircles(file: FilePeople, people: readonly CurrentPerson[], managers: FileManagers): void {
  const column = file.columns.manager ?? null;
  const above = new Map<string, string | null>();
  for (const person of people) {
    const last = person.employments.at(-1);
    if (last) above.set(person.id, last.value.managerId);
  }
  const rowOf = new Map<string, PersonRow>();
  for (const [row, managerId] of managers) {
    const id = file.idOf(row);
    if (file.isOut(row)) continue;
    above.set(id, managerId);
    rowOf.set(id, row);
  }
  const seen = new Map<string, number>();
  let walk = 0;
  for (const start of rowOf.keys()) {
    walk += 1;
    let at: string | null | undefined = start;
    while (at && !seen.has(at)) {
      seen.set(at, walk);
      at = above.get(at);
    }
    if (!at || seen.get(at) !== walk) continue;
    const circle: PersonRow[] = [];
    let round: string | null | undefined = at;
    do {
      const row = round ? rowOf.get(round) : undefined;
      if (row) circle.push(row);
      round = round ? above.get(round) : null;
    } while (round && round !== at);
    const lines = circle.map((row) => row.line).slice(0, 10);
    for (const row of circle) file.add(row, { column, code: "manager-circle", value: row.manager ?? "", lines });
  }
}
