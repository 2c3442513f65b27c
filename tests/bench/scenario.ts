/** One figure of a scenario; units are in its name. */
export type Figure = number | string;
export type Figures = Readonly<Record<string, Figure>>;

/** What a scenario is given. */
export interface Bench {
  /** 1: the sizes that `docs/benchmarks.md` tells; less, for trying things out. */
  readonly scale: number;
  /** Where processor profiles of the product go; null: none are taken. */
  readonly profiles: string | null;
  /** Tells whoever waits what is being done; never on standard output. */
  say(text: string): void;
  /** Has something done when the scenario is over, however it ends; the last first. */
  after(work: () => unknown): void;
}

export interface Scenario {
  readonly name: string;
  run(bench: Bench): Promise<Figures>;
}

/** A size at the bench's scale, a whole number and not less than `least`. */
export function scaled(bench: Bench, size: number, least: number): number {
  return Math.max(least, Math.round(size * bench.scale));
}
