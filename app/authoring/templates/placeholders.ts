/** What templates leave to be filled in: it must not reach anybody who learns. */
import { policy } from "./policy";
import { procedure } from "./procedure";
import { product } from "./product";
import { scenario } from "./scenario";
import { empty } from "./without-template";

const bracketed = /\[[^[\]\n]{4,}\]/g;

const placeholders: ReadonlySet<string> = new Set(
  [policy, procedure, product, scenario, empty].flatMap(({ words }) => {
    const texts = Object.values(words).flatMap(({ summary, lesson, refresher }) => [
      summary,
      lesson.summary ?? "",
      lesson.body,
      ...(lesson.objectives ?? []).map(({ text }) => text),
      refresher?.summary ?? "",
      refresher?.body ?? "",
    ]);
    return texts.flatMap((text) => text.match(bracketed) ?? []);
  }),
);

/** How many places of these texts still say what a template says there. */
export function placeholdersIn(texts: readonly string[]): number {
  return texts.reduce(
    (count, text) => count + (text.match(bracketed) ?? []).filter((found) => placeholders.has(found)).length,
    0,
  );
}
