import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { KeptParts } from "./kept-parts";
import { ArticleContext } from "./lessons/article-context";
import { LeastRecent } from "./lessons/least-recent";
import { lessonRenderer } from "./lessons/renderer.server";
import { AssetsContext, cutAtAssets } from "./page-assets";
import { handOver } from "./platform/hand-over";
import { NonceProvider } from "./platform/nonce";
import { PartKeeperContext } from "./ui/kept";
import { catalogues } from "./words/catalogues";
import { WordsProvider } from "./words/context";

/** What React leaves in place of a boundary that it could not render. */
const brokenBoundary = "<!--$!-->";
/** Stands for the nonce in scripts that are kept. */
const nonceMark = "NONCE0OF0THE0RESPONSE";

/** What pages have in common that are made of the same routes, whoever reads them. */
interface PageKind {
  readonly links: string;
  readonly scripts: string;
  /** These routes alone: to render the page, the router need not look through all there are. */
  readonly manifest: Manifest;
}

const kinds = new LeastRecent<string, PageKind>(100);
/** Parts of pages, a kilobyte each. */
const parts = new LeastRecent<string, string>(4_000);

/**
 * How long Remix waits for what a loader promises for later. None of ours does; without this every document would leave a
 * timer behind that holds on to its data for five seconds.
 */
export const streamTimeout = 50;

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
  const known = routes === null ? undefined : kinds.get(routes);
  const { pathname, search } = context.staticHandlerContext.location;
  const keeper = routes === null ? null : new KeptParts(parts, `${visit.language} ${pathname}${search}`);
  const rendered = renderToString(
    <WordsProvider language={visit.language} words={catalogues[visit.language]}>
      <NonceProvider value={visit.nonce}>
        <ArticleContext.Provider value={lessonRenderer.article}>
          <AssetsContext.Provider value={known ? "left-out" : "marked"}>
            <PartKeeperContext.Provider value={keeper}>
              <RemixServer
                context={{ ...context, manifest: known?.manifest ?? manifestOf(remixContext) }}
                url={request.url}
                nonce={visit.nonce}
              />
            </PartKeeperContext.Provider>
          </AssetsContext.Provider>
        </ArticleContext.Provider>
      </NonceProvider>
    </WordsProvider>,
  );
  const page = keeper?.complete(rendered) ?? rendered;
  if (page.includes(brokenBoundary)) {
    deps.log.error({ requestId: visit.requestId }, "a part of a page could not be rendered; the browser tries again");
  }
  const { around, ...assets } = cutAtAssets(page);
  if (!known && routes !== null) {
    kinds.set(routes, {
      links: assets.links,
      scripts: assets.scripts.replaceAll(visit.nonce, nonceMark),
      manifest: withRoutes(context.manifest, new Set(matches.map((match) => match.route.id))),
    });
  }
  const links = known?.links ?? assets.links;
  const scripts = known?.scripts.replaceAll(nonceMark, visit.nonce) ?? assets.scripts;
  const data = serverHandoffStream ? await handOver(serverHandoffStream, visit.nonce) : "";
  loadContext.document.html = `<!DOCTYPE html>${around[0]}${links}${around[1]}${scripts}${around[2]}${data}`;
  return new Response(null, { headers, status });
}

type Manifest = EntryContext["manifest"];

/** What is told of the routes that the page's handler knows (`page-handlers.ts`). */
function manifestOf({ manifest, routeModules }: EntryContext): Manifest {
  return withRoutes(manifest, new Set(Object.keys(routeModules)));
}

function withRoutes(manifest: Manifest, ids: ReadonlySet<string>): Manifest {
  return { ...manifest, routes: Object.fromEntries(Object.entries(manifest.routes).filter(([id]) => ids.has(id))) };
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
