import { type AppLoadContext, createReadableStreamFromReadable, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Where a page leaves its document when it has all of it: it is then sent in one piece, with its length. */
    readonly document: { html: string | null };
  }
}

/**
 * Hands requests to Remix and sends what it answers. Instead of Remix's own adapter, because a document that is there
 * in full need not go through a stream; and because URLs are read by the configured origin, never by what a client says
 * the host is.
 */
export function remixHandler(options: {
  readonly answer: (request: Request, context: AppLoadContext) => Promise<Response>;
  readonly origin: () => string;
  readonly context: (response: ExpressResponse) => Omit<AppLoadContext, "document">;
}): RequestHandler {
  return (request, response, next) => {
    const context = { ...options.context(response), document: { html: null } } as AppLoadContext;
    options
      .answer(webRequest(request, response, options.origin()), context)
      .then(async (answered) => {
        await readAway(request);
        await send(request, response, answered, context.document.html);
      })
      .catch(next);
  };
}

function webRequest(request: ExpressRequest, response: ExpressResponse, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  const url = origin + request.originalUrl;
  if (request.method === "GET" || request.method === "HEAD") {
    return new Request(url, { method: request.method, headers });
  }
  // Whoever goes away while sending has sent nothing.
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const body = createReadableStreamFromReadable(request);
  const { signal } = gone;
  return new Request(url, { method: request.method, headers, body, signal, duplex: "half" } as RequestInit);
}

/** Takes in what nobody wanted to read: whoever still sends does not hear the answer. */
async function readAway(request: ExpressRequest): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD" || request.readableEnded || request.destroyed) return;
  request.removeAllListeners("data");
  await new Promise<void>((done) => {
    for (const event of ["end", "close", "error"]) request.once(event, () => done());
    request.resume();
  });
}

/** What loaders and actions give to a page that is open already: all of it is there, nothing is promised for later. */
function isData(answered: Response): boolean {
  return answered.body !== null && answered.headers.get("content-type") === "text/x-script";
}

async function send(
  request: ExpressRequest,
  response: ExpressResponse,
  answered: Response,
  html: string | null,
): Promise<void> {
  response.statusMessage = answered.statusText;
  response.status(answered.status);
  for (const [name, value] of answered.headers) {
    if (name === "set-cookie") response.append(name, value);
    else response.setHeader(name, value);
  }
  const whole = html ?? (isData(answered) ? await answered.text() : null);
  if (whole !== null && request.method !== "HEAD") {
    response.setHeader("Content-Length", Buffer.byteLength(whole));
    response.end(whole);
  } else if (answered.body) await writeReadableStreamToWritable(answered.body, response);
  else response.end();
}
