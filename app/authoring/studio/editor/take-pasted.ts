/** What is dropped or pasted into a lesson: files become pictures of the module, formatted text becomes the dialect. */
import type { useStudioWords } from "#app/words/areas/studio";
import { longestHtml, type PasteAnswer } from "../../paste/pasted";
import type { CodeEditor } from "./code-editor";
import { type Sent, sendFields } from "./send-fields";

type Says = ReturnType<typeof useStudioWords>["editor"];
type Say = (text: string | null) => void;

/** Takes files into the module, and writes them where the cursor is. */
export function takeFiles(
  module: string,
  files: readonly File[],
  editor: CodeEditor,
  say: Say,
  says: Says,
  at: number | null,
): boolean {
  const upload = async () => {
    say(says.uploading);
    for (const file of files) {
      const form = new FormData();
      form.set("file", file);
      const refused = says.uploadFailed;
      try {
        const response = await fetch(`/studio/${module}/media/upload`, {
          method: "POST",
          body: form,
          redirect: "manual",
          headers: { Accept: "application/json" },
        });
        const answer = (await response.json()) as { markdown?: string; message?: string };
        if (!response.ok || !answer.markdown) {
          say(`${file.name}: ${answer.message ?? refused}`);
          return;
        }
        editor.insert(`\n${answer.markdown}\n`, at);
        say(says.insertPicture);
      } catch {
        say(refused);
        return;
      }
    }
  };
  void upload();
  return true;
}

/** Whether pasted HTML says more than its plain text. */
function hasLook(html: string): boolean {
  return /<(h[1-6]|ul|ol|li|table|strong|b|em|i|a\s|blockquote)\b/i.test(html);
}

/** Why formatted text did not become lesson text. */
function whyPlain(sent: Sent<PasteAnswer>): "slow" | "long" | "failed" {
  if (sent.kind === "refused") return sent.status === 400 || sent.status === 413 ? "long" : "failed";
  return sent.kind === "answer" && sent.answer.kind === "stopped" && sent.answer.why !== "failed" ? "slow" : "failed";
}

/**
 * Turns pasted HTML into the dialect and writes it where the cursor is; gives whether it does. Where that cannot be
 * done, the plain text is written, so that nothing is lost.
 *
 * @param plain the same without its look, as it was copied; empty where there is none
 */
export function takeHtml(html: string, plain: string, editor: CodeEditor, say: Say, says: Says): boolean {
  if (!hasLook(html)) return false;
  const asPlain = (why: keyof Says["paste"]["notConverted"]) => {
    editor.insert(plain);
    say(`${says.paste.notConverted[why]} ${plain === "" ? says.paste.nothing : says.paste.plain}`);
  };
  const convert = async () => {
    say(says.paste.working);
    const sent = await sendFields<PasteAnswer>("/studio/paste", { html });
    if (sent.kind !== "answer" || sent.answer.kind === "stopped") return asPlain(whyPlain(sent));
    editor.insert(sent.answer.markdown);
    say(says.paste.done(sent.answer.left));
  };
  if (html.length > longestHtml) asPlain("long");
  else void convert();
  return true;
}
