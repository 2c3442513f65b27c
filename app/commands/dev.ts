import "./development";
import { existsSync } from "node:fs";
import { createServer } from "vite";
import { makeCompany } from "./demonstration";
import { command, openDatabase, readEnv, serve, serveUntilStopped } from "./serve";

await command(async () => {
  const env = readEnv(process.env, { databasePath: "data/demo.db" });
  if (!existsSync(env.databasePath)) await makeCompany(env);
  const vite = await createServer({ server: { middlewareMode: true } });
  const serving = await serve({ env, pages: { kind: "development", vite }, db: await openDatabase(env) });
  const stopped = serveUntilStopped(serving);
  console.log(`Repris listens on ${serving.deps.env.origin} and reloads what you change.`);
  await stopped;
  await vite.close();
});
