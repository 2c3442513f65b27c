/** What is required of whom: listed, written, tried, ended. */
import type { Page } from "playwright-core";
import type { Area } from "#tests/support/screens";

async function press(page: Page, value: string): Promise<void> {
  await page.locator(`button.Button[name="do"][value="${value}"]`).click();
}

async function addCondition(page: Page, kind: string, place: string, at: string): Promise<void> {
  await page.locator(`select[name="add:${place}"]`).selectOption(kind);
  await press(page, `condition ${place}`);
  await page.locator(`[id="${at}"]`).waitFor();
}

export const screens: Area = (stage) => {
  const requirement = async (moduleId: string) => {
    const row = await stage.product.deps.db.read
      .selectFrom("requirement")
      .select("id")
      .where("module_id", "=", moduleId)
      .where("withdrawn_at", "is", null)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const route = "/admin/requirements/:requirement";
  return [
    { name: "requirements", who: stage.account("admin"), path: "/admin/requirements" },
    { name: "a new requirement", who: stage.account("admin"), path: "/admin/requirements/new" },
    {
      name: "a new requirement, with a rule of every kind of condition",
      who: stage.account("admin"),
      path: "/admin/requirements/new",
      reach: async (page) => {
        const kinds = ["department", "role", "title", "site", "country", "entity", "employment", "employed"];
        for (const [at, kind] of kinds.entries()) await addCondition(page, kind, "r", `r.${at}`);
        await press(page, "group r");
        await page.locator('[id="r.8"]').waitFor();
        await addCondition(page, "responsibility", "r.8", "r.8.0");
        await press(page, "group r.8");
        await page.locator('[id="r.8.1"]').waitFor();
        await addCondition(page, "manager", "r.8.1", "r.8.1.0");
        await page.locator('input[name="search:r.8.1.0"]').fill("leht");
        await press(page, "search r.8.1.0");
        await page.locator('select[name="pick:r.8.1.0"]').waitFor();
      },
    },
    {
      name: "a new requirement, refused",
      who: stage.account("admin"),
      path: "/admin/requirements/new",
      fault: /status of 422/,
      reach: async (page) => {
        await addCondition(page, "role", "r", "r.0");
        await page.locator('input[name="every"]').fill("many");
        await press(page, "save");
        await page.locator('.Notice[role="alert"]').waitFor();
      },
    },
    {
      name: "a requirement that is tried",
      who: stage.account("admin"),
      path: "/admin/requirements/new?module=kampanj-och-markning",
      reach: async (page) => {
        await press(page, "try");
        await page.locator("#trial-people").waitFor();
      },
    },
    {
      name: "a requirement for everybody, asked twice",
      who: stage.account("admin"),
      path: "/admin/requirements/new?module=kampanj-och-markning",
      fault: /status of 422/,
      reach: async (page) => {
        await press(page, "save");
        await page.locator('input[name="confirmed"]').waitFor();
      },
    },
    {
      name: "a requirement",
      who: stage.account("admin"),
      path: async () => `/admin/requirements/${await requirement("svara-kunder")}`,
      route,
    },
    {
      name: "a requirement that is to end",
      who: stage.account("admin"),
      path: async () => `/admin/requirements/${await requirement("svara-kunder")}`,
      route,
      reach: async (page) => {
        await press(page, "try-end");
        await page.locator("#trial").waitFor();
      },
    },
    {
      name: "a requirement that is changed",
      who: stage.account("admin"),
      path: async () => `/admin/requirements/${await requirement("svara-kunder")}/edit`,
      route: `${route}/edit`,
    },
    {
      name: "requirements, to whom they are closed",
      who: stage.account("employee"),
      path: "/admin/requirements",
      fault: /status of 403/,
    },
  ];
};
