import { sortedBy } from "#app/domain/folded";
import type { Reader } from "#db/connect";
import { findByNumberOrEmail, findByWholeName } from "#db/queries/directory";
import type { Row } from "#db/schema";
import type { FormReader } from "./form-reader";

/** Whoever a field names by employee number, e-mail address or whole name; the form is refused where that is not one. */
export async function findPerson(db: Reader, form: FormReader, field: string): Promise<Row<"person"> | null> {
  const text = form.text(field);
  return text === "" ? null : await named(db, form, field, text);
}

/** As `findPerson`; a field that is empty names nobody. */
export async function findOptionalPerson(db: Reader, form: FormReader, field: string): Promise<Row<"person"> | null> {
  const text = form.optional(field);
  return text === null ? null : await named(db, form, field, text);
}

async function named(db: Reader, form: FormReader, field: string, text: string): Promise<Row<"person"> | null> {
  const [first, second] = await findByNumberOrEmail(db, text);
  if (first && !second) return first;
  const parts = sortedBy(text)
    .split(/[\s,]+/)
    .filter(Boolean);
  // "Anna Maria Berg" may be Anna with two family names or Berg with two given ones, and may be written family name first.
  const found = new Map<string, Row<"person">>();
  for (let cut = 0; cut < parts.length; cut += 1) {
    const turned = [...parts.slice(cut), ...parts.slice(0, cut)].join(" ");
    for (const row of await findByWholeName(db, turned)) found.set(row.id, row);
  }
  const [one, another] = [...found.values()];
  if (one && !another) return one;
  form.refuse(field, another || second ? "several" : "nobody", text);
  return null;
}
