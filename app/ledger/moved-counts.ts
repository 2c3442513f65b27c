/** What is counted of a department, with all under it, leaves those above it and comes to others. */
import type { Writer } from "#db/connect";
import {
  addPoints,
  findHeadcountSteps,
  findStandingSteps,
  putHeadcountSteps,
  putStandingSteps,
} from "#db/queries/department-writes";
import { mergedSteps } from "./step-series";

/**
 * Takes a department's counts out of those above it that it leaves and adds them to those that it comes under: its own
 * rows hold all that lies under it, so nobody is looked at one by one.
 */
export async function moveCounts(
  tx: Writer,
  departmentId: string,
  places: { readonly left: readonly string[]; readonly entered: readonly string[] },
): Promise<void> {
  const standings = await findStandingSteps(tx, departmentId);
  const heads = await findHeadcountSteps(tx, departmentId);
  const changes = [
    ...places.left.map((above) => ({ above, sign: -1 as const })),
    ...places.entered.map((above) => ({ above, sign: 1 as const })),
  ];
  for (const { above, sign } of changes) {
    const theirs = await findStandingSteps(tx, above);
    for (const [moduleId, steps] of standings) {
      await putStandingSteps(tx, above, moduleId, mergedSteps(theirs.get(moduleId) ?? [], steps, sign));
    }
    await putHeadcountSteps(tx, above, mergedSteps(await findHeadcountSteps(tx, above), heads, sign));
    await addPoints(tx, departmentId, above, sign);
  }
}
