import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { ArticleContext } from "./lessons/article-context";
import { lessonRenderer } from "./lessons/renderer.server";
import { NonceProvider } from "./platform/nonce";
import { catalogues } from "./words/catalogues";
import { WordsProvider } from "./words/context";

/** A page that takes longer than this is given up. */
const abortDelayMs = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { visit, deps }: AppLoadContext,
) {
  keepPrivate(headers);
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise<Response>((resolve, reject) => {
    let answered = false;
    let finalStatus = status;
    const giveUp = setTimeout(() => abort(), abortDelayMs + 1000);
    const send = () => {
      answered = true;
      const body = new PassThrough();
      body.on("close", () => clearTimeout(giveUp));
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <WordsProvider language={visit.language} words={catalogues[visit.language]}>
        <NonceProvider value={visit.nonce}>
          <ArticleContext.Provider value={lessonRenderer.article}>
            <RemixServer context={remixContext} url={request.url} nonce={visit.nonce} abortDelay={abortDelayMs} />
          </ArticleContext.Provider>
        </NonceProvider>
      </WordsProvider>,
      {
        nonce: visit.nonce,
        onShellReady: () => {
          if (!whole) send();
        },
        onAllReady: () => {
          if (whole) send();
        },
        onShellError: (error) => {
          clearTimeout(giveUp);
          reject(error);
        },
        onError: (error) => {
          finalStatus = 500;
          if (answered) deps.log.error({ requestId: visit.requestId, err: error }, "rendering failed");
        },
      },
    );
  });
}

/** What a page says is its reader's: nothing between may keep it, unless a loader says otherwise. */
function keepPrivate(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
}

export function handleDataRequest(response: Response): Response {
  keepPrivate(response.headers);
  return response;
}

/** Every error that a loader or an action did not foresee, once, with the id that the error page shows. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return;
  const { visit, deps } = context as AppLoadContext;
  deps.log.error({ requestId: visit.requestId, err: error }, "request failed");
}
