/** Who was, is and will be away, and who was exempted from what. */
import { isForDepartments } from "#app/domain/audience";
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { Chance } from "./chance";
import type { DemoModule } from "./content";
import type { PlannedPublication } from "./publishing";
import type { DemoPerson } from "./roster";
import { storyModules } from "./story";

export interface PlannedAbsence {
  readonly personKey: string;
  readonly kind: "leave" | "exemption";
  /** Null: all modules. */
  readonly moduleId: string | null;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly reason?: string;
  readonly recordedOn: CivilDate;
  /** Recorded for the wrong person, and withdrawn on this day. */
  readonly withdrawnOn?: CivilDate;
}

const shortShare = 0.3;
const longShare = 0.1;
const exemptionShare = 0.035;

const reasons = [
  "Arbetar inte med detta under året.",
  "Har ingen kundkontakt i nuvarande uppdrag.",
  "Utlånad till lagret till och med slutdatumet.",
  "Har visat motsvarande kunskap i samtal med utbildaren.",
];

export function planAbsences(input: {
  readonly chance: Chance;
  readonly people: readonly DemoPerson[];
  readonly modules: readonly DemoModule[];
  readonly publications: readonly PlannedPublication[];
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly above: (departmentId: string) => readonly string[];
}): PlannedAbsence[] {
  const { chance, modules, firstDay, lastDay } = input;
  const { changed, weak } = storyModules(modules);
  const ago = (days: number) => addDays(lastDay, -days);
  const own = (person: DemoPerson) => {
    const department = person.posts.at(-1)?.departmentId;
    return modules.filter((module) => department && isForDepartments(module.audience, input.above(department)));
  };
  const planned: PlannedAbsence[] = [
    // Away while a refresher came due, and back since.
    { personKey: "bjorn", kind: "leave", moduleId: null, from: ago(155), until: ago(34), recordedOn: ago(190) },
    { personKey: "katarzyna", kind: "leave", moduleId: null, from: ago(75), until: ago(-48), recordedOn: ago(96) },
    { personKey: "abdirahman", kind: "leave", moduleId: null, from: ago(12), until: null, recordedOn: ago(11) },
    // Planned: begins after the last day.
    { personKey: "mai", kind: "leave", moduleId: null, from: ago(-9), until: ago(-30), recordedOn: ago(20) },
    { personKey: "priya", kind: "leave", moduleId: null, from: ago(-25), until: ago(-200), recordedOn: ago(5) },
  ];
  const maja = input.people.find((person) => person.key === "maja");
  const spared =
    maja && own(maja).find((module) => module !== changed && module !== weak && !("everyone" in module.audience));
  if (maja && spared) {
    planned.push({
      personKey: "maja",
      kind: "exemption",
      moduleId: spared.id,
      from: ago(80),
      until: ago(-38),
      reason: "Arbetar enbart med sortimentet, utan kundkontakt.",
      recordedOn: ago(80),
    });
  }
  const told = new Set(["bjorn", "elif", "katarzyna", "abdirahman", "mai", "priya", "maja", "nour", "ebba", "hevin"]);
  for (const person of input.people) {
    if (person.account !== null || told.has(person.key)) continue;
    const add = (absence: Omit<PlannedAbsence, "personKey">) => {
      const employed = person.posts.some(
        (post) =>
          compareDates(post.from, absence.from) < 0 &&
          compareDates(post.from, absence.recordedOn) < 0 &&
          (post.to === null || (absence.until !== null && compareDates(absence.until, post.to) < 0)),
      );
      const known = compareDates(absence.recordedOn, firstDay) > 0 && compareDates(absence.recordedOn, lastDay) <= 0;
      if (employed && known) planned.push({ personKey: person.key, ...absence });
    };
    const leave = (start: number, days: number, early: number) => {
      const from = ago(start);
      add({ kind: "leave", moduleId: null, from, until: addDays(from, days - 1), recordedOn: addDays(from, -early) });
    };
    const key = person.key;
    if (chance.share("short leave", key) < shortShare) {
      // Some are written down only when somebody is back.
      leave(
        chance.whole(-40, 540, "short", key),
        chance.whole(3, 35, "short days", key),
        chance.whole(-3, 20, "short early", key),
      );
    }
    if (chance.share("long leave", key) < longShare) {
      leave(
        chance.whole(-25, 500, "long", key),
        chance.whole(60, 270, "long days", key),
        chance.whole(5, 45, "long early", key),
      );
    }
    if (chance.share("exemption", key) < exemptionShare) {
      const from = ago(chance.whole(-10, 400, "exempt from", key));
      const recordedOn = addDays(from, -chance.whole(0, 10, "exempt early", key));
      const present = own(person).filter((module) =>
        input.publications.some(({ moduleId, on }) => moduleId === module.id && compareDates(on, recordedOn) < 0),
      );
      if (present.length === 0) continue;
      add({
        kind: "exemption",
        moduleId: chance.pick(present, "exempted", key).id,
        from,
        until: addDays(from, chance.whole(60, 200, "exempt days", key)),
        reason: chance.pick(reasons, "reason", key),
        recordedOn,
      });
    }
  }
  const namesake = input.people.find((person) => person.key === "saga");
  if (namesake) {
    const from = ago(210);
    const mistaken = { personKey: "saga", kind: "leave", moduleId: null, from, until: addDays(from, 27) } as const;
    planned.push({ ...mistaken, recordedOn: ago(214), withdrawnOn: ago(212) });
  }
  return planned;
}
