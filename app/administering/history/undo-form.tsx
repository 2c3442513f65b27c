import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, TextArea } from "#app/ui/field";
import { JobProgress } from "#app/ui/job-progress";
import { Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useHistoryWords } from "#app/words/areas/history";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import type { HistoryView } from "./history-view";
import type { NotTaken } from "./take-history-decision.server";

/** Takes a file back: first what that means, worked out now, then why. */
export function HistoryUndo(props: {
  view: HistoryView;
  refused: Extract<NotTaken, { intent: "take-back" }> | null;
  path: string;
}) {
  const { path, refused, view } = props;
  const words = useHistoryWords().undo;
  const general = useImportsWords().progress;
  const busy = useNavigation().formData?.get("intent") === "take-back";
  const { summary, undo } = view;
  if (!undo || (summary?.recorded ?? 0) === 0) return null;
  const isWeighed = summary?.undo !== undefined && undo.going === null;
  return (
    <Section id="undo" title={words.title}>
      {undo.going ? (
        <JobProgress
          title={words.weighing}
          share={undo.going.share}
          label={general.label}
          refresh={general.refresh}
          to={path}
        />
      ) : null}
      {isWeighed ? <Effects view={view} /> : null}
      {isWeighed || undo.going ? null : (
        <Form method="post" className="ImportForm">
          <p>{words.intro}</p>
          <p>
            <Button name="intent" value="weigh">
              {words.weigh}
            </Button>
          </p>
        </Form>
      )}
      {isWeighed ? (
        <Form method="post" className="ImportForm">
          {refused?.problem === "other" ? (
            <Notice icon="alert" status="overdue" live="alert" title={words.other} />
          ) : null}
          <Field
            label={words.why}
            hint={words.whyHint}
            error={refused?.problem === "why" ? words.whyMissing : undefined}
          >
            <TextArea name="why" required maxLength={500} defaultValue={refused?.why ?? ""} />
          </Field>
          <p>
            <Button kind="danger" name="intent" value="take-back" busy={busy}>
              {words.button}
            </Button>
          </p>
        </Form>
      ) : null}
    </Section>
  );
}

function Effects({ view }: { view: HistoryView }) {
  const words = useHistoryWords().undo;
  const format = useFormat();
  const weighed = view.summary?.undo;
  if (!weighed || !view.undo) return null;
  const { completions, dayOne, people } = weighed;
  const anew = dayOne.anew.after - dayOne.anew.before;
  const late = dayOne.late.after - dayOne.late.before;
  return (
    <ul className="ImportEffects">
      <li>{words.effect(format.number(completions), completions === 1, format.number(people), people === 1)}</li>
      {dayOne.valid.before > 0 ? (
        <li>{words.valid(format.number(dayOne.valid.before), format.number(dayOne.valid.after))}</li>
      ) : null}
      {anew > 0 ? <li>{words.anew(format.number(anew), anew === 1)}</li> : null}
      {late > 0 ? <li>{words.late(format.number(late), late === 1)}</li> : null}
      <li className="Muted">{words.weighedAt(format.date(view.undo.weighedOn ?? ""), view.undo.weighedAt ?? "")}</li>
    </ul>
  );
}
