import { resolve } from "node:path";

/** What the environment decides. */
export interface Env {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** The one origin from which forms are accepted, such as `https://training.example.com`. */
  readonly origin: string;
  readonly databasePath: string;
  readonly coursesPath: string;
  readonly logLevel: string;
}

/** Why the environment cannot be used, in one line that says what to do. */
export class BadEnvironment extends Error {
  override readonly name = "BadEnvironment";
}

/**
 * Reads the environment: `PORT` (3000), `HOST` (127.0.0.1), `ORIGIN` (http://HOST:PORT), `DATABASE` (data/repris.db),
 * `COURSES` (courses), `LOG_LEVEL` (info).
 *
 * @throws BadEnvironment for a port that is not one or an origin that is not one.
 */
export function readEnv(source: NodeJS.ProcessEnv, defaults: { databasePath?: string } = {}): Env {
  const portText = source.PORT ?? "3000";
  const port = Number(portText);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new BadEnvironment(`PORT is "${portText}": give a number from 1 to 65535.`);
  }
  const host = source.HOST ?? "127.0.0.1";
  let origin = `http://${host}:${port}`;
  if (source.ORIGIN) {
    if (!URL.canParse(source.ORIGIN) || !/^https?:/.test(source.ORIGIN)) {
      throw new BadEnvironment(`ORIGIN is "${source.ORIGIN}": give it as https://training.example.com.`);
    }
    origin = new URL(source.ORIGIN).origin;
  }
  return {
    production: source.NODE_ENV === "production",
    host,
    port,
    origin,
    databasePath: resolve(source.DATABASE ?? defaults.databasePath ?? "data/repris.db"),
    coursesPath: resolve(source.COURSES ?? "courses"),
    logLevel: source.LOG_LEVEL ?? "info",
  };
}
