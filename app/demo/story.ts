/** What the demonstration tells on its last day: which module changed lately, which is weakest, and what each account meets. */
import type { Chance } from "./chance";
import type { DemoModule } from "./content";
import { everybodysModule } from "./first-due";
import type { DemoPerson } from "./roster";

export interface StoryModules {
  /** Changed by a major revision some three weeks before the last day. */
  readonly changed: DemoModule;
  /** Weakest, in the stores. */
  readonly weak: DemoModule | null;
}

/** The modules of the story; where the courses have others, the one with most major revisions is the changed one. */
export function storyModules(modules: readonly DemoModule[]): StoryModules {
  const majors = (module: DemoModule) =>
    module.revisions.filter((revision) => revision.number > 1 && revision.change === "major").length;
  const byMajors = [...modules].sort((a, b) => majors(b) - majors(a));
  const changed = modules.find((module) => module.id === "svara-kunder") ?? byMajors[0];
  if (!changed || majors(changed) === 0)
    throw new Error("The demonstration needs a module with a second, major revision");
  return { changed, weak: modules.find((module) => module.id === "krislage" && module !== changed) ?? null };
}

/** How somebody treats one module, where that is not as everybody does. */
export type Treatment =
  /** Took it once and lets its refreshers pass. */
  | "lets-pass"
  /** Never took it. */
  | "never-takes";

/** Those in the stores who put the weak module off: a share of them all, the same in each store. */
const putsOff = 0.2;

/** By person key and module id: `treatments.get(key)?.get(moduleId)`. */
export function planTreatments(
  chance: Chance,
  people: readonly DemoPerson[],
  modules: readonly DemoModule[],
): Map<string, Map<string, Treatment>> {
  const treatments = new Map<string, Map<string, Treatment>>();
  const treat = (key: string, moduleId: string, treatment: Treatment) => {
    const own = treatments.get(key) ?? new Map<string, Treatment>();
    own.set(moduleId, treatment);
    treatments.set(key, own);
  };
  const { weak } = storyModules(modules);
  if (weak) {
    const stores = new Map<string, DemoPerson[]>();
    for (const person of people) {
      const post = person.posts.at(-1);
      if (post?.top !== "butik" || person.leads !== null || post.departmentId === "butik") continue;
      if (person.key === "nour" || person.key === "hevin") continue;
      stores.set(post.departmentId, [...(stores.get(post.departmentId) ?? []), person]);
    }
    for (const [store, staff] of stores) {
      const first = staff.filter((person) => person.key === "bjorn" || person.key === "elif");
      const others = chance.shuffled(
        staff.filter((person) => !first.includes(person) && person.posts.at(-1)?.to === null),
        "puts off",
        store,
      );
      const count = Math.round(staff.length * putsOff);
      for (const person of [...first, ...others].slice(0, count)) treat(person.key, weak.id, "lets-pass");
    }
  }
  // Due on the last day: begun, and one module left.
  // New this week, and yet to begin.
  for (const module of modules) treat("nour", module.id, "never-takes");
  treat("tilde", everybodysModule(modules).id, "never-takes");
  treat("ebba", everybodysModule(modules).id, "never-takes");
  return treatments;
}
