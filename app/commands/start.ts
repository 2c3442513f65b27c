import "./production";
import { makeSetupKey } from "#app/accounts/setup/setup-key.server";
import { buildPages, loadPages } from "./pages";
import { command, openDatabase, readEnv, serve, serveUntilStopped } from "./serve";

await command(async () => {
  const env = readEnv(process.env);
  await buildPages();
  const db = await openDatabase(env);
  const serving = await serve({ env, pages: await loadPages(), db });
  const stopped = serveUntilStopped(serving);
  const { origin } = serving.deps.env;
  const key = await makeSetupKey(serving.deps);
  console.log(`Repris listens on ${origin}`);
  if (key !== null) {
    console.log(`\nNobody administers it yet. Set it up here:\n\n  ${origin}/setup?key=${key}\n`);
    console.log(
      "The address works until Repris is started again or somebody has used it; npm run admin:create works too.",
    );
  }
  await stopped;
});
