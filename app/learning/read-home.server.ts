import type { CivilDate } from "#app/domain/calendar";
import type { Standing } from "#app/domain/standing";
import { type ReadStanding, readStandings } from "#app/ledger/read-standings";
import { lessonPath } from "#app/lessons/links";
import { hourIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { StatusName } from "#app/ui/status";
import { catalogues } from "#app/words/catalogues";
import { explain, statusOf } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { findBegunModules, findCompletions } from "#db/queries/attempts";
import { findModuleTitles, findRevisionNotes } from "#db/queries/content";
import { findDepartmentNames } from "#db/queries/departments";
import type { SignedIn } from "#db/queries/people";
import { presentAttempt } from "./attempt.server";
import { inLanguage, type Localised, readModuleContent } from "./content.server";
import { readHomeEvidence } from "./home-evidence.server";
import type { HomeItem, HomeView } from "./home-view";
import { asLearner } from "./learner.server";
import { refresherPath } from "./paths";
import { findSessionsAhead, type SessionAhead } from "./sessions/sessions-ahead.server";

interface Wanted {
  readonly language: Language;
  readonly now: Date;
  readonly today: CivilDate;
}

/** "My training" of the signed-in person. */
export async function readHome(deps: Deps, reader: SignedIn, wanted: Wanted): Promise<HomeView> {
  const learner = asLearner(reader, wanted.language);
  const db = deps.db.read;
  const standings = (await readStandings(db, learner.personId, wanted.now)).filter(
    ({ standing }) => standing.state !== "not-required",
  );
  const ids = standings.map(({ moduleId }) => moduleId);
  const modules = new Map((await findModuleTitles(db, ids)).map((row) => [row.id, row]));
  const completions = await findCompletions(db, learner.personId, ids);
  const notes = await findRevisionNotes(db, ids);
  const begun = await findBegunModules(db, learner.personId);
  const sessions = await findSessionsAhead(db, learner.personId, ids, wanted);
  const telling = {
    words: catalogues[wanted.language],
    format: formatsFor(wanted.language),
    today: wanted.today,
    voice: "you",
  } as const;

  const items: HomeItem[] = [];
  for (const read of standings) {
    const { moduleId, standing, voluntary } = read;
    const module = modules.get(moduleId);
    if (!module) continue;
    const own = completions.filter((row) => row.module_id === moduleId);
    const { status } = statusOf(standing, telling);
    items.push({
      moduleId,
      title: inLanguage(JSON.parse(module.title) as Localised, wanted.language),
      href: standing.task === "refresher" ? refresherPath(moduleId) : lessonPath(moduleId),
      status: status === "none" ? "planned" : (status satisfies StatusName),
      task: standing.task,
      required: !voluntary,
      valid: standing.valid,
      opensOn: standing.opensOn,
      dueOn: standing.dueOn,
      validUntil: standing.validUntil,
      completedOn: cycleBegan(standing) ?? own.at(-1)?.completed_on ?? null,
      minutes: standing.task === "refresher" ? module.refresher_minutes : module.minutes,
      questions: standing.task === "none" ? null : await questionsOf(deps, learner, read),
      begun: begun.has(`${moduleId} ${standing.task}`),
      reason: explain(standing, telling),
      session: sessionOf(standing, sessions.get(moduleId)),
      change: changeOf(
        read,
        own.reduce((most, row) => Math.max(most, row.revision), 0),
        notes.filter((note) => note.module_id === moduleId),
        wanted.language,
      ),
    });
  }
  const names = reader.departmentId === null ? new Map() : await findDepartmentNames(db, [reader.departmentId]);
  return {
    today: wanted.today,
    hour: hourIn(reader.zone, wanted.now),
    person: {
      firstName: reader.givenName,
      department: inLanguage(names.get(reader.departmentId ?? "") ?? {}, wanted.language),
    },
    items,
    evidence: await readHomeEvidence(db, reader, wanted),
  };
}

/** The completion that the present dates are reckoned from. */
function cycleBegan(standing: Standing): string | null {
  for (const reason of standing.because) {
    switch (reason.code) {
      case "refresh-due":
      case "weak-score":
      case "keep-day":
      case "calendar-day":
      case "issuer-expiry":
      case "never-ages":
        return reason.on;
    }
  }
  return null;
}

/** Somebody who has nothing to do hears only of a session that they have a place in. */
function sessionOf(standing: Standing, session: SessionAhead | undefined): HomeItem["session"] {
  if (!session || (session.held === "open" && standing.task === "none")) return null;
  return { text: session.text, href: session.href };
}

async function questionsOf(
  deps: Deps,
  learner: ReturnType<typeof asLearner>,
  { moduleId, standing }: ReadStanding,
): Promise<number | null> {
  const content = await readModuleContent(deps, moduleId);
  const kind = standing.task === "refresher" ? "refresher" : "module";
  const attempt = await presentAttempt(deps.db.read, learner, content, kind);
  return attempt.asked.length;
}

function changeOf(
  { standing, moduleId }: ReadStanding,
  completed: number,
  notes: readonly { readonly number: number; readonly change: string; readonly note: string }[],
  language: string,
): HomeItem["change"] {
  const asked = standing.because.some(
    (reason) => reason.code === "major-revision" || reason.code === "critical-revision",
  );
  if (!asked || standing.task === "none") return null;
  const note = notes.find((each) => each.number > completed && each.change !== "minor");
  if (!note) return null;
  return { note: inLanguage(JSON.parse(note.note) as Localised, language), href: lessonPath(moduleId) };
}
