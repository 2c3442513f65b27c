import { z } from "zod";
import { isCivilDate, isPeriod, parsePeriod } from "#app/domain/calendar";
import { hasControls } from "#app/domain/typed";
import { inSchema } from "./schema-message";

/** The shapes of the YAML files in a `courses/` folder. The policy is read by the domain, which owns its rules. */

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const id = z
  .string({ error: inSchema("writeId") })
  .max(64, inSchema("idTooLong"))
  .regex(idForm, inSchema("idLetters"));

export function isId(text: string): boolean {
  return id.safeParse(text).success;
}

const languageForm = z.string().regex(/^[a-z]{2,3}$/, inSchema("languageLetters"));
const words = z
  .string({ error: inSchema("writeText") })
  .trim()
  .min(1, inSchema("writeText"))
  .refine((text) => !hasControls(text), inSchema("controlCharacter"));
const email = z.email({ error: inSchema("writeEmail") });
const date = z.string({ error: inSchema("writeDate") }).refine(isCivilDate, inSchema("dateExists"));
const minutes = z
  .int({ error: inSchema("writeMinutes") })
  .min(1, inSchema("fewestMinutes"))
  .max(600, inSchema("mostMinutes"));

/** Text in the organisation's languages; the first one must be there, the others may follow later. */
function localised(languages: readonly string[], longest = 2_000) {
  const text = words.max(longest, inSchema("textTooLong", { longest }));
  const [first = "sv", ...others] = languages;
  const shape: Record<string, z.ZodType<string | undefined>> = { [first]: text };
  for (const language of others) shape[language] = text.optional();
  return z.strictObject(shape, { error: inSchema("writeInLanguages", { language: first }) }).transform((value) => {
    const given: Record<string, string> = {};
    for (const [language, text] of Object.entries(value)) if (text !== undefined) given[language] = text;
    return given;
  });
}

/** Only what is needed to read the rest: the languages of `organisation.yaml`. */
export const languagesSchema = z.object({ languages: z.array(languageForm).min(1) });

export function organisationSchema(languages: readonly string[]) {
  return z.strictObject(
    {
      languages: z
        .array(languageForm, { error: inSchema("languagesList") })
        .min(1, inSchema("oneLanguage"))
        .refine((list) => new Set(list).size === list.length, inSchema("languageTwice")),
      departments: z
        .array(
          z.strictObject(
            { id, parent: id.optional(), name: localised(languages, 80) },
            { error: inSchema("departmentForm") },
          ),
          { error: inSchema("departmentsList") },
        )
        .min(1, inSchema("oneDepartmentLeast")),
    },
    { error: inSchema("organisationForm") },
  );
}

export function courseSchema(languages: readonly string[]) {
  return z.strictObject(
    {
      title: localised(languages, 200),
      summary: localised(languages),
      owner: email,
      reviewers: z.array(email, { error: inSchema("reviewersList") }).default([]),
      responsibilities: z.array(id, { error: inSchema("responsibilitiesList") }).default([]),
      order: z
        .array(id, { error: inSchema("orderList") })
        .refine((list) => new Set(list).size === list.length, inSchema("orderTwice"))
        .optional(),
    },
    { error: inSchema("courseForm") },
  );
}

export function moduleSchema(languages: readonly string[]) {
  const text = localised(languages);
  const revision = z.strictObject(
    {
      number: z.int({ error: inSchema("writeRevisionNumber") }).min(1, inSchema("revisionsFromOne")),
      on: date.optional(),
      change: z.enum(["minor", "major", "critical"], { error: inSchema("writeChange") }),
      within: z.string().refine(isPeriod, inSchema("writePeriod")).default(parsePeriod("P30D")),
      note: text,
    },
    { error: inSchema("revisionForm") },
  );
  return z.strictObject(
    {
      title: localised(languages, 200),
      short: localised(languages, 24),
      summary: text,
      minutes,
      refresherMinutes: minutes,
      audience: z.union(
        [
          z.literal("everyone").transform(() => ({ everyone: true as const })),
          z.strictObject({ departments: z.array(id).min(1) }),
        ],
        { error: inSchema("writeAudience") },
      ),
      policy: z.unknown().refine((value) => value !== undefined, inSchema("writePolicy")),
      passMark: z
        .number({ error: inSchema("writePassMark") })
        .gt(0, inSchema("passMarkPositive"))
        .lte(1, inSchema("passMarkMost"))
        .default(0.8),
      reviewBy: date,
      why: z
        .array(
          z.strictObject(
            {
              department: id,
              points: z
                .array(z.strictObject({ figure: localised(languages, 24), text }, { error: inSchema("pointForm") }))
                .min(1, inSchema("onePoint"))
                .max(3, inSchema("threePoints")),
              source: text.optional(),
            },
            { error: inSchema("whyForm") },
          ),
          { error: inSchema("whyForm") },
        )
        .default([]),
      revisions: z
        .array(revision, { error: inSchema("revisionsList") })
        .min(1, inSchema("oneRevision"))
        .superRefine((list, context) => {
          for (const [index, entry] of list.entries()) {
            if (entry.number === index + 1) continue;
            context.addIssue({
              code: "custom",
              path: [index, "number"],
              message: inSchema("revisionOrder", { number: index + 1 }),
            });
          }
        }),
    },
    { error: inSchema("moduleForm") },
  );
}

export type Organisation = z.output<ReturnType<typeof organisationSchema>>;
export type CourseFields = z.output<ReturnType<typeof courseSchema>>;
export type ModuleFields = z.output<ReturnType<typeof moduleSchema>>;
