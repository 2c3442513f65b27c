import { Outlet, useRouteLoaderData } from "@remix-run/react";
import { FramedPage } from "./framed-page";
import type { loader } from "./root";

/** The frame of every page that has the reader's navigation around it. */
export default function Frame() {
  const root = useRouteLoaderData<typeof loader>("root");
  if (!root) return <Outlet />;
  return (
    <FramedPage root={root}>
      <Outlet />
    </FramedPage>
  );
}
