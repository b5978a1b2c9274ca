/** Unit, property and contract tests: pure Node, no browser, no network. The browser suites have their own runners. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/visual/**', 'tests/bench/**', '**/node_modules/**'],
    environment: 'node',
    // generous, because a busy machine must not fail a test: nothing here waits
    testTimeout: 60_000,
  },
});
