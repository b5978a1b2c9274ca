/** What the page shows around its layers: the ground, key and fill, black, guides and the test card. */
import type { ChannelId } from '../../core/layers.ts';
import type { OutputLook } from '../../core/outputs/look.ts';
import { makeGuides } from './guides.ts';
import { stageLook } from './look.ts';
import type { StageParams } from './params.ts';
import type { TestCard } from './test-card/card.ts';

export interface PictureParts {
  page: HTMLElement;
  /** Holds all pictures that stand side by side. */
  root: HTMLElement;
  /** In the root: all that viewers may see. */
  keyed: HTMLElement;
  /** Fits the root to the window. */
  fit(pictures: number): void;
  /** The station's clock, epoch ms. */
  stationNow(): number;
  /** Called when the test card has come or has failed to. */
  onCard(): void;
}

type Address = Pick<StageParams, 'channel' | 'background' | 'keySide'>;

export class PictureView {
  readonly #parts: PictureParts;
  readonly #address: Address;
  #output: OutputLook | null = null;
  #guides: Element | null = null;
  #card: TestCard | null = null;
  #loading = false;
  #hasFailed = false;

  constructor(parts: PictureParts, address: Address) {
    this.#parts = parts;
    this.#address = address;
    parts.page.dataset['keySide'] = address.keySide;
    this.set(null);
  }

  /** True while every frame should be watched: the test card tells of dropped ones. */
  get isMoving(): boolean {
    return this.#card !== null;
  }

  /** False while what should be seen is still being made. */
  get isDrawn(): boolean {
    return this.#card !== null || !this.#wantsCard || this.#hasFailed;
  }

  get #wantsCard(): boolean {
    return this.#output?.picture === 'test';
  }

  set(output: OutputLook | null): void {
    this.#output = output;
    const { page, fit } = this.#parts;
    const look = stageLook(this.#address, output);
    page.style.background = look.ground;
    page.dataset['keying'] = look.keying;
    page.dataset['picture'] = look.picture;
    page.dataset['guides'] = String(look.guides);
    page.dataset['frozen'] = String(look.frozen);
    fit(look.keying === 'key-fill' ? 2 : 1);
    this.#setGuides(look.guides);
    this.#setCard();
    this.#hide();
  }

  #setGuides(on: boolean): void {
    if (on && !this.#guides) {
      this.#guides = makeGuides();
      this.#parts.root.append(this.#guides);
    } else if (!on) {
      this.#guides?.remove();
      this.#guides = null;
    }
  }

  #setCard(): void {
    if (!this.#wantsCard) {
      this.#card?.remove();
      this.#card = null;
      this.#hasFailed = false;
    } else if (this.#card) {
      this.#card.set(this.#facts());
    } else if (!this.#loading && !this.#hasFailed) {
      this.#loading = true;
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    try {
      const { makeTestCard } = await import('./test-card/card.ts');
      const card = await makeTestCard(this.#facts(), () => this.#parts.stationNow());
      // while it was made, everything may have changed
      if (this.#wantsCard) this.#show(card);
    } catch (error) {
      // air is not made worse by a card that does not come
      console.error('the test card:', error);
      this.#hasFailed = this.#wantsCard;
    }
    this.#loading = false;
    this.#hide();
    this.#parts.onCard();
  }

  #show(card: TestCard): void {
    card.set(this.#facts());
    // under the layers, which go on unseen: what is covered is not drawn, and what is not drawn stands still
    this.#parts.root.prepend(card.element);
    card.start();
    this.#card = card;
  }

  /** Until the card is there, what is seen stays. */
  #hide(): void {
    const hidden = this.#output?.picture === 'black' || this.#card !== null;
    this.#parts.keyed.toggleAttribute('data-hidden', hidden);
  }

  #facts(): { name: string; mode: OutputLook['mode']; channel: ChannelId; keySide: 'left' | 'right' } {
    const { channel, keySide } = this.#address;
    const { name, mode } = this.#output ?? { name: '', mode: { kind: 'black' } as const };
    return { name, mode, channel, keySide };
  }
}
