import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "./platform/nonce";
import styles from "./ui/styles/index.css?url";
import { useLanguage } from "./words/context";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export function loader({ context }: LoaderFunctionArgs) {
  return { theme: context.visit.theme };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const language = useLanguage();
  const data = useRouteLoaderData<typeof loader>("root");
  const theme = data?.theme ?? "auto";
  return (
    <html lang={language} data-theme={theme === "auto" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
