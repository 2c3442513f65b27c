/** What the form of a certificate is given, and what it says when it cannot be sent. */
import type { CertificateFault, TypedEvidence } from "#app/domain/external-evidence";

/** The largest file that is taken. */
export const mostFileBytes = 10_485_760;
/** So much evidence of one person may wait at once. */
export const mostWaiting = 20;

export type FileFault = {
  readonly field: "file";
  readonly code: "missing" | "too-large" | "empty" | "unknown" | "broken";
};

/** Of the form by which somebody enters evidence for another. */
export type EntryFault =
  | { readonly field: "person"; readonly code: "missing" | "nobody" | "yourself" }
  | { readonly field: "module"; readonly code: "missing" };

export type FormFault = CertificateFault | FileFault | EntryFault;

/** A file that came with a form. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

/** Why a form came back; `fields` as they were typed. */
export interface Refused {
  readonly kind: "refused";
  readonly faults: readonly FormFault[];
  /** Too much of theirs waits already. */
  readonly isFull?: boolean;
  /** The file is kept until the form is sent again. */
  readonly file: KeptFile | null;
  readonly fields: TypedEvidence & { readonly person: string; readonly module: string; readonly approve: boolean };
}

export function typedIn(fields: URLSearchParams): Refused["fields"] {
  const text = (name: string) => (fields.get(name) ?? "").slice(0, 2000);
  return {
    issuer: text("issuer"),
    number: text("number"),
    completedOn: text("completedOn"),
    expiresOn: text("expiresOn"),
    person: text("person"),
    module: text("module"),
    approve: fields.get("approve") === "now",
  };
}

/** 422, or 413 where only its size is in the way. */
export function statusOfRefusal({ faults }: Refused): number {
  return faults.length > 0 && faults.every((fault) => fault.field === "file" && fault.code === "too-large") ? 413 : 422;
}
