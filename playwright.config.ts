/**
 * End-to-end and pixel tests, in a Chromium of this machine (scripts/find-browser.mjs). The desktop app's specs, and the
 * main job in it, run in real Electron (`electron`) where its runtime has been fetched, else in our stand-in
 * (`desktop`, tests/support/electron-stand-in).
 */
import { defineConfig } from '@playwright/test';
import { electronPath } from './scripts/electron-path.mjs';
import { findBrowser } from './scripts/find-browser.mjs';

const executablePath = findBrowser();
const asRoot = process.getuid?.() === 0;

// the stand-in is slow to start on two cores, so of the end-to-end specs it runs only the main job
const desktopProject = electronPath()
  ? { name: 'electron', testMatch: ['desktop/**/*.spec.ts', 'e2e/**/*.spec.ts'] }
  : { name: 'desktop', testMatch: ['desktop/**/*.spec.ts', 'e2e/main-job.spec.ts'] };

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  // generous, and once more where it failed: two browsers share two cores. The summary names what needed it
  timeout: 120_000,
  retries: 1,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // one file at a time for each of the two cores: a browser test waits more than it computes
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [
    ['./tests/support/electron-stand-in/reporter.ts'],
    ['list'],
    ['json', { outputFile: 'test-reports/playwright.json' }],
  ],
  snapshotPathTemplate: '{testDir}/visual/baselines/{arg}{ext}',
  use: {
    viewport: { width: 1920, height: 1080 },
    // the desk follows the system until somebody chooses
    colorScheme: 'dark',
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
    // a trace films every page, which without a GPU costs a third of the run: `--trace on` for the one that fails
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'visual', testMatch: 'visual/**/*.spec.ts' },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    desktopProject,
  ],
});
