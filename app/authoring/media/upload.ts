import type { ActionFunctionArgs } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import { mediaWords } from "#app/words/areas/media";
import { refusalText } from "./refusal-text";
import { receiveMedia } from "./upload-media.server";

/** Takes a file that was dropped or pasted into the editor; answers with the line that shows it, or why it is refused. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { reader, language } = context.visit;
  if (!reader) return Response.json({ code: "signed-out" }, { status: 401 });
  const uploaded = await answering(() => receiveMedia(context.deps, reader, params.module ?? "", request));
  const headers = { "Cache-Control": "no-store" };
  if (uploaded.kind === "taken") return Response.json(uploaded, { headers });
  const message = refusalText(mediaWords[language], uploaded);
  return Response.json({ ...uploaded, message }, { status: 422, headers });
}

export { onlyPost as loader } from "../studio/only-post";
