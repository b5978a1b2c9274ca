/**
 * End-to-end and pixel tests, in a Chromium of this machine (scripts/find-browser.mjs). `electron` runs the same
 * end-to-end specs in real Electron and exists only where its runtime has been fetched.
 */
import { defineConfig } from '@playwright/test';
import { electronPath } from './scripts/electron-path.mjs';
import { findBrowser } from './scripts/find-browser.mjs';

const executablePath = findBrowser();
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // two cores: a second browser would only make both late
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  snapshotPathTemplate: '{testDir}/visual/baselines/{arg}{ext}',
  use: {
    viewport: { width: 1920, height: 1080 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      chromiumSandbox: !asRoot,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--font-render-hinting=none',
      ],
    },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'visual', testMatch: 'visual/**/*.spec.ts' },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    ...(electronPath() ? [{ name: 'electron', testMatch: 'e2e/**/*.spec.ts' }] : []),
  ],
});
