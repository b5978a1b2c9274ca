/** The workbench as a test drives it: by roles and names, with a look into the frame of what is on it. */
import { expect, type Frame, type Page } from '@playwright/test';

/** What a mover says; nothing while its frame is being replaced. */
const textIn = (frame: Frame): Promise<string> =>
  frame
    .evaluate(
      () =>
        document.querySelector('tally-graphic')?.firstElementChild?.shadowRoot?.querySelector('p')
          ?.textContent ?? '',
    )
    .catch(() => '');

export class BenchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param desk address of the desk, with its key */
  static async open(page: Page, desk: string, graphic: string | null): Promise<BenchPage> {
    const address = desk.replace('/desk', '/workbench');
    await page.goto(graphic === null ? address : `${address}#${graphic}`);
    const bench = new BenchPage(page);
    if (graphic !== null) await bench.is('LOADED');
    return bench;
  }

  /** What its state is said to be: `LOADED`, `ON`. */
  is(word: string): Promise<void> {
    const transport = this.page.getByRole('group', { name: 'Controls' });
    return expect(transport.getByRole('status')).toContainText(word);
  }

  button = (name: RegExp | string) => this.page.getByRole('button', { name });

  /** The frames of graphics on it, in the order of their pictures. */
  frames(): Frame[] {
    return this.page.frames().filter((frame) => frame.url().includes('study=1') && !frame.isDetached());
  }

  /** The one that is seen, or the only one. */
  frame(): Frame {
    const frame = this.frames().at(-1);
    if (!frame) throw new Error('no graphic is on the workbench');
    return frame;
  }

  text(): Promise<string> {
    return textIn(this.frame());
  }

  /** What each of the graphics on it says, in the order of their pictures. */
  texts(): Promise<string[]> {
    return Promise.all(this.frames().map(textIn));
  }

  /** Where the two boxes are, px: the one moved by an animation, the one moved by a script. */
  boxes(): Promise<[number, number]> {
    const read = this.frame().evaluate((): [number, number] => {
      const root = document.querySelector('tally-graphic')?.firstElementChild?.shadowRoot;
      const left = (name: string): number =>
        (root?.querySelector(name)?.getBoundingClientRect().left ?? NaN) - 100;
      return [left('b'), left('i')];
    });
    // one frame may take another's place just now: who waits for a place looks again
    return read.catch((): [number, number] => [NaN, NaN]);
  }

  /** Widths of the frame's window and of the graphic's page, CSS px; none while the frame is being replaced. */
  async size(): Promise<number[]> {
    const read = this.frames()
      .at(-1)
      ?.evaluate(() => [innerWidth, document.body.clientWidth]);
    return (await read?.catch(() => [])) ?? [];
  }

  picture = (name: string) => this.page.getByRole('figure', { name: `Picture of ${name}` });

  slider = () => this.page.getByRole('slider', { name: 'Moment' });
}
