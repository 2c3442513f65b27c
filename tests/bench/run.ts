/** The benchmarks: `npm run -s bench -- [--json] [--only a,b] [--scale 0.1] [--profile folder]`; see docs/benchmarks.md. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPages } from "#app/commands/pages";
import type { Bench, Figures, Scenario } from "./scenario";
import { complete } from "./scenarios/complete";
import { firstVisit } from "./scenarios/first-visit";
import { importing } from "./scenarios/import";
import { importHistory } from "./scenarios/import-history";
import { importPeople } from "./scenarios/import-people";
import { lessonPage } from "./scenarios/lesson-page";
import { overview } from "./scenarios/overview";
import { preview } from "./scenarios/preview";
import { ticking } from "./scenarios/tick";
import { tryRequirement } from "./scenarios/try-requirement";
import { table } from "./table";

const scenarios: readonly Scenario[] = [
  lessonPage,
  complete,
  overview,
  ticking,
  firstVisit,
  preview,
  importing,
  importPeople,
  tryRequirement,
  importHistory,
];

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string" },
    scale: { type: "string", default: "1" },
    profile: { type: "string" },
  },
});

function chosen(): readonly Scenario[] {
  if (values.only === undefined) return scenarios;
  return values.only.split(",").map((name) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (scenario) return scenario;
    throw new Error(`There is no scenario ${name}; there are ${scenarios.map((one) => one.name).join(", ")}.`);
  });
}

async function runOne(scenario: Scenario, scale: number): Promise<Figures> {
  const todo: (() => unknown)[] = [];
  const bench: Bench = {
    scale,
    profiles: values.profile === undefined ? null : resolve(values.profile),
    say: (text) => process.stderr.write(`${text}\n`),
    after: (work) => {
      todo.push(work);
    },
  };
  try {
    return await scenario.run(bench);
  } finally {
    for (const work of todo.reverse()) await work();
  }
}

const scale = Number(values.scale);
const results: ({ readonly scenario: string } & Figures)[] = [];
try {
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale is ${values.scale}: give a number above 0, 1 at most.`);
  const wanted = chosen();
  await buildPages({ quiet: true });
  for (const scenario of wanted) {
    try {
      results.push({ scenario: scenario.name, ...(scale === 1 ? {} : { scale }), ...(await runOne(scenario, scale)) });
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(
        `${scenario.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
      );
    }
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else for (const { scenario, ...figures } of results) process.stdout.write(table(scenario, figures));
