/** Coming in, coming back, and what is not there. */
import { personOf } from "#tests/support/people";
import type { Area, Stage } from "#tests/support/screens";
import { enterAs, type WatchedPage } from "#tests/support/watched-browser";

/** Sends a form after the session has ended, so that it waits to be handed in; scripts of the page send nothing from then on. */
async function parkAnswer({ product, at }: Stage, { context, page }: WatchedPage): Promise<void> {
  const { db } = product.deps;
  const person = await personOf(db, "employee");
  await db.write
    .updateTable("session")
    .set({ expires_at: "2026-11-23T00:00:00.000Z" })
    .where("person_id", "=", person)
    .execute();
  const path = at("/modules/svara-kunder/refresher/question");
  const data = new URLSearchParams({ intent: "answer", check: "x", attempt: "x", answer: "x" }).toString();
  const headers = { Origin: product.origin, "Content-Type": "application/x-www-form-urlencoded" };
  await context.request.post(path, { headers, data, maxRedirects: 0 });
  await enterAs(product, { context } as WatchedPage, person);
  // A document that is on its way and never comes would hold up the browser itself.
  await page.addInitScript(() => {
    HTMLFormElement.prototype.submit = () => undefined;
  });
}

export const screens: Area = (stage) => [
  { name: "sign in", who: stage.nobody, path: "/sign-in" },
  {
    name: "sign in, refused",
    who: stage.nobody,
    path: "/sign-in",
    reach: async (page) => {
      await page.locator('input[name="email"]').fill("nobody@fjallnas.example");
      await page.locator('input[name="password"]').fill("wrong");
      await page.locator('button[value="sign-in"]').click();
      await page.getByRole("alert").waitFor();
    },
    fault: /status of 422/,
  },
  {
    name: "sign in, with nothing written",
    who: stage.nobody,
    path: "/sign-in?next=%2F&kept=1",
    reach: async (page) => {
      await page.locator('button[value="sign-in"]').click();
      await page.locator(".Error, [aria-invalid]").first().waitFor();
    },
    fault: /status of 422/,
  },
  {
    name: "an address that leads nowhere",
    who: stage.account("employee"),
    path: "/nowhere",
    route: "/*",
    fault: /status of 404/,
  },
  {
    name: "an address that leads nowhere, to nobody",
    who: stage.nobody,
    path: "/nowhere",
    route: "/*",
    fault: /status of 404/,
  },
  {
    name: "handing in what waited",
    who: stage.account("employee"),
    path: "/resume",
    beforeEach: (device) => parkAnswer(stage, device),
    // What is handed in leads on at once; held back, the page can be looked at.
    reach: async (page) => void (await page.locator("main form").waitFor()),
  },
];
