/** Those who administer, while a file ends employments and takes addresses away: somebody is left, and can sign in. */
export class RemainingAdministrators {
  /** Whether they have an address, by id. */
  readonly #hasAddress: Map<string, boolean>;

  constructor(people: Iterable<{ readonly id: string; readonly email: string | null }>) {
    this.#hasAddress = new Map([...people].map(({ id, email }) => [id, email !== null]));
  }

  has(id: string): boolean {
    return this.#hasAddress.has(id);
  }

  /** Whether somebody else with an address is left; true where this one has none. */
  #isReachableWithout(id: string): boolean {
    if (this.#hasAddress.get(id) !== true) return true;
    return [...this.#hasAddress].some(([other, has]) => other !== id && has);
  }

  /** Takes one of them out; false, and nothing taken, where nobody would be left who administers and can sign in. */
  leave(id: string): boolean {
    if (!this.has(id)) return true;
    if (this.#hasAddress.size === 1 || !this.#isReachableWithout(id)) return false;
    return this.#hasAddress.delete(id);
  }

  /** Takes the address of one of them; false, and nothing taken, where it is the last. */
  loseAddress(id: string): boolean {
    if (!this.has(id)) return true;
    if (!this.#isReachableWithout(id)) return false;
    this.#hasAddress.set(id, false);
    return true;
  }
}
