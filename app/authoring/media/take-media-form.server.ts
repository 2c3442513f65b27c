import { redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import type { Deps } from "#app/platform/deps";
import type { SignedIn } from "#db/queries/people";
import { partPath } from "../studio/studio-paths";
import { insertMedia, removeMedia } from "./change-media.server";
import { receiveMedia, type UploadRefusal } from "./upload-media.server";

/** Why what was wanted was not done. */
export type MediaRefusal =
  | UploadRefusal
  | { readonly kind: "undescribed"; readonly name: string }
  | { readonly kind: "used"; readonly name: string };

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/**
 * Does what a form of the page asks for, and goes back to the page.
 *
 * @returns why it was not done
 * @throws DomainError as the use cases do; a redirect when it was done
 */
export async function takeMediaForm(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  reader: SignedIn,
  moduleId: string,
  request: Request,
): Promise<MediaRefusal> {
  const back = (done: Readonly<Record<string, string>>) =>
    redirect(`${partPath(moduleId, "media")}?${new URLSearchParams(done)}`);
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    const uploaded = await receiveMedia(deps, reader, moduleId, request);
    if (uploaded.kind === "refused") return uploaded;
    const cleaned = uploaded.removed.length > 0 ? { cleaned: uploaded.removed.slice(0, 12).join(", ") } : {};
    throw back({ added: uploaded.name, ...cleaned });
  }
  const form = await request.formData();
  const name = field(form, "name");
  switch (field(form, "intent")) {
    case "insert": {
      const path = field(form, "path");
      const captions = field(form, "captions") || null;
      const isWritten = await insertMedia(deps, reader, { moduleId, name, path, said: field(form, "said"), captions });
      if (isWritten) throw back({ inserted: path });
      return { kind: "undescribed", name };
    }
    case "remove":
      if (await removeMedia(deps, reader, { moduleId, name })) throw back({ removed: name });
      return { kind: "used", name };
    default:
      throw new DomainError("invalid", "The page has no such form");
  }
}
