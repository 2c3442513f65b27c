import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { openModule } from "../drafts/draft-state.server";
import type { DepartmentChoice, ModuleHead } from "../studio/editor-view";
import { moduleHead } from "../studio/module-head.server";
import { departmentChoices } from "../studio/read-editor.server";
import { hasMore, pointsAtMost, typedPeriod } from "./settings-form";

/** The form over `module.yaml`: every field by its name, as text. */
export interface SettingsView {
  readonly module: ModuleHead;
  readonly isNew: boolean;
  readonly languages: readonly string[];
  readonly departments: readonly DepartmentChoice[];
  readonly values: Readonly<Record<string, string>>;
  /** How many reasons there are. */
  readonly reasons: number;
  /** Whether its refreshers come on days of the year, which are not typed here. */
  readonly isByCalendar: boolean;
  readonly hasMore: boolean;
}

/** @throws DomainError forbidden, not-found */
export async function readSettingsView(
  deps: Pick<Deps, "db">,
  actor: Actor,
  moduleId: string,
  language: Language,
): Promise<SettingsView> {
  const db = deps.db.read;
  const state = await openModule(db, actor, moduleId);
  const { fields } = state;
  const { languages } = await readOrganisationSource(db);
  const values: Record<string, string> = {
    minutes: String(fields.minutes),
    refresherMinutes: String(fields.refresherMinutes),
    passMark: String(Math.round(fields.passMark * 100)),
    reviewBy: fields.reviewBy,
  };
  const put = (name: string, texts: Readonly<Record<string, string>>) => {
    for (const one of languages) values[`${name}.${one}`] = texts[one] ?? "";
  };
  put("title", fields.title);
  put("short", fields.short);
  put("summary", fields.summary);
  const { due, refresh } = fields.policy;
  const periods = {
    due,
    every: refresh && "every" in refresh ? refresh.every : undefined,
    window: refresh?.window,
    grace: refresh?.grace,
  };
  for (const [name, period] of Object.entries(periods)) {
    const typed = typedPeriod(period);
    values[`${name}.number`] = typed?.number ?? "";
    values[`${name}.unit`] = typed?.unit ?? "D";
  }
  for (const [at, { department, points, source }] of fields.why.entries()) {
    values[`why.${at}.department`] = department;
    put(`why.${at}.source`, source ?? {});
    for (let place = 0; place < pointsAtMost; place += 1) {
      put(`why.${at}.${place}.figure`, points[place]?.figure ?? {});
      put(`why.${at}.${place}.text`, points[place]?.text ?? {});
    }
  }
  return {
    module: moduleHead(state, language),
    isNew: state.module === undefined,
    languages,
    departments: await departmentChoices(db, language),
    values,
    reasons: fields.why.length,
    isByCalendar: refresh?.anchor === "calendar",
    hasMore: hasMore(fields.policy),
  };
}
