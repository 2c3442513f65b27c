/** The fields of a certificate, with what was typed and what is wrong with it. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Field, Input } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Notice } from "#app/ui/panels";
import { useEvidenceWords } from "#app/words/areas/evidence";
import { type FormFault, mostFileBytes, type Refused } from "./evidence-form";
import type { EvidenceFormView } from "./evidence-view";

export type SentForm = Refused | { readonly kind: "not-sent" } | undefined;

type FieldName = FormFault["field"];

/** The form as it came back, if it did. */
export interface Returned {
  readonly fields: Refused["fields"] | null;
  readonly faults: readonly FormFault[];
  errorOf(field: FieldName): string | null;
  idOf(field: FieldName): string;
}

/** What a form that came back says; what is found before sending is said the same way. */
export function useReturned(sent: SentForm): Returned {
  const words = useEvidenceWords().problems;
  const refused = sent?.kind === "refused" ? sent : null;
  const faults = refused?.faults ?? [];
  return {
    fields: refused?.fields ?? null,
    faults,
    errorOf(field) {
      const fault = faults.find((each) => each.field === field);
      if (!fault) return null;
      const said: Readonly<Record<string, string>> = words[fault.field];
      return said[fault.code] ?? null;
    },
    idOf: (field) => `evidence-${field}`,
  };
}

/** What has to be corrected, with ways to it; it takes the focus when the form comes back. */
export function FormProblems({ sent, returned }: { sent: SentForm; returned: Returned }) {
  const words = useEvidenceWords().problems;
  const box = useRef<HTMLDivElement>(null);
  // why: each answer of the server is another object, also when it says the same: the focus goes there again.
  useEffect(() => {
    if (sent) box.current?.focus();
  }, [sent]);
  if (!sent) return null;
  if (sent.kind === "not-sent" || sent.isFull) {
    const said = sent.kind === "not-sent" ? words.notSent : words.full;
    return (
      <div tabIndex={-1} ref={box}>
        <Notice icon={sent.kind === "not-sent" ? "offline" : "alert"} status="due" live="alert" title={said.title}>
          <p>{said.text}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="Notice" data-status="overdue" role="alert" tabIndex={-1} ref={box}>
      <Icon name="alert" />
      <div>
        <b>{words.summary(returned.faults.length)}</b>
        <ul>
          {returned.faults.map(({ field }) => (
            <li key={field}>
              <a href={`#${returned.idOf(field)}`}>{returned.errorOf(field)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Issuer, number, days and file. `needsFile`: it cannot be sent without one. */
export function CertificateFields(props: {
  view: EvidenceFormView;
  returned: Returned;
  needsFile: boolean;
  file: Refused["file"];
}) {
  const { file, needsFile, returned, view } = props;
  const { errorOf, fields, idOf } = returned;
  const words = useEvidenceWords();
  const says = words.fields;
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <>
      <input type="hidden" name="id" value={view.id} />
      <Field label={says.issuer} hint={says.issuerHint} error={errorOf("issuer")} id={idOf("issuer")}>
        <Input name="issuer" defaultValue={fields?.issuer} autoComplete="off" required />
      </Field>
      <Field label={<Optional label={says.number} note={says.ifAny} />} error={errorOf("number")} id={idOf("number")}>
        <Input name="number" defaultValue={fields?.number} autoComplete="off" />
      </Field>
      <div className="FieldRow">
        <Field label={says.completedOn} error={errorOf("completedOn")} id={idOf("completedOn")}>
          <Input name="completedOn" type="date" defaultValue={fields?.completedOn} max={view.today} required />
        </Field>
        <Field label={says.expiresOn} hint={says.expiresHint} error={errorOf("expiresOn")} id={idOf("expiresOn")}>
          <Input name="expiresOn" type="date" defaultValue={fields?.expiresOn} />
        </Field>
      </div>
      {file === null ? null : <input type="hidden" name="fileId" value={file.id} />}
      <Field
        label={says.file}
        hint={file === null ? says.fileHint : says.kept(file.name)}
        error={isTooLarge ? words.problems.file["too-large"] : errorOf("file")}
        id={idOf("file")}
      >
        <Input
          name="file"
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          required={needsFile && file === null}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            setTooLarge((chosen?.size ?? 0) > mostFileBytes);
          }}
        />
      </Field>
    </>
  );
}

function Optional(props: { label: string; note: string }): ReactNode {
  return (
    <>
      {props.label} <small>({props.note})</small>
    </>
  );
}
