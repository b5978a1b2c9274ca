/**
 * The test card: made when it is asked for, alone in its module so that no output carries it otherwise. Nothing on it
 * comes from a show but the output's name.
 */
import '@fontsource-variable/archivo/wdth.css';
import { CardClock } from './clock.ts';
import { modeWords, type CardFacts } from './facts.ts';
import { behind, over, SWEEP } from './pattern.ts';
import style from './style.css?inline';

export interface TestCard {
  readonly element: HTMLElement;
  set(facts: CardFacts): void;
  /** To be called when it is on the page. */
  start(): void;
  remove(): void;
}

/** Letters that fit on one line, however wide they are. */
const LONG_NAME = 14;

const MARKUP = `
  <div class="fill">
    ${behind()}
    <div class="head"><span class="name"></span><span class="kind">TEST CARD</span></div>
    <div class="safe title">Title-safe 90 %</div>
    <div class="safe action">Action-safe 93 %</div>
    <div class="sweep" style="top: ${SWEEP.y}px; height: ${SWEEP.height}px"><div class="bars"><i></i><i></i></div></div>
    <div class="facts">
      <div class="clock"></div>
      <div class="fact channel"></div><div class="fact mode"></div>
      <div class="fact size"></div><div class="fact rate"></div>
    </div>
    ${over()}
  </div>
  <div class="key"></div>`;

/** Its words must not come in another font first. One that cannot be had is no reason to do without the card. */
async function loadFont({ name }: CardFacts): Promise<void> {
  try {
    await document.fonts.load('700 76px "Archivo Variable"', `${name} Card 0123456789`);
  } catch (error) {
    console.warn('the test card’s font:', error);
  }
}

/** @param stationNow the station's clock, epoch ms */
export async function makeTestCard(facts: CardFacts, stationNow: () => number): Promise<TestCard> {
  await loadFont(facts);
  const element = document.createElement('div');
  element.id = 'test-card';
  element.setAttribute('aria-hidden', 'true');
  const shadow = element.attachShadow({ mode: 'open' });
  shadow.innerHTML = `<style>${style}</style>${MARKUP}`;
  const part = (name: string): HTMLElement => {
    const found = shadow.querySelector<HTMLElement>(`.${name}`);
    if (!found) throw new Error(`the test card has no .${name}`);
    return found;
  };
  const clock = new CardClock(part, stationNow);
  const set = (next: CardFacts): void => {
    part('name').textContent = next.name;
    part('name').classList.toggle('long', next.name.length > LONG_NAME);
    part('channel').textContent = `Channel: ${next.channel}`;
    part('mode').textContent = modeWords(next);
    element.dataset['keying'] = next.mode.kind;
    element.dataset['keySide'] = next.keySide;
  };
  return {
    element,
    set,
    start: () => clock.start(),
    remove: () => {
      clock.stop();
      element.remove();
    },
  };
}
