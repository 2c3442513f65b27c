/** The product with its demonstration company, for whoever wants to see it: `npm run demo [-- --fresh]`. */
import "./production";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { demonstrationPassword, knownAccounts } from "#app/demo/known-accounts";
import { makeCompany, removeDatabase } from "./demonstration";
import { buildPages, loadPages } from "./pages";
import { argumentsOf, command, openDatabase, readEnv, serve, serveUntilStopped } from "./serve";

await command(async () => {
  const { values } = argumentsOf(() => parseArgs({ options: { fresh: { type: "boolean", default: false } } }));
  const env = readEnv(process.env, { databasePath: "data/demo.db" });
  await buildPages();
  if (values.fresh) removeDatabase(env.databasePath);
  if (!existsSync(env.databasePath)) await makeCompany(env);
  const serving = await serve({
    env: { ...env, logLevel: process.env.LOG_LEVEL ?? "warn" },
    pages: await loadPages(),
    db: await openDatabase(env),
  });
  const stopped = serveUntilStopped(serving);
  console.log(`\nRepris: ${serving.deps.env.origin}\n\nSign in as one of (password ${demonstrationPassword}):`);
  for (const account of knownAccounts) console.log(`  ${account.email.padEnd(32)} ${account.role}`);
  console.log("\nStop with Ctrl-C. What you do is kept; npm run demo -- --fresh starts over.");
  await stopped;
});
