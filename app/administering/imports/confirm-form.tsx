import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Field, Input, TextArea } from "#app/ui/field";
import { Row, Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { LeftList } from "./left-list";
import type { PeopleImportView, UndoView } from "./people-import-view";
import { endsMany } from "./people-options";
import type { NotTaken } from "./take-people-decision.server";

/** Says yes to a file: with their number typed where many employments would end. */
export function ConfirmForm({
  view,
  refused,
}: {
  view: PeopleImportView;
  refused: Extract<NotTaken, { intent: "confirm" }> | null;
}) {
  const words = useImportsWords().confirm;
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const busy = useNavigation().formData?.get("intent") === "confirm";
  // why: each answer of the server is another object, also when it says the same: the focus goes there again.
  useEffect(() => {
    if (refused !== null) box.current?.focus();
  }, [refused]);
  const { summary } = view;
  if (!summary) return null;
  const leaves = summary.counts.leaves ?? 0;
  const problem = refused?.problem;
  const says = problem === "type-number" ? words.wrong(String(leaves)) : problem === undefined ? null : words[problem];
  return (
    <Section id="confirm" title={words.title}>
      <Form method="post" className="ImportForm">
        {says ? (
          <div ref={box} tabIndex={-1}>
            <Notice icon="alert" status="overdue" live="alert" title={says} />
          </div>
        ) : null}
        {endsMany(summary) ? (
          <>
            <Notice
              icon="alert"
              status="overdue"
              title={words.many(format.number(leaves), format.percent(leaves / Math.max(1, summary.employed)))}
            />
            <Field
              label={words.type(String(leaves))}
              error={problem === "type-number" ? words.wrong(String(leaves)) : undefined}
            >
              <Input name="typed" inputMode="numeric" autoComplete="off" defaultValue={refused?.typed ?? ""} />
            </Field>
          </>
        ) : null}
        <p>{words.intro}</p>
        <Row gap={3}>
          <Button kind="primary" name="intent" value="confirm" busy={busy}>
            {words.button}
          </Button>
          <Button kind="quiet" name="intent" value="discard" formNoValidate>
            {words.discard}
          </Button>
        </Row>
      </Form>
    </Section>
  );
}

/** Takes a file back: its effect, and why. */
export function UndoForm({
  undo,
  refused,
}: {
  undo: UndoView;
  refused: Extract<NotTaken, { intent: "take-back" }> | null;
}) {
  const words = useImportsWords().undo;
  const format = useFormat();
  const busy = useNavigation().formData?.get("intent") === "take-back";
  const effects = (["leave", "back", "move", "change", "training"] as const).filter((effect) => undo[effect] > 0);
  return (
    <Section id="undo" title={words.title}>
      <p>{words.intro}</p>
      <ul className="ImportEffects">
        {effects.map((effect) => (
          <li key={effect}>{words.effects[effect](format.number(undo[effect]), undo[effect] === 1)}</li>
        ))}
        {undo.places > 0 ? <li>{words.effects.places(format.number(undo.places))}</li> : null}
      </ul>
      <LeftList left={undo.left} said={words.stay} />
      <Form method="post" className="ImportForm">
        {refused?.problem === "other" ? (
          <Notice icon="alert" status="overdue" live="alert" title={words.other} />
        ) : null}
        <Field label={words.why} hint={words.whyHint} error={refused?.problem === "why" ? words.whyMissing : undefined}>
          <TextArea name="why" required maxLength={500} defaultValue={refused?.why ?? ""} />
        </Field>
        <p>
          <Button kind="danger" name="intent" value="take-back" busy={busy}>
            {words.button}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
