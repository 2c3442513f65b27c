/** From a form to a requirement, or to what is wrong with it. */
import type { Audience } from "#app/domain/audience";
import {
  addDays,
  type CivilDate,
  civilDate,
  compareDates,
  isCivilDate,
  isPeriod,
  type Period,
} from "#app/domain/calendar";
import { shorteningFaults } from "#app/domain/requirement";
import { readPolicy } from "#app/ledger/gather";
import type { Reader } from "#db/connect";
import { findAudienceChoices, findKnown, findRequirableModules } from "#db/queries/audience-choices";
import { conditionsOf } from "./choices.server";
import { type PeriodField, type PeriodUnit, type Problem, periodUnits, type RequirementForm } from "./requirement-view";
import { audienceOf, type ConditionPart, readRule } from "./rule-form";

const longestNote = 500;
const firstDay = civilDate("2000-01-01");
const daysAhead = 1100;

/** @throws RuleTooLarge */
export function formOf(fields: FormData): RequirementForm {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const period = (name: string): PeriodField => {
    const unit = text(`${name}-unit`);
    return { count: text(name).slice(0, 10), unit: periodUnits.find((each) => each === unit) ?? ("D" as PeriodUnit) };
  };
  return {
    id: text("id").slice(0, 40),
    moduleId: text("module").slice(0, 100),
    rule: readRule(fields),
    from: text("from").slice(0, 20),
    due: period("due"),
    every: period("every"),
    note: text("note").slice(0, 2000),
    seen: text("seen").slice(0, 20),
    confirmed: fields.getAll("confirmed").flatMap((value) => (typeof value === "string" ? [value] : [])),
  };
}

export interface Checked {
  readonly moduleId: string;
  readonly audience: Audience;
  readonly from: CivilDate;
  readonly due: Period | null;
  readonly every: Period | null;
  readonly note: string | null;
}

function periodOf({ count, unit }: PeriodField): Period | null | undefined {
  if (count === "") return null;
  const text = `P${count}${unit}`;
  return /^[1-9]\d{0,3}$/.test(count) && isPeriod(text) ? text : undefined;
}

const roles = ["manager", "trainer", "hr", "administrator", "auditor"];
const employments = ["employee", "temporary", "contractor"];

async function conditionProblems(db: Reader, form: RequirementForm): Promise<Problem[]> {
  const conditions = conditionsOf(form.rule);
  const wanted = (kind: ConditionPart["kind"]) =>
    conditions.flatMap(({ part }) => (part.kind === kind ? part.values : []));
  const choices = await findAudienceChoices(db);
  const of = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
  const known: Partial<Record<ConditionPart["kind"], ReadonlySet<string>>> = {
    department: await findKnown(db, "department", wanted("department")),
    manager: await findKnown(db, "person", wanted("manager")),
    role: new Set(roles),
    employment: new Set(employments),
    site: of(choices.sites),
    entity: of(choices.entities),
    responsibility: of(choices.responsibilities),
  };
  return conditions.flatMap(({ place, part }): Problem[] => {
    if (part.kind === "employed") {
      const days = [part.from, part.until].filter((day) => day !== "");
      if (days.length === 0) return [{ field: place, code: "days" }];
      if (!days.every(isCivilDate)) return [{ field: place, code: "date" }];
      return part.from !== "" && part.until !== "" && part.until < part.from
        ? [{ field: place, code: "days-order" }]
        : [];
    }
    if (part.values.length === 0) return [{ field: place, code: "values" }];
    const there = known[part.kind];
    if (part.kind === "country" && !part.values.every((code) => /^[A-Z]{2}$/.test(code))) {
      return [{ field: place, code: "unknown" }];
    }
    return there && !part.values.every((value) => there.has(value)) ? [{ field: place, code: "unknown" }] : [];
  });
}

/** What a form asks for; or every fault, in the order of the page. */
export async function checkForm(
  db: Reader,
  form: RequirementForm,
  today: CivilDate,
): Promise<{ readonly problems: readonly Problem[]; readonly checked: Checked | null }> {
  const problems: Problem[] = [];
  const module = (await findRequirableModules(db)).find(({ id }) => id === form.moduleId);
  if (!module) problems.push({ field: "module", code: "module" });
  problems.push(...(await conditionProblems(db, form)));
  const { from } = form;
  if (!isCivilDate(from)) problems.push({ field: "from", code: "date" });
  else if (compareDates(from, firstDay) < 0 || compareDates(from, addDays(today, daysAhead)) > 0) {
    problems.push({ field: "from", code: "date-far" });
  }
  const [due, every] = [periodOf(form.due), periodOf(form.every)];
  if (due === undefined) problems.push({ field: "due", code: "period" });
  if (every === undefined) problems.push({ field: "every", code: "period" });
  if (module && due !== undefined && every !== undefined) {
    for (const code of shorteningFaults(readPolicy(module.policy), { due, every })) {
      problems.push({ field: code.startsWith("due") ? "due" : "every", code });
    }
  }
  if (form.note.length > longestNote) problems.push({ field: "note", code: "note" });
  if (problems.length > 0 || !isCivilDate(from)) return { problems, checked: null };
  return {
    problems,
    checked: {
      moduleId: form.moduleId,
      audience: audienceOf(form.rule) ?? { everyone: true },
      from,
      due: due ?? null,
      every: every ?? null,
      note: form.note === "" ? null : form.note,
    },
  };
}
