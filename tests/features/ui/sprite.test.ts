import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { iconNames, shapeNames, spriteHref } from "#app/ui/sprite";

const folder = join(import.meta.dirname, "../../../public/assets");
const content = readFileSync(join(folder, spriteHref.replace("/assets/", "")), "utf8");

it("names the sprite after its content, since browsers keep it for ever", () => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  expect(spriteHref).toBe(`/assets/sprite-${hash}.svg`);
});

it("ships one sprite only", () => {
  expect(readdirSync(folder).filter((name) => name.startsWith("sprite-"))).toHaveLength(1);
});

it("has a drawing for every name, and no drawing without one", () => {
  const ids = [...content.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]);
  const names = [...iconNames.map((name) => `i-${name}`), ...shapeNames.map((name) => `s-${name}`)];
  expect([...ids].sort()).toEqual([...names].sort());
});

it("holds nothing that could run or be fetched", () => {
  expect(content).not.toMatch(/<script|<style|href=|url\(|\son\w+=/i);
});
