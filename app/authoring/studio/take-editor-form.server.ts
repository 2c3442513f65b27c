/** Takes the forms of a module's page: the text without script, and what stands before its publication. */
import { redirect } from "@remix-run/node";
import { isPeriod } from "#app/domain/calendar";
import type { Change } from "#app/domain/facts";
import type { Actor } from "#app/domain/permissions";
import { typedText } from "#app/domain/typed";
import type { Deps } from "#app/platform/deps";
import { findModuleRow } from "#db/queries/modules";
import { bringIn } from "../drafts/bring-in.server";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { choosePlan, dayFrom, longestNote, type Plan, publishDraftNow } from "../drafts/publication.server";
import { discardDraft, saveFile } from "../drafts/write-draft.server";
import { textOf } from "./answer-fields.server";
import { refuseForm } from "./refuse-form.server";
import { filePath, modulePath, studioPath } from "./studio-paths";

const changes: readonly Change[] = ["minor", "major", "critical"];

async function planFrom(deps: Pick<Deps, "db">, form: FormData): Promise<Partial<Plan>> {
  const { languages } = await readOrganisationSource(deps.db.read);
  const note = Object.fromEntries(
    languages.flatMap((language) => {
      const text = typedText(textOf(form, `note.${language}`)).slice(0, longestNote);
      return text === "" ? [] : [[language, text]];
    }),
  );
  const change = changes.find((one) => one === textOf(form, "change"));
  const within = textOf(form, "within");
  return {
    note,
    on: dayFrom(textOf(form, "on")),
    ...(change ? { change } : {}),
    ...(isPeriod(within) ? { within } : {}),
  };
}

/** A module that was never published is not there any more once its draft is given up. */
async function isThere(deps: Pick<Deps, "db">, moduleId: string): Promise<boolean> {
  return (await findModuleRow(deps.db.read, moduleId)) !== undefined;
}

/** Does what a form asks for, and goes on to the page as it is then. */
export async function takeEditorForm(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: Actor,
  moduleId: string,
  form: FormData,
): Promise<never> {
  const path = modulePath(moduleId);
  switch (textOf(form, "intent")) {
    case "save": {
      const file = textOf(form, "path");
      const from = Number(textOf(form, "from")) || 0;
      const draftId = textOf(form, "draft") || null;
      const revision = Number(textOf(form, "revision")) || null;
      const text = textOf(form, "text");
      const saved = await saveFile(deps, actor, { moduleId, path: file, text, from, draftId, revision });
      const isAside = saved.kind === "conflict" || saved.kind === "gone";
      throw redirect(`${filePath(moduleId, file)}${isAside ? "&done=aside" : ""}`);
    }
    case "plan":
      await choosePlan(deps, actor, moduleId, await planFrom(deps, form));
      throw redirect(`${path}?done=kept`);
    case "publish": {
      await choosePlan(deps, actor, moduleId, await planFrom(deps, form));
      await publishDraftNow(deps, actor, moduleId);
      throw redirect(path);
    }
    case "unschedule":
      await choosePlan(deps, actor, moduleId, { on: null });
      throw redirect(path);
    case "bring-in":
      await bringIn(deps, actor, moduleId);
      throw redirect(path);
    case "discard":
      await discardDraft(deps, actor, moduleId);
      throw redirect((await isThere(deps, moduleId)) ? path : studioPath);
    default:
      return await refuseForm(deps.db.read, actor, moduleId);
  }
}
