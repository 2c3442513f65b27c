import { z } from "zod";
import { isCivilDate, isPeriod, parsePeriod } from "#app/domain/calendar";

/** The shapes of the YAML files in a `courses/` folder. The policy is read by the domain, which owns its rules. */

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const id = z
  .string({ error: "write an id" })
  .max(64, "an id is at most 64 characters")
  .regex(idForm, "an id is lower-case letters a to z, digits and hyphens");

export function isId(text: string): boolean {
  return id.safeParse(text).success;
}

const languageForm = z.string().regex(/^[a-z]{2,3}$/, "a language is two or three letters, such as sv");
const words = z.string({ error: "write a text" }).trim().min(1, "write a text");
const email = z.email({ error: "write an e-mail address" });
const date = z
  .string({ error: "write a date as YYYY-MM-DD" })
  .refine(isCivilDate, "write a date that exists, as YYYY-MM-DD");
const minutes = z
  .int({ error: "write a whole number of minutes" })
  .min(1, "at least 1 minute")
  .max(600, "at most 600 minutes; split the module");

/** Text in the organisation's languages; the first one must be there, the others may follow later. */
function localised(languages: readonly string[], longest = 2_000) {
  const text = words.max(longest, `at most ${longest} characters`);
  const [first = "sv", ...others] = languages;
  const shape: Record<string, z.ZodType<string | undefined>> = { [first]: text };
  for (const language of others) shape[language] = text.optional();
  return z
    .strictObject(shape, { error: `write the text in each language, as { ${first}: ... }` })
    .transform((value) => {
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
        .array(languageForm, { error: "write the languages as a list, the fallback first: [sv, en]" })
        .min(1, "write at least one language")
        .refine((list) => new Set(list).size === list.length, "a language is written twice"),
      departments: z
        .array(
          z.strictObject(
            { id, parent: id.optional(), name: localised(languages, 80) },
            { error: "a department is { id, name }, and parent where it lies under another" },
          ),
          { error: "write the departments as a list" },
        )
        .min(1, "write at least one department"),
    },
    { error: "organisation.yaml has languages and departments" },
  );
}

export function courseSchema(languages: readonly string[]) {
  return z.strictObject(
    {
      title: localised(languages, 200),
      summary: localised(languages),
      owner: email,
      reviewers: z.array(email, { error: "write the reviewers' addresses as a list" }).default([]),
      responsibilities: z.array(id, { error: "write the responsibilities' ids as a list" }).default([]),
    },
    { error: "course.yaml has title, summary, owner, reviewers and responsibilities" },
  );
}

export function moduleSchema(languages: readonly string[]) {
  const text = localised(languages);
  const revision = z.strictObject(
    {
      number: z.int({ error: "write the revision's number, from 1" }).min(1, "revisions count from 1"),
      on: date.optional(),
      change: z.enum(["minor", "major", "critical"], { error: "write minor, major or critical" }),
      within: z
        .string()
        .refine(isPeriod, "write a period of whole days, weeks, months or years, such as P30D")
        .default(parsePeriod("P30D")),
      note: text,
    },
    { error: "a revision is { number, change, note }, and within or on where wanted" },
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
        { error: "write everyone, or { departments: [...] }" },
      ),
      policy: z.unknown().refine((value) => value !== undefined, "write the policy; an empty one is {}"),
      passMark: z
        .number({ error: "write the pass mark as a share, such as 0.8" })
        .gt(0, "the pass mark is more than 0")
        .lte(1, "the pass mark is a share of at most 1, such as 0.8")
        .default(0.8),
      reviewBy: date,
      why: z
        .array(
          z.strictObject(
            {
              department: id,
              points: z
                .array(
                  z.strictObject({ figure: localised(languages, 24), text }, { error: "a point is { figure, text }" }),
                )
                .min(1, "write at least one point")
                .max(3, "at most three points: choose the strongest"),
              source: text.optional(),
            },
            { error: "why is a list of { department, points }" },
          ),
          { error: "why is a list of { department, points }" },
        )
        .default([]),
      revisions: z
        .array(revision, { error: "write the revisions as a list, from number 1" })
        .min(1, "write at least revision 1")
        .superRefine((list, context) => {
          for (const [index, entry] of list.entries()) {
            if (entry.number === index + 1) continue;
            context.addIssue({
              code: "custom",
              path: [index, "number"],
              message: `revisions count 1, 2, 3 in order; this one should be ${index + 1}`,
            });
          }
        }),
    },
    { error: "module.yaml holds the module's fields" },
  );
}

export type Organisation = z.output<ReturnType<typeof organisationSchema>>;
export type CourseFields = z.output<ReturnType<typeof courseSchema>>;
export type ModuleFields = z.output<ReturnType<typeof moduleSchema>>;
