/** How things stand before and after, counted over what a file speaks of. */
import type { Standing } from "#app/domain/standing";
import type { Preview } from "#app/ledger/preview";
import type { DayOne, StateFigures } from "./history-options";

type Figures = { -readonly [State in keyof StateFigures]: StateFigures[State] };

const away = new Set(["exempt", "on-leave", "not-required"]);
const late = new Set(["overdue", "lapsed", "refresher-overdue"]);

function count(figures: Figures, standing: Standing | null, voluntary: boolean): void {
  const state = standing === null ? "none" : voluntary ? "voluntary" : standing.state;
  figures[state] = (figures[state] ?? 0) + 1;
}

function isRequired(standing: Standing | null, voluntary: boolean): standing is Standing {
  return standing !== null && !voluntary && !away.has(standing.state);
}

/** Adds up what day one will show. */
export class DayOneCount {
  #required = 0;
  readonly #valid = { before: 0, after: 0 };
  readonly #anew = { before: 0, after: 0 };
  readonly #late = { before: 0, after: 0 };
  #changed = 0;
  readonly #before: Figures = {};
  readonly #after: Figures = {};

  add({ before, after, changedOn, voluntary }: Preview): void {
    count(this.#before, before, voluntary.before);
    count(this.#after, after, voluntary.after);
    if (isRequired(after, voluntary.after)) this.#required += 1;
    this.#note("before", before, voluntary.before);
    this.#note("after", after, voluntary.after);
    if (changedOn !== null && isRequired(after, voluntary.after)) this.#changed += 1;
  }

  #note(when: "before" | "after", standing: Standing | null, voluntary: boolean): void {
    if (!isRequired(standing, voluntary)) return;
    if (standing.valid) this.#valid[when] += 1;
    if (standing.task === "module") this.#anew[when] += 1;
    if (late.has(standing.state)) this.#late[when] += 1;
  }

  get figures(): DayOne {
    return {
      required: this.#required,
      valid: { ...this.#valid },
      anew: { ...this.#anew },
      late: { ...this.#late },
      changed: this.#changed,
      before: { ...this.#before },
      after: { ...this.#after },
    };
  }
}
