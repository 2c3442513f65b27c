/** What is dropped or pasted into a lesson: files become pictures of the module, formatted text becomes the dialect. */
import type { useStudioWords } from "#app/words/areas/studio";
import type { CodeEditor } from "./code-editor";
import { sendFields } from "./send-fields";

type Says = ReturnType<typeof useStudioWords>["editor"];
type Say = (text: string | null) => void;

/** Largest text that is sent to be turned into the dialect. */
const longestHtml = 1_000_000;

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

/** Turns pasted HTML into the dialect and writes it where the cursor is; gives whether it does. */
export function takeHtml(html: string, editor: CodeEditor, say: Say, says: Says): boolean {
  if (!hasLook(html) || html.length > longestHtml) return false;
  const convert = async () => {
    const sent = await sendFields<{ markdown: string; left: readonly unknown[] }>("/studio/paste", { html });
    if (sent.kind !== "answer") return say(says.uploadFailed);
    editor.insert(sent.answer.markdown);
    say(says.pasted(sent.answer.left.length));
  };
  void convert();
  return true;
}
