import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import options from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(options)],
  // In development Vite looks through the routes for what browsers need, and meets what only the server has.
  optimizeDeps: { exclude: ["@node-rs/argon2", "better-sqlite3", "kysely", "mdx-bundler", "esbuild"] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Many small files cost a page more than the few bytes that another page would not have needed.
    rollupOptions: { output: { experimentalMinChunkSize: 2_000 } },
  },
});
