import "./production";
import { buildPages, loadPages } from "./pages";
import { command, openDatabase, readEnv, serve, serveUntilStopped } from "./serve";

await command(async () => {
  const env = readEnv(process.env);
  await buildPages();
  const db = await openDatabase(env);
  const serving = await serve({ env, pages: await loadPages(), db });
  const stopped = serveUntilStopped(serving);
  const people = await db.read
    .selectFrom("role_grant")
    .select("id")
    .where("role", "=", "administrator")
    .executeTakeFirst();
  const hint = people ? "" : "\nNobody can sign in yet. Make the first administrator: npm run admin:create";
  console.log(`Repris listens on ${serving.deps.env.origin}${hint}`);
  await stopped;
});
