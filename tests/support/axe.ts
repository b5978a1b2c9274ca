/**
 * Scans a page for WCAG 2.2 AA. axe is put into the page once and its frames are left out: a scan of the desk takes a
 * fraction of a second, where AxeBuilder goes through every graphic of every monitor. Graphics are checked by themselves.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const source = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core'),
  'utf8',
);

const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface ScanOptions {
  /** Selector of the part to look at; without, the whole page. */
  within?: string;
  /** Rules by their names; without, all that WCAG 2.2 AA has. */
  only?: readonly string[];
}

/** @returns what is wrong, a line each */
export async function scan(page: Page, { within, only }: ScanOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: TAGS };
  const options = JSON.stringify({ runOnly, iframes: false, resultTypes: ['violations'] });
  const found = await page.evaluate(
    `axe.run(${within ? JSON.stringify(within) : 'document'}, ${options}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return Violations.parse(found).flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}
