/** Courses for the demonstration's tests: modules of every kind of policy, brought in through the ledger. */
import { ulid } from "ulid";
import type { ContentForDemo, DemoDepartment, DemoModule, Unit } from "#app/demo/content";
import { civilDate, parsePeriod } from "#app/domain/calendar";
import { type Policy, parsePolicy } from "#app/domain/policy";
import { recordPolicy, recordRevision } from "#app/ledger/record";
import type { QuestionKey } from "#app/lessons/question";
import { instantText } from "#app/platform/clock";

const department = (id: string, parent?: string): DemoDepartment => ({ id, parent, name: { sv: id, en: id } });

const departments: readonly DemoDepartment[] = [
  ...["hr", "kundservice", "salj", "marknad", "butik", "ledning"].map((id) => department(id)),
  department("kundservice-umea", "kundservice"),
  department("kundservice-sundsvall", "kundservice"),
  department("salj-foretag", "salj"),
  department("salj-ehandel", "salj"),
  department("marknad-innehall", "marknad"),
  department("marknad-kampanj", "marknad"),
  ...["sundsvall", "goteborg", "umea", "stockholm", "ostersund"].map((place) => department(`butik-${place}`, "butik")),
];

function policy(value: unknown): Policy {
  const parsed = parsePolicy(value);
  if (!parsed.ok) throw new Error(parsed.faults.map((fault) => `${fault.path}: ${fault.message}`).join("; "));
  return parsed.value;
}

const monthly = { window: "P30D", grace: "P14D" };

type Change = DemoModule["revisions"][number]["change"];

function module_(
  id: string,
  audience: readonly string[] | "everyone",
  refresh: Record<string, unknown>,
  ...changes: Change[]
): DemoModule {
  return {
    id,
    audience: audience === "everyone" ? { everyone: true } : { departments: audience },
    policy: policy({ due: "P30D", refresh: { ...monthly, ...refresh } }),
    passMark: 0.8,
    minutes: 6,
    refresherMinutes: 4,
    revisions: (["major", ...changes] as const).map((change, at) => ({
      number: at + 1,
      change,
      within: parsePeriod("P30D"),
    })),
  };
}

const modules: readonly DemoModule[] = [
  module_("strategin", "everyone", { every: "P1Y", anchor: "keep" }, "major"),
  module_(
    "svara-kunder",
    ["kundservice", "salj", "marknad", "butik"],
    { every: "P6M", weak: { below: 0.8, every: "P3M" }, spread: "P14D" },
    "major",
  ),
  module_("social-forsaljning", ["salj", "kundservice", "marknad"], { every: "P1Y" }),
  module_("kampanj-och-markning", ["marknad", "salj", "hr"], { anchor: "calendar", on: ["03-31", "09-30"] }),
  module_("arbetsgivarvarumarket", ["hr", "ledning", "marknad"], { every: "P1Y" }, "major"),
  module_("bilder-och-dataskydd", "everyone", { every: "P9M" }, "minor"),
  module_("krislage", "everyone", { every: "P6M", anchor: "keep", afterLapse: "module" }),
];

function question(module: string, name: string, kind: QuestionKey["kind"], only?: string): QuestionKey {
  const choices = ["a", "b", "c", "d"].map((id, at) => ({
    id,
    text: `${name} ${id}`,
    html: `${name} ${id}`,
    right: kind === "order" || (kind === "many" ? at < 2 : at === 0),
  }));
  return {
    id: `${module}-${name}`,
    kind,
    objective: `${module}-${name.slice(0, 1)}`,
    promptText: name,
    promptHtml: name,
    choices,
    ...(only ? { audience: { only: [only] } } : {}),
  };
}

function unit(name: string, keys: readonly QuestionKey[], statements: readonly string[] = []): Unit {
  const confirmations = statements.map((id) => ({ id, text: `I will ${id}` }));
  return { name, files: new Map([["sv", { keys, confirmations }]]) };
}

function unitsOf(module: string) {
  const ask = (name: string, kind: QuestionKey["kind"] = "one", only?: string) => question(module, name, kind, only);
  return {
    lessons: [
      unit("01", [ask("a1"), ask("b1", "many"), ask("c1")]),
      unit("02", [ask("d1", "order"), ask("e1"), ask("f1", "one", "butik")], ["follow"]),
    ],
    questions: [unit("bank", [ask("a2"), ask("c2", "text"), ask("e2")])],
    refreshers:
      // One module has none: they are drawn from its checks.
      module === "bilder-och-dataskydd"
        ? []
        : ["r1", "r2"].map((name) =>
            unit(name, [ask(`a${name}`), ask(`b${name}`, "many"), ask(`c${name}`), ask(`d${name}`), ask(`e${name}`)]),
          ),
  };
}

/** Every question of the test's courses, by id. */
export function questionsOfTests(): Map<string, QuestionKey> {
  const keys = new Map<string, QuestionKey>();
  for (const { id } of modules) {
    for (const units of Object.values(unitsOf(id))) {
      for (const { files } of units)
        for (const file of files.values()) for (const key of file.keys) keys.set(key.id, key);
    }
  }
  return keys;
}

/** Courses without a file: what the importer does for the real ones, in the same tables. */
export function contentForTests(): ContentForDemo {
  return {
    languages: ["sv", "en"],
    departments,
    modules,
    async publish(tx, recording, { moduleId, number, on }) {
      const position = modules.findIndex((candidate) => candidate.id === moduleId);
      const module = modules[position];
      const revision = module?.revisions[number - 1];
      if (!module || !revision) throw new Error(`There is no revision ${number} of ${moduleId}`);
      const text = JSON.stringify({ sv: moduleId, en: moduleId });
      if (number === 1) {
        await tx
          .insertInto("course")
          .values({ id: "kursen", title: text, summary: text, owner: "trainer@fjallnas.example", position: 0 })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
        await tx
          .insertInto("module")
          .values({
            id: moduleId,
            course_id: "kursen",
            title: text,
            short: text,
            summary: text,
            minutes: module.minutes,
            refresher_minutes: module.refresherMinutes,
            pass_mark: module.passMark,
            review_by: civilDate("2030-01-01"),
            why: "[]",
            policy: JSON.stringify(module.policy),
            position,
          })
          .execute();
        await recordPolicy(tx, recording, { moduleId, on, policy: module.policy });
        await tx
          .insertInto("requirement")
          .values({
            id: ulid(recording.at.getTime()),
            module_id: moduleId,
            audience: JSON.stringify(module.audience),
            from_on: on,
            to_on: null,
            due: null,
            every: null,
            recorded_at: instantText(recording.at),
            recorded_by: recording.by,
          })
          .execute();
      }
      const revisionId = ulid(recording.at.getTime());
      const contentHash = `${moduleId} ${number}`;
      await recordRevision(tx, recording, {
        id: revisionId,
        moduleId,
        number,
        change: revision.change,
        within: revision.within ?? null,
        note: text,
        contentHash,
        on,
      });
      return { revisionId, contentHash, ...unitsOf(moduleId) };
    },
  };
}
