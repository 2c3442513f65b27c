import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { LeastRecent } from "./lessons/least-recent";

export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Of longer addresses it is found out each time: nobody may fill the memory with them. */
const longestKept = 200;

interface Branch {
  id: string;
  path?: string;
  index?: boolean;
  caseSensitive?: boolean;
  children?: Branch[];
}

function treeOf(routes: ServerBuild["routes"], parentId?: string): Branch[] {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ caseSensitive = false, id, index, path }) =>
      index
        ? { id, caseSensitive, index, ...(path === undefined ? {} : { path }) }
        : { id, caseSensitive, ...(path === undefined ? {} : { path }), children: treeOf(routes, id) },
    );
}

/** An address and all above it, as Remix looks through them for the routes that a browser is told of at first. */
function addressAndAbove(pathname: string): string[] {
  const segments = pathname.split("/").filter(Boolean);
  return [pathname, ...segments.map((_, length) => `/${segments.slice(0, length).join("/")}`)];
}

/** Tells which routes an address can concern: those that it and the addresses above it are made of; null: none. */
export function routeFinder(routes: ServerBuild["routes"]): (pathname: string) => ReadonlySet<string> | null {
  const tree = treeOf(routes);
  return (pathname) => {
    const [own, ...above] = addressAndAbove(pathname).map((path) => matchRoutes(tree as never, path));
    if (!own) return null;
    return new Set([own, ...above].flatMap((matches) => (matches ?? []).map(({ route }) => String(route.id))));
  };
}

/**
 * Answers requests by the pages of a build. Remix looks through all routes that it knows several times for each request:
 * so for each address it knows only those that the address can concern.
 */
export function pageHandler(build: ServerBuild): PageHandler {
  const find = routeFinder(build.routes);
  const whole = createRequestHandler(build, "production") as PageHandler;
  const byRoutes = new Map<string, PageHandler>();
  const byAddress = new LeastRecent<string, PageHandler>(5_000);

  const handlerFor = (ids: ReadonlySet<string>): PageHandler => {
    const key = [...ids].sort().join(" ");
    let handler = byRoutes.get(key);
    if (!handler) {
      const routes = Object.fromEntries(Object.entries(build.routes).filter(([id]) => ids.has(id)));
      handler = createRequestHandler({ ...build, routes }, "production") as PageHandler;
      byRoutes.set(key, handler);
    }
    return handler;
  };

  return (request, context) => {
    // As Remix asks for a page's data alone.
    const pathname = new URL(request.url).pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
    let handler = byAddress.get(pathname);
    if (!handler) {
      const ids = pathname === "/__manifest" ? null : find(pathname);
      handler = ids ? handlerFor(ids) : whole;
      if (pathname.length <= longestKept) byAddress.set(pathname, handler);
    }
    return handler(request, context);
  };
}
