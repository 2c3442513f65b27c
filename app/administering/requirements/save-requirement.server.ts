/** Writing requirements: by form, tried first, and followed by a job. */
import type { CivilDate } from "#app/domain/calendar";
import { compareDates } from "#app/domain/calendar";
import { DomainError, isDomainError } from "#app/domain/errors";
import { company, mustBeAble } from "#app/domain/permissions";
import type { RequirementChange } from "#app/domain/requirement";
import { recordRequirement, replaceRequirement } from "#app/ledger/requirements";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { isMadeId, newId } from "#app/platform/ids";
import { audiencePhrase } from "#app/words/audience-sentence";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { type AuditEvent, insertAuditEvent } from "#db/queries/audit";
import type { SignedIn } from "#db/queries/people";
import { findRequirement, jobPrefix, requirementOf } from "#db/queries/requirements";
import { type Checked, checkForm, formOf } from "./check-form.server";
import { readChoices, tellingOf } from "./choices.server";
import { requirementPath } from "./paths";
import type { Visiting } from "./read-requirement.server";
import type {
  Confirmation,
  PeriodField,
  Problem,
  ProblemCode,
  RequirementForm,
  SentRequirement,
  TrialView,
} from "./requirement-view";
import { audienceOf, editRule, emptyRule, RuleTooLarge, ruleOf } from "./rule-form";
import { becomesLate, dayOf, trialOf, trialView } from "./try-change.server";

const noPeriod: PeriodField = { count: "", unit: "D" };

function fieldOf(period: string | null): PeriodField {
  const parts = /^P(\d+)([DWMY])$/.exec(period ?? "");
  return parts ? { count: parts[1] ?? "", unit: parts[2] as PeriodField["unit"] } : noPeriod;
}

/** What a page for writing a requirement shows before anything was sent. */
async function shown(
  deps: Pick<Deps, "db">,
  form: RequirementForm,
  { language }: Visiting,
  more: Partial<SentRequirement> = {},
): Promise<SentRequirement> {
  const db = deps.db.read;
  const audience = audienceOf(form.rule) ?? { everyone: true as const };
  return {
    form,
    problems: [],
    trial: null,
    confirmations: [],
    focus: null,
    said: null,
    choices: await readChoices(db, form.rule, language),
    phrase: audiencePhrase(audience, await tellingOf(db, [audience], language)),
    ...more,
  };
}

/** A form for a new requirement; `moduleId` may be chosen already. */
export async function beginRequirement(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: Visiting,
  moduleId: string,
): Promise<SentRequirement> {
  mustBeAble(reader, "manage-requirements", company);
  const form: RequirementForm = {
    id: newId(visit.now),
    moduleId,
    rule: emptyRule,
    from: visit.today,
    due: noPeriod,
    every: noPeriod,
    note: "",
    seen: "",
    confirmed: [],
  };
  return await shown(deps, form, visit);
}

/**
 * A form for a later version of a requirement.
 *
 * @throws DomainError forbidden, not-found; conflict for one that was withdrawn
 */
export async function beginVersion(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  visit: Visiting,
  id: string,
): Promise<SentRequirement> {
  mustBeAble(reader, "manage-requirements", company);
  const row = await findRequirement(deps.db.read, id);
  if (!row) throw new DomainError("not-found", `There is no requirement ${id}`);
  if (row.withdrawn_at !== null) throw new DomainError("conflict", `The requirement ${id} was withdrawn`);
  const { moduleId, audience, due, every, from, to } = requirementOf(row);
  const form: RequirementForm = {
    id: newId(visit.now),
    moduleId,
    rule: ruleOf(audience),
    from: compareDates(from, visit.today) > 0 ? from : visit.today,
    due: fieldOf(due),
    every: fieldOf(every),
    note: row.note ?? "",
    seen: to ?? "",
    confirmed: [],
  };
  return await shown(deps, form, visit);
}

export type SentOutcome = { readonly to: string } | { readonly status: number; readonly sent: SentRequirement };

/**
 * Does what a form asks: changes its rule, tries it, or saves it.
 *
 * @param old the requirement of which this is a later version; null: a new one
 * @throws DomainError forbidden, not-found
 */
export async function takeRequirement(
  deps: Deps,
  reader: SignedIn,
  visit: Visiting,
  fields: FormData,
  old: string | null,
): Promise<SentOutcome> {
  mustBeAble(reader, "manage-requirements", company);
  const beginning = () =>
    old === null ? beginRequirement(deps, reader, visit, "") : beginVersion(deps, reader, visit, old);
  let form: RequirementForm;
  try {
    form = formOf(fields);
  } catch (error) {
    if (!(error instanceof RuleTooLarge)) throw error;
    const problems: Problem[] = [{ field: "rule", code: "too-large" }];
    return { status: 422, sent: { ...(await beginning()), problems } };
  }
  const row = old === null ? undefined : await findRequirement(deps.db.read, old);
  if (old !== null && !row) throw new DomainError("not-found", `There is no requirement ${old}`);
  // The module of a version is that of the one before.
  if (row) form = { ...form, moduleId: row.module_id };
  if (!isMadeId(form.id)) form = { ...form, id: newId(visit.now) };

  const asked = String(fields.get("do") ?? "try");
  const edit = editRule(form.rule, asked, fields);
  if (edit) {
    const { rule, focus, said } = edit;
    return { status: 200, sent: await shown(deps, { ...form, rule }, visit, { focus, said }) };
  }

  const { problems, checked } = await checkForm(deps.db.read, form, visit.today);
  if (!checked) return { status: 422, sent: await shown(deps, form, visit, { problems }) };
  return await tryOrSave(deps, reader, visit, { form, checked, old, asked, fields });
}

