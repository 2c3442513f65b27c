/** A new module, and questions from another system. */
import type { Area } from "#tests/support/screens";

const gift =
  "::Först:: Vad gör du först? {=Ringer ~Väntar#Då hinner det spridas.}\n\nVilka? {~%50%a ~%50%b ~%-100%c}\n\nBerätta. {}\n\nTrasig {=a";

export const screens: Area = (stage) => {
  const trainer = stage.account("trainer");
  const route = "/studio/:module/gift";
  const path = "/studio/krislage/gift";
  return [
    { name: "a new module", who: trainer, path: "/studio/new" },
    {
      name: "a new module, refused",
      who: trainer,
      path: "/studio/new",
      reach: async (page) => {
        await page.locator('input[name="id"]').fill("Fel Id");
        await page.locator(".NewModule button").click();
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
    { name: "questions from GIFT", who: trainer, path, route },
    {
      name: "questions from GIFT, tried",
      who: trainer,
      path,
      route,
      reach: async (page) => {
        await page.locator('textarea[name="gift"]').fill(gift);
        await page.locator('input[name="title"]').fill("Fler");
        await page.locator('button[value="try"]').click();
        await page.locator("#carried").waitFor();
      },
    },
    {
      name: "questions from GIFT, refused",
      who: trainer,
      path,
      route,
      reach: async (page) => {
        await page.locator('button[value="try"]').click();
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
  ];
};
