/** Takes a file that a form brings while it arrives: what is too large is never kept, and never in memory as a whole. */
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import type { Deps } from "./deps";
import { FileKeeper, type ReceivedFile } from "./file-keeper";

/** What a form with a file brought; `problem` says why there is no file. */
export type Received =
  | { readonly file: ReceivedFile; readonly fields: URLSearchParams }
  | { readonly problem: "no-file" | "empty" | "too-large" | "cut-off"; readonly fields: URLSearchParams };

/** What stands around a file in a form. */
const aroundBytes = 65_536;

/** Reads on to the end without keeping anything: a browser shows no answer before it has sent everything. */
async function readAway(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  while (!(await reader.read()).done);
}

/** The last part of a path, as some browsers send it, without what no name needs. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return [...last]
    .filter((character) => character >= " ")
    .join("")
    .slice(0, 200);
}

/**
 * Reads a form with one file, keeping the file in pieces as it comes.
 *
 * @param options `limit`: bytes of the file at most; `by`: whose it is
 */
export async function receiveFile(
  deps: Pick<Deps, "db" | "clock">,
  request: Request,
  options: { readonly limit: number; readonly by: string | null },
): Promise<Received> {
  const { body } = request;
  const fields = new URLSearchParams();
  if (!body || !request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    return { problem: "no-file", fields };
  }
  if (Number(request.headers.get("content-length") ?? 0) > options.limit + aroundBytes) {
    await readAway(body);
    return { problem: "too-large", fields };
  }
  const keeper = new FileKeeper(deps);
  let name: string | null = null;
  let tooLarge = false;
  let keeping: Promise<void> = Promise.resolve();
  try {
    const parser = busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      defParamCharset: "utf8",
      limits: { files: 1, fields: 50, fieldSize: 20_000, parts: 60, fileSize: options.limit },
    });
    parser.on("field", (field, value) => fields.append(field, value));
    parser.on("file", (_field, stream, info) => {
      // A file field that was left empty comes as a part without a name.
      if (!info.filename) {
        stream.resume();
        return;
      }
      const own = plainName(info.filename);
      name = own;
      keeping = (async () => {
        await keeper.begin(own, options.by);
        for await (const some of stream) await keeper.add(some as Buffer);
        if ((stream as { truncated?: boolean }).truncated) tooLarge = true;
      })();
      keeping.catch((error) => parser.destroy(error));
    });
    await new Promise<void>((done, fail) => {
      parser.once("close", done);
      parser.once("error", fail);
      Readable.fromWeb(body as NodeReadableStream)
        .once("error", fail)
        .pipe(parser);
    });
    await keeping;
  } catch {
    // Whoever sent it went away, or what came is not a form: nothing of it stays.
    await keeping.catch(() => undefined);
    await keeper.forget();
    return { problem: "cut-off", fields };
  }
  if (name === null) return { problem: "no-file", fields };
  if (tooLarge || keeper.bytes === 0) {
    await keeper.forget();
    return { problem: tooLarge ? "too-large" : "empty", fields };
  }
  return { file: await keeper.finish(name), fields };
}
