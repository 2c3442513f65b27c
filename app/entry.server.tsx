import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { ArticleContext } from "./lessons/article-context";
import { LeastRecent } from "./lessons/least-recent";
import { lessonRenderer } from "./lessons/renderer.server";
import { cutAtScripts, ScriptsContext } from "./page-scripts";
import { handOver } from "./platform/hand-over";
import { NonceProvider } from "./platform/nonce";
import { catalogues } from "./words/catalogues";
import { WordsProvider } from "./words/context";

/** What React leaves in place of a boundary that it could not render. */
const brokenBoundary = "<!--$!-->";
/** Stands for the nonce in scripts that are kept. */
const nonceMark = "NONCE0OF0THE0RESPONSE";
/** The scripts of a page by the routes it is made of: they are the same for everybody. */
const scriptsOf = new LeastRecent<string, string>(100);

/**
 * Sends a document in one piece: loaders have everything by then, and a page that is rendered and sent at once costs half
 * of one that is streamed.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const { visit, deps } = loadContext;
  keepPrivate(headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const { serverHandoffStream, ...context } = remixContext;
  const { matches, errors } = context.staticHandlerContext;
  const routes = deps.env.production && !errors ? matches.map((match) => match.route.id).join(" ") : null;
  const known = routes === null ? undefined : scriptsOf.get(routes);
  const page = renderToString(
    <WordsProvider language={visit.language} words={catalogues[visit.language]}>
      <NonceProvider value={visit.nonce}>
        <ArticleContext.Provider value={lessonRenderer.article}>
          <ScriptsContext.Provider value={known === undefined ? "marked" : "left-out"}>
            <RemixServer context={context} url={request.url} nonce={visit.nonce} />
          </ScriptsContext.Provider>
        </ArticleContext.Provider>
      </NonceProvider>
    </WordsProvider>,
  );
  if (page.includes(brokenBoundary)) {
    deps.log.error({ requestId: visit.requestId }, "a part of a page could not be rendered; the browser tries again");
  }
  const { before, scripts, after } = cutAtScripts(page);
  if (known === undefined && routes !== null) scriptsOf.set(routes, scripts.replaceAll(visit.nonce, nonceMark));
  const own = known?.replaceAll(nonceMark, visit.nonce) ?? scripts;
  const data = serverHandoffStream ? await handOver(serverHandoffStream, visit.nonce) : "";
  loadContext.document.html = `<!DOCTYPE html>${before}${own}${after}${data}`;
  return new Response(null, { headers, status });
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
