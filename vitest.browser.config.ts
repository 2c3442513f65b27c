import { defineConfig } from "vitest/config";

/** Tests in a real browser against a real server: one file at a time, each with a server of its own. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
    // A machine may stop a browser; a fault fails twice. What was tried again is said in the report.
    retry: 1,
  },
});
