import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { JobProgress } from "#app/ui/job-progress";
import { Notice } from "#app/ui/panels";
import { Pagination } from "#app/ui/table";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { fileSize } from "./file-size";
import type { PeopleImportView } from "./people-import-view";

/** What every import shows, whatever its file is about. */
type AnyImport = Pick<PeopleImportView, "created" | "file" | "job" | "state" | "written">;

/** Where a file came from and how it is written; `children`: more of the list. */
export function ImportFacts({ view, children }: { view: AnyImport; children?: ReactNode }) {
  const all = useImportsWords();
  const words = all.file;
  const format = useFormat();
  const { written } = view;
  return (
    <dl className="ImportFacts">
      <dt>{words.labels.by}</dt>
      <dd>
        {words.by(view.created.by ?? all.list.nobody, format.date(view.created.day))},{" "}
        {fileSize(view.file.bytes, all.size, format)}
      </dd>
      {written ? (
        <>
          <dt>{words.labels.form}</dt>
          <dd>
            {written.kind === "csv"
              ? words.csv(written.encoding.toUpperCase(), words.separators[written.separator])
              : words.workbook(written.sheet)}
            {written.kind === "workbook" && written.sheets.length > 1 ? (
              <div className="Muted">{words.manySheets(written.sheets.join(", "))}</div>
            ) : null}
          </dd>
          <dt>{words.labels.rows}</dt>
          <dd>{words.rows(format.number(written.rows), written.rows === 1, format.number(written.headingLine))}</dd>
        </>
      ) : null}
      {children}
    </dl>
  );
}

/** How far a job has come with an import. */
export function ImportGoing({ view, path }: { view: AnyImport; path: string }) {
  const words = useImportsWords().progress;
  const { job, state } = view;
  if (!job) return null;
  if (state !== "reading" && state !== "checking" && state !== "applying" && state !== "taking-back") return null;
  if (job.stopped) return <Notice icon="alert" status="overdue" live="alert" title={words.stopped} />;
  return (
    <JobProgress
      title={words[state]}
      share={job.share}
      label={words.label}
      note={words.leave}
      refresh={words.refresh}
      to={path}
    />
  );
}

/** Rows of a file that are shown, a page of one kind. */
interface RowsShown {
  readonly show: string;
  /** Counted from 1. */
  readonly page: number;
  /** Rows a page. */
  readonly size: number;
  readonly total: number;
}

const rowsAt = (path: string, show: string, page = 1) => `${path}?show=${show}${page > 1 ? `&page=${page}` : ""}#rows`;

/** What becomes of the rows: the kinds there are, with how many of each. */
export function RowKinds<Action extends string>(props: {
  path: string;
  label: string;
  actions: readonly Action[];
  words: Readonly<Record<Action, string>>;
  counts: Readonly<Partial<Record<Action, number>>>;
  show: string;
}) {
  const format = useFormat();
  const { counts, path, show } = props;
  return (
    <nav aria-label={props.label}>
      <ul className="ImportKinds">
        {props.actions
          .filter((action) => (counts[action] ?? 0) > 0)
          .map((action) => (
            <li key={action}>
              <Link to={rowsAt(path, action)} preventScrollReset aria-current={action === show ? "true" : undefined}>
                {props.words[action]} <b>{format.number(counts[action] ?? 0)}</b>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The rows that are left out, to be taken home. */
export function LeftOutLink(props: {
  path: string;
  words: { readonly download: string; readonly downloadNote: string };
}) {
  return (
    <p>
      <a href={`${props.path}/left-out.csv`} download>
        {props.words.download}
      </a>
      <br />
      <span className="Muted">{props.words.downloadNote}</span>
    </p>
  );
}

/** The other pages of rows, where there are any. */
export function RowPages({ list, path, label }: { list: RowsShown; path: string; label: string }) {
  const words = useImportsWords().list;
  const format = useFormat();
  if (list.total <= list.size) return null;
  const from = (list.page - 1) * list.size + 1;
  const to = Math.min(list.page * list.size, list.total);
  return (
    <Pagination
      label={label}
      summary={words.shown(format.number(from), format.number(to), format.number(list.total))}
      previous={list.page > 1 ? { to: rowsAt(path, list.show, list.page - 1), label: words.previous } : undefined}
      next={to < list.total ? { to: rowsAt(path, list.show, list.page + 1), label: words.next } : undefined}
    />
  );
}
