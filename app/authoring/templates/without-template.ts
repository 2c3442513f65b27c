import type { Template } from "./template";

/** What a module without a template begins with: one lesson to write. */
export const empty: Template = {
  lessonName: "01-lesson",
  minutes: 5,
  refresherMinutes: 3,
  every: "P1Y",
  words: {
    sv: {
      summary: "[En mening: vad man kan göra efter den här modulen.]",
      lesson: { body: "[Skriv lektionen här.]" },
    },
    en: {
      summary: "[One sentence: what people can do after this module.]",
      lesson: { body: "[Write the lesson here.]" },
    },
  },
};
