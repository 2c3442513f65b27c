import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { packFiles } from "../platform/packed-files";
import type { Pages } from "../server";

const root = resolve(import.meta.dirname, "../..");
const buildFolder = join(root, "build");
const stampFile = join(buildFolder, "sources.sha256");
/** What the built pages are made of. */
const sources = ["app", "db", "public", "package.json", "package-lock.json", "remix.config.js", "vite.config.ts"];

function* filesOf(path: string): Generator<string> {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  const entries = readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* filesOf(below);
    else yield below;
  }
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    const files = source.includes(".") ? [source] : [...filesOf(source)];
    for (const file of files) {
      const bytes = readFileSync(join(root, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest("hex");
}

/**
 * Builds the pages where they are missing or their sources have changed since.
 *
 * @throws when the build fails; its output has then been shown.
 */
export async function buildPages(options: { force?: boolean; quiet?: boolean } = {}): Promise<void> {
  const hash = sourcesHash();
  const present = existsSync(stampFile) && existsSync(join(buildFolder, "server/index.js"));
  if (!options.force && present && readFileSync(stampFile, "utf8") === hash) return;
  if (!options.quiet) console.log("Building the pages (a few seconds) …");
  const output: Buffer[] = [];
  const code = await new Promise<number | null>((done, fail) => {
    // `remix build` would run the classic compiler and write a second build.
    const child = spawn(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.once("error", fail);
    child.once("close", done);
  });
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    throw new Error("The pages could not be built; the lines above say why.");
  }
  await packFiles(join(buildFolder, "client/assets"));
  writeFileSync(stampFile, hash);
}

/** The built pages, for the server. */
export async function loadPages(): Promise<Pages> {
  const build = (await import(pathToFileURL(join(buildFolder, "server/index.js")).href)) as ServerBuild;
  return { kind: "built", build, clientFolder: join(buildFolder, "client") };
}
