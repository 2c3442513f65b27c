import { Form, Link } from "@remix-run/react";
import { dayIn } from "#app/platform/clock";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { Field, FieldError, Select, TextArea } from "#app/ui/field";
import { CompiledHtml } from "#app/ui/html";
import { Section } from "#app/ui/page";
import { Empty, Notice } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat } from "#app/words/context";
import { Comparison } from "../history/comparison";
import type { ReviewView as ReviewerView } from "../studio/editor-view";
import { ReviewStatus } from "../studio/review-status";
import { StudioBar } from "../studio/studio-bar";
import { coursePath, filePath } from "../studio/studio-paths";
import { quotationOf } from "./quotation";
import type { RemarkView, ReviewPageView } from "./review-view";
import type { NotTaken } from "./take-review-form.server";

/** A draft before its reviewers: what has changed, how it will look, what is said of it. */
export function ReviewScreen(props: {
  view: ReviewPageView;
  zone: string;
  done: string | null;
  notTaken: NotTaken | null;
}) {
  const { view, zone, done, notTaken } = props;
  const words = useStudioWords();
  const says = words.review;
  const { draft, module } = view;
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={module} draft={null} live={null} zone={zone} part={says.title} ways={view.mayWrite} />
      <div className="StudioPart">
        <div role="status">
          {done === "asked" ? <Notice icon="check" status="current" title={says.askedDone} /> : null}
          {done === "approved" ? <Notice icon="check" status="current" title={says.approvedAlready} /> : null}
          {done === "given" ? <Notice icon="check" status="current" title={says.given} /> : null}
        </div>
        {draft === null ? (
          <Empty icon="pen" title={says.nothing} level={2} />
        ) : (
          <>
            <p className="Muted">{says.of(module.title, draft.base + 1)}</p>
            <Section id="said" title={says.said} note={words.publish.needs(view.approvals.has, view.approvals.needs)}>
              <Reviewers reviewers={view.reviewers} zone={zone} />
            </Section>
            {view.isAsked ? (
              <Section id="verdict" title={says.verdict}>
                <Verdict
                  digest={draft.digest}
                  isOwn={draft.isOwn}
                  notTaken={notTaken?.intent === "verdict" ? notTaken : null}
                />
              </Section>
            ) : null}
            {view.candidates ? (
              <Section
                id="ask"
                title={says.ask}
                aside={view.mayWrite ? <Link to={coursePath(module.courseId)}>{says.nameReviewers}</Link> : null}
              >
                <Ask candidates={view.candidates} notTaken={notTaken?.intent === "ask" ? notTaken : null} />
              </Section>
            ) : null}
            <Section id="changed" title={says.whatChanged} note={words.compare.changedFiles(draft.files.length)}>
              {notTaken?.intent === "remark" && notTaken.problem === "changed-since" ? (
                <Notice icon="alert" status="overdue" live="alert" title={says.notQuoted}>
                  <blockquote className="RemarkQuote">{notTaken.typed}</blockquote>
                </Notice>
              ) : null}
              {draft.files.map((file) => (
                <Comparison
                  key={file.path}
                  file={file}
                  from={words.compare.version(draft.base)}
                  to={words.compare.draft}
                  under={(passage) => (
                    <RemarkForm
                      path={file.path}
                      line={passage.line}
                      quote={quotationOf(passage)}
                      notTaken={isAbout(notTaken, file.path, passage.line) ? notTaken : null}
                    />
                  )}
                />
              ))}
            </Section>
            <Section id="remarks" title={says.remarks}>
              <Remarks view={view} zone={zone} />
            </Section>
            <Section id="text" title={says.whole}>
              <Whole view={view} />
            </Section>
          </>
        )}
      </div>
    </main>
  );
}

/** Whether a form that was not taken is the one for remarks on a passage. */
function isAbout(notTaken: NotTaken | null, file: string, line: number): boolean {
  return notTaken?.problem === "remark-missing" && notTaken.file === file && notTaken.line === line;
}

