import { index, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the product, one line each. */
export default [index("learning/home-page.tsx")] satisfies RouteConfig;