interface Attempt {
  readonly form: RequirementForm;
  readonly checked: Checked;
  readonly old: string | null;
  readonly asked: string;
  readonly fields: FormData;
}

function changeOf({ form, checked, old }: Attempt): RequirementChange {
  const { moduleId, audience, from, due, every } = checked;
  const by = { id: form.id, moduleId, audience, from, due, every };
  return old === null
    ? { type: "records", requirement: { ...by, to: null, replaces: null } }
    : { type: "replaces", id: old, by };
}

const refusals: Partial<
  Record<string, { readonly field: string; readonly code: ProblemCode; readonly status: number }>
> = {
  conflict: { field: "rule", code: "conflict", status: 409 },
  invalid: { field: "from", code: "date-taken", status: 422 },
};

async function tryOrSave(deps: Deps, reader: SignedIn, visit: Visiting, attempt: Attempt): Promise<SentOutcome> {
  const { form, checked, asked, fields } = attempt;
  const db = deps.db.read;
  const change = changeOf(attempt);
  const [word = "", which = ""] = asked.split(" ");
  const refused = async (error: unknown): Promise<SentOutcome> => {
    const refusal = isDomainError(error) ? refusals[error.code] : undefined;
    if (!refusal) throw error;
    const { field, code, status } = refusal;
    return { status, sent: await shown(deps, form, visit, { problems: [{ field, code }] }) };
  };
  // Sent twice: the first time has saved it.
  if (word === "save" && (await findRequirement(db, form.id))) return { to: requirementPath(form.id) };
  let view: TrialView;
  try {
    const on = dayOf(change, visit.today);
    const isPaging = word === "page" || word === "in";
    const trial = await trialOf(db, { moduleId: checked.moduleId, change, on }, { now: visit.now, again: isPaging });
    const within = word === "in" ? which : String(fields.get("within") ?? "");
    view = await trialView(db, reader, trial, {
      moduleId: checked.moduleId,
      audience: checked.audience,
      page: word === "page" ? Number(which) || 1 : 1,
      departmentId: word === "try" || word === "save" || within === "" ? null : within,
      language: visit.language,
    });
    const needed = confirmationsFor(view, checked.from, visit.today, trial.changed.filter(becomesLate).length);
    const isConfirmed = needed.every((each) => form.confirmed.includes(each));
    if (word !== "save") return { status: 200, sent: await shown(deps, form, visit, { trial: view }) };
    if (!isConfirmed) {
      return { status: 422, sent: await shown(deps, form, visit, { trial: view, confirmations: needed }) };
    }
  } catch (error) {
    return await refused(error);
  }
  try {
    await save(deps, reader, attempt, view);
  } catch (error) {
    // Twice at the same time.
    if (isDomainError(error) && error.code === "conflict" && (await findRequirement(db, form.id))) {
      return { to: requirementPath(form.id) };
    }
    return await refused(error);
  }
  deps.wake();
  return { to: `${requirementPath(form.id)}?done=saved` };
}

/** What has to be said twice. */
function confirmationsFor(view: TrialView, from: CivilDate, today: CivilDate, late: number): Confirmation[] {
  const needed: Confirmation[] = [];
  if (view.obliged === 0) needed.push("nobody");
  else if (view.obliged === view.present && view.present > 1) needed.push("everybody");
  if (compareDates(from, today) < 0 || late > 0) needed.push("past");
  return needed;
}

async function save(deps: Deps, reader: SignedIn, { form, checked, old }: Attempt, view: TrialView): Promise<void> {
  const { moduleId, audience, from, due, every, note } = checked;
  const at = deps.clock.now();
  const recording = { at, by: reader.personId };
  await deps.db.write.transaction().execute(async (tx) => {
    const touched =
      old === null
        ? await recordRequirement(tx, recording, { id: form.id, moduleId, audience, from, to: null, due, every }, note)
        : await replaceRequirement(tx, recording, {
            id: old,
            seen: { to: form.seen === "" ? null : (form.seen as CivilDate) },
            by: { id: form.id, audience, from, due, every },
            note,
          });
    await follow(tx, at, form.id, touched);
    await audit(tx, reader, at, {
      action: old === null ? "recorded-requirement" : "replaced-requirement",
      subjectId: form.id,
      detail: {
        module: moduleId,
        from,
        people: view.obliged,
        newly: view.newly,
        ...(old === null ? {} : { replaces: old }),
      },
    });
  });
}

/** Has assignments follow: of the requirements that were touched, at whose progress the page of `id` looks. */
export async function follow(tx: Writer, at: Date, id: string, touched: readonly string[]): Promise<void> {
  const key = `${jobPrefix(id)}${newId(at)}`;
  await enqueue(tx, at, { key, name: "assign-everyone", payload: { requirements: touched } });
}

export async function audit(
  tx: Writer,
  reader: SignedIn,
  at: Date,
  event: Pick<AuditEvent, "action" | "subjectId" | "detail">,
): Promise<void> {
  await insertAuditEvent(tx, { at: instantText(at), actorId: reader.personId, ...event });
}
