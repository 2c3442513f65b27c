/** Takes the forms of the page on which a module's files are arranged. */
import { data, redirect } from "@remix-run/node";
import { isDomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { FileKind } from "../drafts/draft-path";
import { textOf } from "../studio/answer-fields.server";
import { refuseForm } from "../studio/refuse-form.server";
import { filePath, partPath } from "../studio/studio-paths";
import { archiveModule, restoreModule } from "./archive-module.server";
import { addFile, addTranslation, moveFile, removeFile, renameFile } from "./arrange-files.server";

const kinds: readonly FileKind[] = ["lesson", "refresher", "question"];

/** A form that was not taken, with what was typed. */
export interface NotTaken {
  readonly intent: string;
  readonly problem: "taken" | "no-name";
  readonly typed: string;
  /** The file that the form is about. */
  readonly name: string;
}

export async function takeContentsForm(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: Actor,
  moduleId: string,
  form: FormData,
) {
  const [intent = "", ...more] = textOf(form, "intent").split(" ");
  const kind = kinds.find((one) => one === textOf(form, "kind")) ?? "lesson";
  const name = textOf(form, "name");
  const done = () => redirect(`${partPath(moduleId, "contents")}?done`);
  const title = textOf(form, "title");
  try {
    switch (intent) {
      case "add": {
        const path = await addFile(deps, actor, { moduleId, kind, title, language: textOf(form, "language") });
        throw redirect(filePath(moduleId, path));
      }
      case "translate": {
        const wanted = { moduleId, path: textOf(form, "path"), language: more[0] ?? "" };
        throw redirect(filePath(moduleId, await addTranslation(deps, actor, wanted)));
      }
      case "up":
      case "down":
        await moveFile(deps, actor, { moduleId, kind, name, by: intent === "up" ? -1 : 1 });
        throw done();
      case "rename":
        await renameFile(deps, actor, { moduleId, kind, name, to: title });
        throw done();
      case "remove":
        await removeFile(deps, actor, { moduleId, kind, name });
        throw done();
      case "archive":
        await archiveModule(deps, actor, moduleId);
        throw done();
      case "restore":
        await restoreModule(deps, actor, moduleId);
        throw done();
    }
  } catch (error) {
    const isForm = intent === "add" || intent === "rename";
    if (!isDomainError(error) || !isForm || (error.code !== "conflict" && error.code !== "invalid")) throw error;
    const problem = error.code === "conflict" ? "taken" : "no-name";
    return data<NotTaken>({ intent, problem, typed: title, name }, { status: 422 });
  }
  return await refuseForm(deps.db.read, actor, moduleId);
}
