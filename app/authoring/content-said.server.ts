/**
 * What YAML files say of a course and of a module: read from a folder, and kept in the database, in one form, so that
 * the two can be held against each other. Plain JSON; what is not said is not there.
 */
import { isDeepStrictEqual } from "node:util";
import type { ContentAudience } from "#app/domain/audience";
import type { CourseSource, ModuleSource } from "#app/lessons/course-source";
import type { Row } from "#db/schema";

export type Said = Readonly<Record<string, unknown>>;

function plain(value: object): Said {
  return JSON.parse(JSON.stringify(value)) as Said;
}

/** The order of modules, where it is another than by id. */
function ownOrder(ids: readonly string[]): { readonly order?: readonly string[] } {
  return isDeepStrictEqual([...ids], [...ids].sort()) ? {} : { order: ids };
}

/** What `course.yaml` says. */
export function saidOfCourse({
  title,
  summary,
  owner,
  reviewers,
  responsibilities,
  modules,
}: Pick<CourseSource, "title" | "summary" | "owner" | "reviewers" | "responsibilities"> & {
  readonly modules: readonly { readonly id: string }[];
}): Said {
  return plain({ title, summary, owner, reviewers, responsibilities, ...ownOrder(modules.map(({ id }) => id)) });
}

/** What the database holds of a course. `modules`: their ids, in order. */
export function courseFields(row: Row<"course">, modules: readonly string[]): Said {
  return {
    title: JSON.parse(row.title),
    summary: JSON.parse(row.summary),
    owner: row.owner,
    reviewers: JSON.parse(row.reviewers),
    responsibilities: JSON.parse(row.responsibilities),
    ...ownOrder(modules),
  };
}

const everyone = (audience: ContentAudience) => ("everyone" in audience ? "everyone" : audience);

/** What `module.yaml` says. */
export function saidOfModule(source: ModuleSource): Said {
  const { title, short, summary, minutes, refresherMinutes, audience, policy, passMark, reviewBy, why, revisions } =
    source;
  const said = { title, short, summary, minutes, refresherMinutes, policy, passMark, reviewBy, why, revisions };
  return plain({ ...said, audience: everyone(audience) });
}

/** What the database holds of a module. */
export function moduleFields(row: Row<"module">): Said {
  return {
    title: JSON.parse(row.title),
    short: JSON.parse(row.short),
    summary: JSON.parse(row.summary),
    minutes: row.minutes,
    refresherMinutes: row.refresher_minutes,
    audience: everyone(JSON.parse(row.audience) as ContentAudience),
    policy: JSON.parse(row.policy),
    passMark: row.pass_mark,
    ...(row.review_by === null ? {} : { reviewBy: row.review_by }),
    why: JSON.parse(row.why),
    revisions: JSON.parse(row.revisions),
  };
}

type Kept = Pick<Row<"course">, "file_said">;

/** So many of what a file said are remembered. */
const remembered = 50;

/** What a file said each time that it and the database were in line, the newest last. */
function knownSaid(row: Kept | undefined): readonly Said[] {
  return row?.file_said ? (JSON.parse(row.file_said) as Said[]) : [];
}

/** Whether a file says what it said once when the two were in line: it holds nothing of its own. */
export function isAsBefore(row: Kept, said: Said): boolean {
  return knownSaid(row).some((one) => isDeepStrictEqual(one, said));
}

/** What is remembered once a file that says this is in line. */
export function withSaid(row: Kept | undefined, said: Said): string {
  const others = knownSaid(row).filter((one) => !isDeepStrictEqual(one, said));
  return JSON.stringify([...others, said].slice(-remembered));
}

/** The fields in which a file and the database differ. */
export function differingFields(stored: Said, said: Said): string[] {
  const names = [...new Set([...Object.keys(said), ...Object.keys(stored)])];
  return names.filter((name) => !isDeepStrictEqual(stored[name] ?? null, said[name] ?? null));
}

/**
 * Brings together what a file says and what the studio changed, field by field, from where both were last in line.
 *
 * @returns what holds then, and the fields that both changed to something else
 */
export function broughtTogether(
  row: Kept,
  stored: Said,
  said: Said,
): { readonly merged: Said; readonly parted: readonly string[] } {
  const base = knownSaid(row).at(-1);
  const merged: Record<string, unknown> = { ...stored };
  const parted: string[] = [];
  for (const name of differingFields(stored, said)) {
    const before = base?.[name] ?? null;
    const isStudios = !isDeepStrictEqual(stored[name] ?? null, before);
    const isFiles = !isDeepStrictEqual(said[name] ?? null, before);
    if (base && !isFiles) continue;
    if (!base || isStudios) parted.push(name);
    else if (said[name] === undefined) delete merged[name];
    else merged[name] = said[name];
  }
  return { merged, parted };
}
