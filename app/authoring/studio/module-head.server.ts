import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { DraftState } from "../drafts/draft-state.server";
import type { ModuleHead } from "./editor-view";

/** A module as every page of it names it. */
export function moduleHead(state: DraftState, language: Language): ModuleHead {
  return {
    id: state.moduleId,
    title: inLanguage(state.fields.title, language),
    courseId: state.course.id,
    isArchived: state.module?.archived_on != null,
  };
}
