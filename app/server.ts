import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import type { ViteDevServer } from "vite";
import { isCurrent } from "#db/migrate";
import type { Converter } from "./authoring/converting/converter";
import type { Bundler } from "./lessons/bundler";
import { pageHandler } from "./page-handlers";
import { accessLog } from "./platform/access-log";
import { createNonce, hashedFiles, securityHeaders } from "./platform/csp";
import type { Deps } from "./platform/deps";
import { countInFlight } from "./platform/in-flight";
import { originCheck } from "./platform/origin-check";
import { preferPacked } from "./platform/packed-files";
import { randomText } from "./platform/random";
import { remixHandler } from "./platform/remix-handler";
import { inTurn } from "./platform/turns";
import { openVisit, type Visit } from "./platform/visit";
import { readableAddresses, type WithProblem, wellFormedBodies } from "./platform/well-formed";

/** The pages: built ones, or Vite's in development. */
export type Pages =
  | { readonly kind: "built"; readonly build: ServerBuild; readonly clientFolder: string }
  | { readonly kind: "development"; readonly vite: ViteDevServer };

interface Locals extends WithProblem {
  nonce: string;
  requestId: string;
  visit: Visit;
}

const requestIdForm = /^[\w-]{8,64}$/;

/** What the process does in threads of their own, for the pages to ask. */
export interface Workers {
  readonly bundler: Bundler;
  readonly converter: Converter;
}

/** The web application: security first, then files, health and pages. */
export function createApp(deps: Deps, pages: Pages, workers: Workers): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", deps.env.proxies);

  app.use((request, response, next) => {
    const given = request.get("x-request-id");
    const requestId = given && requestIdForm.test(given) ? given : randomText(6, "hex");
    Object.assign(response.locals, { nonce: createNonce(), requestId });
    response.setHeader("X-Request-Id", requestId);
    next();
  });
  app.use(
    securityHeaders({
      development: pages.kind === "development",
      https: () => deps.env.origin.startsWith("https:"),
    }),
  );

  app.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok\n");
  });
  app.get("/readyz", async (_request, response) => {
    const ready = await isCurrent(deps.db.read).catch(() => false);
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "the database is not ready\n");
  });

  app.use(readableAddresses());
  app.use(compression({ threshold: 1024 }));

  if (pages.kind === "development") {
    app.use(pages.vite.middlewares);
  } else {
    // Hashed by the build: a changed file has another name.
    const assets = resolve(pages.clientFolder, `.${hashedFiles}`);
    app.use(
      hashedFiles,
      preferPacked(assets),
      express.static(assets, { immutable: true, maxAge: "1y", fallthrough: false }),
    );
    // Only these few: a page is not looked for among files first.
    const files = readdirSync(pages.clientFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
    if (files.length > 0) {
      app.get(
        files.map((file) => `/${file.name}`),
        express.static(pages.clientFolder, { maxAge: "1h", index: false, etag: true }),
      );
    }
  }

  app.use(accessLog(deps.log));
  app.use(originCheck(() => deps.env.origin));
  app.use(wellFormedBodies());
  app.use(countInFlight());
  app.use(inTurn());

  app.use((request, response, next) => {
    const locals = response.locals as Locals;
    openVisit(deps, {
      cookies: request.headers.cookie,
      acceptLanguage: request.headers["accept-language"],
      requestId: locals.requestId,
      nonce: locals.nonce,
      address: request.ip ?? "",
    }).then((visit) => {
      locals.visit = visit;
      next();
    }, next);
  });

  app.all(
    "*",
    remixHandler({
      answer:
        pages.kind === "built"
          ? pageHandler(pages.build)
          : createRequestHandler(
              () => pages.vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
              "development",
            ),
      origin: () => deps.env.origin,
      context: (response) => {
        const { visit, problem = null } = response.locals as Locals;
        return { deps, visit, problem, ...workers };
      },
    }),
  );

  const lastResort: ErrorRequestHandler = (error, _request, response, next) => {
    const { requestId } = response.locals as Locals;
    if (error?.status === 404) {
      response.status(404).type("text/plain").send("Not found\n");
      return;
    }
    deps.log.error({ requestId, err: error }, "request failed");
    if (response.headersSent) return next(error);
    response.status(500).type("text/plain").send(`Something went wrong. Name ${requestId} when you ask about it.\n`);
  };
  app.use(lastResort);
  return app;
}

/** A server that listens, and how to stop it. */
export interface Listening {
  readonly port: number;
  /** Finishes the requests under way, waiting for `graceMs` at most. */
  stop(graceMs?: number): Promise<void>;
}

/** Why the server cannot listen, in one line that says what to do. */
export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

/**
 * Listens on a port (0: any free one).
 *
 * @throws CannotListen when the port is taken or not ours to use.
 */
export async function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server: Server = createServer(app);
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1}.`
          : error.code === "EACCES"
            ? `Port ${port} is not ours to use. Choose one above 1024, such as PORT=3000.`
            : `Cannot listen on ${host}:${port} (${error.message}).`;
      fail(new CannotListen(reason));
    });
    server.listen(port, host, done);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop: (graceMs = 10_000) =>
      new Promise((done) => {
        const hard = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(hard);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}
