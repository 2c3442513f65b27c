import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Meta,
  Outlet,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorScreen } from "./error-screen";
import { FramedPage } from "./framed-page";
import lessonStyles from "./lessons/lesson.css?url";
import managingStyles from "./managing/managing.css?url";
import { PageLinks, PageScripts } from "./page-assets";
import { useNonce } from "./platform/nonce";
import { readRoot } from "./root.server";
import { SharedScreen } from "./shared-screen";
import { preloadedFonts } from "./ui/fonts";
import styles from "./ui/styles/index.css?url";
import { useLanguage } from "./words/context";

export const links: LinksFunction = () => [
  ...preloadedFonts.map((href) => ({
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href,
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: lessonStyles },
  { rel: "stylesheet", href: managingStyles },
  { rel: "icon", type: "image/svg+xml", href: "/icon.svg" },
];

export async function loader({ context }: LoaderFunctionArgs) {
  return await readRoot(context.deps, context.visit);
}

/**
 * The reader changes only by signing in or out, and the language by a new document: both load everything anew. So does
 * opening what was told.
 */
export function shouldRevalidate({ formAction }: { formAction?: string }) {
  return formAction !== undefined && /^\/(sign-|settings|notices)/.test(formAction);
}

/** What went wrong names the page that stands for it, in the reader's language. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const title = error ? data?.errorTitles[statusOf(error)] : undefined;
  return [{ title: title === undefined ? "Repris" : `${title} · Repris` }];
};

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const language = useLanguage();
  const root = useRouteLoaderData<typeof loader>("root");
  const theme = root?.theme ?? "auto";
  const watched = root?.shared === true && root.reader !== null;
  return (
    <html lang={language} data-theme={theme === "auto" ? undefined : theme} data-shared={root?.shared ? "" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <PageLinks />
        {watched ? (
          <noscript>
            <meta httpEquiv="refresh" content="185;url=/sign-in?left" />
          </noscript>
        ) : null}
      </head>
      <body>
        {children}
        {root?.shared ? <SharedScreen watched={watched} /> : null}
        {root?.shared ? null : <ScrollRestoration nonce={nonce} />}
        <PageScripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The one page for everything that went wrong, with the reader's own navigation around it. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const status = statusOf(error);
  const screen = <ErrorScreen status={status} requestId={data?.requestId ?? null} homeHref="/" />;
  return data?.reader ? <FramedPage root={data}>{screen}</FramedPage> : screen;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : isLost(error) ? 0 : 500;
}

/** Whether a request of the browser got no answer. Each browser says so in words of its own. */
function isLost(error: unknown): boolean {
  return error instanceof TypeError && /failed to fetch|networkerror|load failed/i.test(error.message);
}
