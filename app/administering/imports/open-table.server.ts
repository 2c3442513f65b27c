import { contentType } from "#app/platform/content-type";
import type { FileSource } from "#app/platform/stored-file";
import { FileRefusal } from "./file-refusal";
import { openCsv } from "./read-csv.server";
import { openWorkbook } from "./read-workbook.server";
import type { Table, TableLimits } from "./table-form";

/**
 * Opens a file that somebody brought as a table, by what it holds and not by its name.
 *
 * @throws FileRefusal when it is no table we read; also while its batches are read
 */
export async function openTable(source: FileSource, limits: TableLimits): Promise<Table> {
  const parts: Uint8Array[] = [];
  for await (const part of source.read(0, 4096)) parts.push(part);
  const type = contentType(Buffer.concat(parts));
  if (source.bytes === 0) throw new FileRefusal({ code: "no-rows" });
  if (type === "application/zip") return await openWorkbook(source, limits);
  if (type === "text/plain") return await openCsv(source, limits);
  throw new FileRefusal({ code: "not-a-table", found: type });
}
