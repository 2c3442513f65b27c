/** The organisation: departments, people, entities and sites, roles and responsibilities. */
import type { Page } from "playwright-core";
import { personOf } from "#tests/support/people";
import type { Area } from "#tests/support/screens";

export const screens: Area = (stage) => {
  const admin = stage.account("admin");
  const db = () => stage.product.deps.db.read;
  const employee = async () => await personOf(stage.product.deps.db, "employee");
  const oneOf = (table: "site" | "entity") => async () =>
    (await db().selectFrom(table).select("id").orderBy("name").executeTakeFirstOrThrow()).id;
  const sent = (intent: string) => ({
    reach: async (page: Page) => {
      await page.locator(`details:has(button[value="${intent}"]) > summary`).click();
      await page.locator(`button[value="${intent}"]`).click();
      await page.getByRole("alert").waitFor();
    },
    fault: /status of 422/,
  });
  const person = {
    who: admin,
    path: async () => `/admin/people/${await employee()}`,
    route: "/admin/people/:personId",
  };
  const site = {
    who: admin,
    path: async () => `/admin/places/sites/${await oneOf("site")()}`,
    route: "/admin/places/sites/:siteId",
  };
  const department = { who: admin, path: "/admin/departments/butik", route: "/admin/departments/:departmentId" };
  return [
    { name: "departments", who: admin, path: "/admin/departments" },
    { name: "departments, as an auditor sees them", who: stage.account("auditor"), path: "/admin/departments" },
    { name: "a new department, refused", who: admin, path: "/admin/departments", ...sent("create") },
    { name: "a department", ...department },
    { name: "a department that cannot be closed", ...department, ...sent("close") },
    { name: "people", who: admin, path: "/admin/people" },
    { name: "people, nobody found", who: admin, path: "/admin/people?q=zzzzzz" },
    { name: "people who left", who: admin, path: "/admin/people?state=left&sort=from&order=descending" },
    { name: "somebody new", who: admin, path: "/admin/people/new" },
    {
      name: "somebody new, refused",
      who: admin,
      path: "/admin/people/new",
      reach: async (page) => {
        await page.locator('button[value="create"]').click();
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
    { name: "one person", ...person },
    {
      name: "one person, every form open",
      ...person,
      reach: async (page) => {
        for (const summary of await page.locator("main details > summary").all()) await summary.click();
      },
    },
    { name: "entities and sites", who: admin, path: "/admin/places" },
    { name: "a new site, refused", who: admin, path: "/admin/places", ...sent("create-site") },
    {
      name: "an entity",
      who: admin,
      path: async () => `/admin/places/entities/${await oneOf("entity")()}`,
      route: "/admin/places/entities/:entityId",
    },
    { name: "a site", ...site },
    {
      name: "a site with its holidays to be written",
      ...site,
      reach: async (page) => {
        await page.locator('details:has(button[value="holidays"]) > summary').click();
      },
    },
    { name: "roles and responsibilities", who: admin, path: "/admin/roles" },
    { name: "a role, refused", who: admin, path: "/admin/roles", ...sent("give") },
    {
      name: "a responsibility to be given",
      who: admin,
      path: async () => {
        const first = await db().selectFrom("responsibility").select("id").executeTakeFirstOrThrow();
        return `/admin/roles?change=${first.id}`;
      },
      route: "/admin/roles",
    },
  ];
};
