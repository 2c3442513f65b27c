import { afterAll, describe, expect, it } from "vitest";
import { checkLesson } from "#app/lessons/check-lesson";
import { hasErrors } from "#app/lessons/problem";
import { lessonContext, lessonOf, linesBefore } from "#tests/support/lessons";
import { attacks, mark, places, wholeFiles } from "./corpus";

function problemsOf(source: string) {
  const { problems } = checkLesson(source, lessonContext());
  return { refused: hasErrors(problems), places: problems.map(({ code, line, column }) => [code, line, column]) };
}

/** Where something stands in a text: both numbers count from 1. */
function positionIn(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset).split("\n");
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

afterAll(() => expect(Object.hasOwn(globalThis, mark), "an attack has run").toBe(false));

describe("what an author could try is refused where it stands", () => {
  const cases = places.flatMap((place) =>
    attacks.filter(({ isLink }) => !(isLink && place.isLink)).map((attack) => ({ place, attack })),
  );
  it("there are many", () => {
    expect(attacks.length).toBeGreaterThan(100);
    expect(cases.length + wholeFiles.length).toBeGreaterThan(2_000);
  });

  it.each(places)("$title", (place) => {
    const faults: string[] = [];
    for (const { attack } of cases.filter((one) => one.place === place)) {
      const body = place.template.replace("•", () => attack.source);
      const [line, column] = positionIn(body, place.template.indexOf("•") + attack.at);
      const found = problemsOf(lessonOf(body));
      const wanted = JSON.stringify([attack.code, line + linesBefore, column]);
      if (!found.refused || !found.places.some((one) => JSON.stringify(one) === wanted)) {
        faults.push(`${attack.title}: ${wanted} is not among ${JSON.stringify(found.places)}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(wholeFiles)("$title", ({ source, code, line, column }) => {
    const found = problemsOf(source);
    expect(found.refused).toBe(true);
    expect(found.places).toContainEqual([code, line, column]);
  });
});
