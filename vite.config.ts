import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";

/** What every page stands on; it changes with the packages alone. */
const react =
  /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/(?:react|router|server-runtime))\//;
/** The small parts of which nearly every page has most: left alone, they come to pages in files of others. */
const parts = [
  /\/app\/ui\/(?:avatar|bar|button|field|html|icon|kept|page|panels|segmented|status)\.tsx$/,
  /\/app\/words\/(?:context|format|interval|language|load|numerals)\.tsx?$/,
  /\/app\/(?:platform\/tab-storage|lessons\/links|learning\/paths)\.ts$/,
  /vite\/preload-helper/,
];

/** The file in which browsers get a module, where that is not left to Rollup. */
function sharedFile(id: string): string | undefined {
  if (react.test(id)) return "react";
  if (parts.some((part) => part.test(id))) return "parts";
  return /\/app\/words\/(sv|en)\.ts$/.exec(id)?.[1];
}

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(options)],
  // In development Vite looks through the routes for what browsers need, and meets what only the server has.
  optimizeDeps: { exclude: ["@node-rs/argon2", "better-sqlite3", "kysely", "mdx-bundler", "esbuild"] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Many small files cost a page more than the few bytes that another page would not have needed.
    rollupOptions: {
      output: { experimentalMinChunkSize: 2_000, ...(isSsrBuild ? {} : { manualChunks: sharedFile }) },
    },
  },
}));
