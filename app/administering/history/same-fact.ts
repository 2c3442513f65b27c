/** When two completions are one: of the same person, module and day, and (where it is given) with the same last day. */
interface Evidence {
  readonly personId: string;
  readonly moduleId: string;
  readonly on: string;
  readonly expires: string | null;
}

/** What is on record, to be asked whether something is there already; what is new is noted. */
export class OnRecord {
  readonly #days = new Map<string, Set<string | null>>();

  #keyOf({ personId, moduleId, on }: Evidence): string {
    return `${personId}\n${moduleId}\n${on}`;
  }

  has(evidence: Evidence): boolean {
    const known = this.#days.get(this.#keyOf(evidence));
    if (!known) return false;
    return evidence.expires === null || known.has(evidence.expires);
  }

  note(evidence: Evidence): void {
    const key = this.#keyOf(evidence);
    const known = this.#days.get(key) ?? new Set();
    this.#days.set(key, known.add(evidence.expires));
  }
}
