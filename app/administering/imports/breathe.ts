/** Lets others have their turn: awaited now and then by work that goes on for long. */
export type Breathe = () => Promise<void>;

/** After so many rows others have their turn. */
export const often = 500;
