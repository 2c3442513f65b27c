/** Hashed files of the build, packed once as tightly as it goes and kept beside themselves: `name.br` for `name`. */
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { RequestHandler } from "express";

const compress = promisify(brotliCompress);
const packable = new Set([".js", ".css", ".svg"]);
/** What is smaller gains nothing. */
const leastBytes = 1024;

/** Packs the files of a folder. */
export async function packFiles(folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => packable.has(extname(name)));
  await Promise.all(
    names.map(async (name) => {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length < leastBytes) return;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      await writeFile(join(folder, `${name}.br`), await compress(bytes, { params }));
    }),
  );
}

/** Leads requests for packed files of a folder to their packed form, where the client can read it. */
export function preferPacked(folder: string): RequestHandler {
  const packed = new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith(".br"))
      .map((name) => `/${name.slice(0, -3)}`),
  );
  return (request, response, next) => {
    if (packed.has(request.path)) {
      response.vary("Accept-Encoding");
      if (request.acceptsEncodings("br")) {
        response.setHeader("Content-Encoding", "br");
        response.type(extname(request.path));
        request.url = `${request.path}.br`;
      }
    }
    next();
  };
}
