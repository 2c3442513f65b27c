import { DomainError } from "#app/domain/errors";
import { toBrowserModule } from "#app/lessons/lesson-module";
import type { Deps } from "#app/platform/deps";
import { findBundleCode } from "#db/queries/content";

/**
 * A compiled lesson under `HASH.js`, as a module for the browser.
 *
 * @throws DomainError not-found
 */
export async function readLessonModule(deps: Pick<Deps, "db">, file: string): Promise<Response> {
  const hash = /^([0-9a-f]{64})\.js$/.exec(file)?.[1];
  const code = hash === undefined ? undefined : await findBundleCode(deps.db.read, hash);
  if (code === undefined) throw new DomainError("not-found", "There is no such lesson");
  return new Response(toBrowserModule(code), {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "private, max-age=31536000, immutable",
    },
  });
}
