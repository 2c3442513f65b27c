import { defineConfig } from "vitest/config";

// Patience is for slow and busy machines: no test asserts how long anything takes.
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/browser/**", "tests/bench/**"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    reporters: ["default"],
  },
});
