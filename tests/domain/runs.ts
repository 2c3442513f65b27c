/** How many random stories each property is tried on: `PROPERTY_RUNS`, 2,000 where it is not set. */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 2000);

export const runs = { numRuns: RUNS };

/** Milliseconds until a property is given up for hung; no measure of speed. */
export const patience = { timeout: 120_000 + RUNS * 60 };
