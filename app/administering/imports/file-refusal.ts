/** Why a file cannot be read at all, as a closed set; the page says each in the reader's language. */
export type FileFault =
  /** `found`: what its content is (a media type). */
  | { readonly code: "not-a-table"; readonly found: string }
  | { readonly code: "no-rows" }
  /** `line`: where the headings were looked for. */
  | { readonly code: "no-headings"; readonly line: number }
  /** It ends in the middle; `line`: of what has no end. */
  | { readonly code: "cut-off"; readonly line: number | null }
  | { readonly code: "too-many-rows"; readonly limit: number }
  | { readonly code: "too-many-columns"; readonly limit: number }
  | { readonly code: "cell-too-long"; readonly line: number; readonly limit: number }
  /** A workbook that unpacks to more than any table of this kind is. */
  | { readonly code: "unpacks-too-large"; readonly limit: number }
  | { readonly code: "unreadable"; readonly line: number | null };

/** A file that cannot be read. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.code);
    this.fault = fault;
  }
}
