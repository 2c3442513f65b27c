/** How questions do and what is remembered: for trainers and auditors, with answers and without. */
import type { Page } from "playwright-core";
import type { Area, Stage } from "#tests/support/screens";

/** Lets nothing have been counted, as in a company that has just begun. */
async function countNothing(stage: Stage): Promise<void> {
  const { db } = stage.product.deps;
  for (const table of ["item_count", "item_wrong_count", "retention_count"] as const) {
    await db.write.deleteFrom(table).execute();
  }
}

const opened = async (page: Page) => {
  for (const summary of await page.locator("main details > summary").all()) await summary.click();
};

export const screens: Area = (stage) => {
  const trainer = stage.account("trainer");
  const auditor = stage.account("auditor");
  const module = { path: "/insights/svara-kunder", route: "/insights/:module" };
  return [
    { name: "insights, for a trainer", who: trainer, path: "/insights" },
    {
      name: "insights of one module, with everything opened",
      who: auditor,
      path: "/insights?of=module:krislage",
      route: "/insights",
      reach: opened,
    },
    { name: "a module's questions in depth", who: trainer, ...module },
    { name: "insights before anybody answered", who: trainer, path: "/insights", before: () => countNothing(stage) },
    { name: "a module before anybody answered", who: auditor, ...module, before: () => countNothing(stage) },
  ];
};