function Reviewers({ reviewers, zone }: { reviewers: readonly ReviewerView[]; zone: string }) {
  const says = useStudioWords().publish;
  const format = useFormat();
  if (reviewers.length === 0) return <p className="Muted">{says.nobodyAsked}</p>;
  return (
    <ul className="Lines HistoryList">
      {reviewers.map((review) => (
        <li key={review.id}>
          <div>
            <span className="Row" data-gap="3">
              <Avatar name={review.name} />
              {review.name}
            </span>
            {review.said ? <p className="ReviewSaid">{review.said}</p> : null}
          </div>
          <span>
            <ReviewStatus state={review.state} />{" "}
            <small className="Muted">{format.shortDate(dayIn(zone, new Date(review.at)))}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Verdict({ digest, isOwn, notTaken }: { digest: string; isOwn: boolean; notTaken: NotTaken | null }) {
  const says = useStudioWords().review;
  const error =
    notTaken?.problem === "said-missing"
      ? says.saidMissing
      : notTaken?.problem === "changed-since"
        ? says.changedSince
        : undefined;
  return (
    <Form method="post" className="Stack" data-gap="3">
      <input type="hidden" name="digest" value={digest} />
      <p className="Muted Small">{isOwn ? says.ownText : says.counts}</p>
      <Field label={says.saidLabel} hint={says.saidHint} error={error}>
        <TextArea name="said" rows={3} maxLength={2000} defaultValue={notTaken?.typed ?? ""} />
      </Field>
      <p className="Row" data-gap="3">
        <Button kind="primary" name="intent" value="verdict approved">
          {says.approve}
        </Button>
        <Button name="intent" value="verdict changes">
          {says.askChanges}
        </Button>
      </p>
    </Form>
  );
}

function Ask(props: { candidates: NonNullable<ReviewPageView["candidates"]>; notTaken: NotTaken | null }) {
  const { candidates, notTaken } = props;
  const says = useStudioWords().review;
  const { board, trainers } = candidates;
  if (board.length + trainers.length === 0) return <p className="Muted">{says.nobodyToAsk}</p>;
  const group = (title: string, people: typeof board, isChosen: boolean) =>
    people.length === 0 ? null : (
      <fieldset className="Choices">
        <legend>{title}</legend>
        {people.map((person) => (
          <label key={person.id} className="Check">
            <input type="checkbox" name="reviewer" value={person.id} defaultChecked={isChosen} />
            {person.name}
          </label>
        ))}
      </fieldset>
    );
  return (
    <Form method="post" className="Stack" data-gap="3">
      {group(says.board, board, true)}
      {group(says.trainers, trainers, false)}
      {notTaken ? <FieldError>{says.noneChosen}</FieldError> : null}
      <p className="Muted Small">{says.askedAgain}</p>
      <p>
        <Button name="intent" value="ask">
          {says.submitAsk}
        </Button>
      </p>
    </Form>
  );
}

function RemarkForm(props: { path: string; line: number; quote: string; notTaken: NotTaken | null }) {
  const { path, line, quote, notTaken } = props;
  const says = useStudioWords().review;
  return (
    <details className="Foldout Remark" open={notTaken !== null}>
      <summary>{says.remark}</summary>
      <Form method="post">
        <input type="hidden" name="path" value={path} />
        <input type="hidden" name="line" value={line} />
        <input type="hidden" name="quote" value={quote} />
        <Field label={says.remarkText} error={notTaken ? says.remarkMissing : undefined}>
          <TextArea name="text" rows={2} maxLength={2000} required defaultValue={notTaken?.typed ?? ""} />
        </Field>
        <Button size="dense" name="intent" value="remark">
          {says.submitRemark}
        </Button>
      </Form>
    </details>
  );
}

function Remarks({ view, zone }: { view: ReviewPageView; zone: string }) {
  const says = useStudioWords().review;
  if (view.remarks.length === 0) return <p className="Muted">{says.noRemarks}</p>;
  return (
    <ol className="Lines HistoryList">
      {view.remarks.map((remark) => (
        <RemarkLine key={remark.id} remark={remark} view={view} zone={zone} />
      ))}
    </ol>
  );
}

function RemarkLine({ remark, view, zone }: { remark: RemarkView; view: ReviewPageView; zone: string }) {
  const says = useStudioWords().review;
  const format = useFormat();
  const way = `${says.line(remark.line)}, ${remark.path}`;
  return (
    <li>
      <div>
        <blockquote className="RemarkQuote">{remark.quote}</blockquote>
        <p>{remark.text}</p>
        <p className="Muted Small">
          {remark.by} · {format.shortDate(dayIn(zone, new Date(remark.at)))} {format.time(remark.at, zone)} ·{" "}
          {view.mayWrite ? <Link to={filePath(view.module.id, remark.path)}>{way}</Link> : way}
        </p>
      </div>
      <Form method="post" className="Row" data-gap="2">
        {remark.isSettled ? <Status status="current">{says.settled}</Status> : null}
        <Button
          size="dense"
          name="intent"
          value={`${remark.isSettled ? "unsettle" : "settle"} ${remark.id}`}
          aria-label={remark.isSettled ? undefined : says.settleOf(remark.line)}
        >
          {remark.isSettled ? says.unsettle : says.settle}
        </Button>
      </Form>
    </li>
  );
}

/** One file as its readers will see it, without anything in it to answer. */
function Whole({ view }: { view: ReviewPageView }) {
  const words = useStudioWords();
  const { shown } = view;
  if (!shown) return null;
  return (
    <>
      <Form method="get" className="Row" data-gap="3" data-align="end">
        <Field label={words.compare.file}>
          <Select dense name="file" defaultValue={shown.path}>
            {view.paths.map((path) => (
              <option key={path} value={path}>
                {path}
              </option>
            ))}
          </Select>
        </Field>
        <Button size="dense">{words.compare.show}</Button>
      </Form>
      {shown.html === null ? (
        <p className="Muted">{words.preview.unreadable}</p>
      ) : (
        // Whoever comes to a field by keyboard sees all of it: browsers show its first line alone.
        <article lang={shown.lang} onFocus={({ target }) => target.scrollIntoView({ block: "nearest" })}>
          <CompiledHtml className="Prose" html={shown.html} />
        </article>
      )}
    </>
  );
}
