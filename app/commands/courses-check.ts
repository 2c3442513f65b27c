/** `npm run courses:check [folder]`: checks content and prints one line a problem; exit status 1 when there is an error. */
import { checkCourses } from "#app/lessons/check-courses";
import { formatProblem } from "#app/lessons/problem";

const folder = process.argv[2] ?? "courses";
const { problems, lessonCount } = await checkCourses(folder);
for (const problem of problems) console.log(formatProblem(problem));

const errors = problems.filter((problem) => problem.severity === "error").length;
const warnings = problems.length - errors;
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
console.log(`${count(lessonCount, "lesson")} checked, ${count(errors, "error")}, ${count(warnings, "warning")}`);
process.exitCode = errors > 0 ? 1 : 0;
