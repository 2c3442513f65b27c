/** The import of courses into an empty database, a lesson at a time, against mdx-bundler alone on the same files. */

import { temporaryFolder } from "../databases";
import { median, rounded } from "../figures";
import { startProcess } from "../processes";
import type { Imported, Importer } from "../processes/importer";
import type { Figures, Scenario } from "../scenario";

const rounds = 5;

export const importing: Scenario = {
  name: "import",
  async run(bench): Promise<Figures> {
    const ours: Imported[] = [];
    const theirs: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bench.say(`import: round ${round + 1} of ${rounds}`);
      // Cold is a process that has imported nothing yet.
      const importer = startProcess<Importer>(bench, "importer.ts");
      ours.push(await importer.call("importCourses", temporaryFolder(bench)));
      await importer.stop();
      const floor = startProcess<Importer>(bench, "importer.ts");
      theirs.push(await floor.call("bundleOnly", undefined));
      await floor.stop();
    }
    const lessons = ours[0]?.lessons.length ?? 0;
    if (lessons === 0 || theirs.some((round) => round.length !== lessons)) {
      throw new Error("The floor has not bundled the lessons that the product has imported");
    }
    const cold = (round: readonly number[]) => round[0] ?? 0;
    const warm = (round: readonly number[]) => median(round.slice(1));
    /** All that the import does besides the first lesson: reading, checking, compiling, storing, other files too. */
    const rest = ({ lessons: times, wholeMs }: Imported) => (wholeMs - cold(times)) / (times.length - 1);
    return {
      coldMs: rounded(median(ours.map((round) => cold(round.lessons)))),
      warmMs: rounded(median(ours.map(rest)), 1),
      floorColdMs: rounded(median(theirs.map(cold))),
      floorWarmMs: rounded(median(theirs.map(warm)), 1),
      bundlingMs: rounded(median(ours.map((round) => warm(round.lessons))), 1),
      wholeMs: rounded(median(ours.map((round) => round.wholeMs))),
      againMs: rounded(median(ours.map((round) => round.againMs))),
      lessons,
      otherFiles: ours[0]?.others ?? 0,
    };
  },
};
