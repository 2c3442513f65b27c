import type { sv } from "./sv";

/** The shape of a catalogue, taken from the Swedish one: a missing or misspelt key does not compile. */
export type Words = typeof sv;
