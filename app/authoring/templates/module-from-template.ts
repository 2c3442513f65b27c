/** The files and fields that a new module begins with. */
import { addPeriod, type CivilDate, parsePeriod } from "#app/domain/calendar";
import { isLanguage } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Fields } from "../drafts/draft-state.server";
import { policy } from "./policy";
import { procedure } from "./procedure";
import { product } from "./product";
import { scenario } from "./scenario";
import type { Template, TemplateId, TemplateText } from "./template";
import { empty } from "./without-template";

const templates: Readonly<Record<TemplateId, Template>> = { procedure, policy, product, scenario };

/** What a new module is made of; without a template it has one empty lesson and no refresher. */
export interface NewModule {
  readonly fields: Fields;
  /** Text by path in the module's folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Longest short title, as the rules of `module.yaml` have it. */
const longestShort = 24;

function shortOf(title: string): string {
  if (title.length <= longestShort) return title;
  const cut = title.slice(0, longestShort - 1);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(" "), 8));
  return `${words.trimEnd()}…`;
}

/** A text with its front matter. Strings of JSON are strings of YAML. */
function fileOf(text: TemplateText, title: string): string {
  const rows = [`title: ${JSON.stringify(text.title ?? title)}`];
  if (text.summary !== undefined) rows.push(`summary: ${JSON.stringify(text.summary)}`);
  if (text.objectives) {
    rows.push("objectives:");
    for (const { id, text: said } of text.objectives) rows.push(`  - { id: ${id}, text: ${JSON.stringify(said)} }`);
  }
  return `---\n${rows.join("\n")}\n---\n\n${text.body}\n`;
}

/**
 * @param options.title in every language that has one; the first of `languages` has
 * @param options.languages of the company, the fallback first; in one that no template speaks it is in English
 */
export function moduleFromTemplate(
  id: TemplateId | null,
  options: { readonly title: Localised; readonly languages: readonly string[]; readonly today: CivilDate },
): NewModule {
  const { languages, title, today } = options;
  const template = id === null ? empty : templates[id];
  const files = new Map<string, string>();
  const summary: Record<string, string> = {};
  const short: Record<string, string> = {};
  for (const language of languages.filter((each) => title[each] !== undefined)) {
    const own = inLanguage(title, language);
    const words = template.words[isLanguage(language) ? language : "en"];
    summary[language] = words.summary;
    short[language] = shortOf(own);
    files.set(`${template.lessonName}.${language}.mdx`, fileOf(words.lesson, own));
    if (words.refresher) files.set(`refreshers/01-again.${language}.mdx`, fileOf(words.refresher, own));
  }
  const fields: Fields = {
    title,
    short,
    summary,
    minutes: template.minutes,
    refresherMinutes: template.refresherMinutes,
    audience: { everyone: true },
    policy: { due: parsePeriod("P30D"), refresh: { every: parsePeriod(template.every) } },
    passMark: 0.8,
    reviewBy: addPeriod(today, parsePeriod("P1Y")),
    why: [],
    revisions: [],
  };
  return { fields, files };
}
