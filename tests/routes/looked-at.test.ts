import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import routes from "#app/routes";
import { type Area, addressesOf, routeOf, stageOf } from "#tests/support/screens";

const folder = resolve("tests/browser/screens");
const areas = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));

it.each(areas)("looks at the screens of %s", (area) => {
  expect(existsSync(resolve(`tests/browser/axe-${area}.test.ts`))).toBe(true);
});

it("leaves out none of the table of addresses", async () => {
  const looked = new Set<string>();
  for (const area of areas) {
    const { screens } = (await import(resolve(folder, `${area}.ts`))) as { readonly screens: Area };
    for (const screen of screens(stageOf(() => undefined))) looked.add(routeOf(screen));
  }
  const pages = addressesOf(routes)
    .filter(({ file }) => /^export default /m.test(readFileSync(resolve("app", file), "utf8")))
    .map(({ address }) => address);
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter((address) => !looked.has(address))).toEqual([]);
  const known = new Set(addressesOf(routes).map(({ address }) => address));
  expect([...looked].filter((address) => !known.has(address))).toEqual([]);
});
