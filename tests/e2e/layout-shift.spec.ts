/** Nothing on the desk moves while something is on air, whatever comes, goes, changes or is refused: hands know the places. */
import type { Page } from '@playwright/test';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('opens pages of its own');

/** Controls and what holds them, from now on. Rows of lists may move, and words within their own place. */
const watch = (desk: Page) =>
  desk.evaluate(() => {
    const CONTROLS = 'button, input, select, textarea, a, section, figure, header, footer, nav, main';
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    interface Source {
      node: Node | null;
      previousRect: DOMRectReadOnly;
      currentRect: DOMRectReadOnly;
    }
    const place = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map(Math.round).join(',');
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        for (const { node, previousRect, currentRect } of (entry as unknown as { sources: Source[] })
          .sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          if (!element || element.closest('[role="grid"]')) continue;
          if (!element.matches(CONTROLS) && !element.querySelector(CONTROLS)) continue;
          shifts.push(`${element.outerHTML.slice(0, 90)} ${place(previousRect)} → ${place(currentRect)}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });

/** After two more frames, so that the last change has been drawn. */
const shifts = (desk: Page) =>
  desk.evaluate(
    () =>
      new Promise<unknown>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done((window as unknown as { shifts: unknown }).shifts)),
        ),
      ),
  );

test('takes, updates, refusals and outs move nothing', async ({ context, serve }) => {
  const { desk, program } = await openPages(context, await serve());
  const lowerThird = layer(program, 'lower-third');
  await expect(desk.getByRole('region', { name: 'Outputs' })).toContainText('current');
  await desk.keyboard.type('1');
  await desk.keyboard.press('Enter');
  await expect(lowerThird).toHaveAttribute('data-state', 'armed');
  await watch(desk);

  await desk.keyboard.press('Space');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('e');
  await desk.keyboard.type('Another name');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('u');
  await desk.keyboard.type('215');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Space');
  await expect(desk.getByRole('status').filter({ hasText: 'do not air' }).first()).toBeVisible();
  await desk.keyboard.press('Backspace');
  await expect(lowerThird).not.toHaveAttribute('data-state', 'on');
  await desk.keyboard.press('Shift+Escape');
  expect(await shifts(desk)).toEqual([]);
});
