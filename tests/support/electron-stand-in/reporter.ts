/** Says, as the first line of a report, in what the desktop app ran: nobody should take the stand-in for Electron. */
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';

const WORDS: Record<string, string> = {
  desktop: 'Desktop specs run in the Electron stand-in (Node and headless Chromium), NOT in real Electron.',
  electron: 'Desktop specs run in real Electron.',
};

export default class SaysWhich implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    for (const project of suite.suites) {
      const words = WORDS[project.project()?.name ?? ''];
      if (words !== undefined) process.stdout.write(`${words}\n`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
