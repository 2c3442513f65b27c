import { defineConfig } from "vitest/config";

/** Tests in a real browser against a real server: one file at a time, each with a server of its own. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    testTimeout: 90_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
