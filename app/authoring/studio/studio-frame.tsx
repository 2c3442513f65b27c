import type { LinksFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import styles from "./studio.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** What all pages of the studio have in common. */
export default function StudioFrame() {
  return <Outlet />;
}
