import { resolve } from "node:path";

/** What the environment decides. */
export interface Env {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** The one origin from which forms are accepted, such as `https://training.example.com`. */
  readonly origin: string;
  /** How many proxies in front add the address they were called from; more than there are lets anybody invent one. */
  readonly proxies: number;
  readonly databasePath: string;
  readonly coursesPath: string;
  /** Where other systems put files that are to be brought in; null: nowhere. */
  readonly inboxPath: string | null;
  readonly logLevel: string;
}

/** Why the environment cannot be used, in one line that says what to do. */
export class BadEnvironment extends Error {
  override readonly name = "BadEnvironment";
}

/**
 * Reads the environment: `PORT` (3000), `HOST` (127.0.0.1), `ORIGIN` (http://HOST:PORT), `PROXIES` (0),
 * `DATABASE` (data/repris.db), `COURSES` (courses), `INBOX` (none), `LOG_LEVEL` (info).
 *
 * @throws BadEnvironment for a port, an origin or a number of proxies that is not one.
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
  const proxies = Number(source.PROXIES ?? "0");
  if (!Number.isInteger(proxies) || proxies < 0) {
    throw new BadEnvironment(`PROXIES is "${source.PROXIES}": give how many proxies stand in front, such as 1.`);
  }
  return {
    production: source.NODE_ENV === "production",
    host,
    port,
    origin,
    proxies,
    databasePath: resolve(source.DATABASE ?? defaults.databasePath ?? "data/repris.db"),
    coursesPath: resolve(source.COURSES ?? "courses"),
    inboxPath: source.INBOX ? resolve(source.INBOX) : null,
    logLevel: source.LOG_LEVEL ?? "info",
  };
}
