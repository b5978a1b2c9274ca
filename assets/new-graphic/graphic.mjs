// __NAME__: an OGraf v1 graphic in one file, without a build step. Edit it, save it, and look at it in the workbench.

const STYLE = `
  :host { position: absolute; inset: 0; }
  .plate {
    position: absolute; left: 134px; bottom: 112px; max-width: 1652px; display: none;
    color: #f4f7fc; font-family: 'Archivo __ID__'; font-variant-numeric: tabular-nums;
  }
  .plate.on { display: flex; align-items: stretch; }
  .bar { flex: none; width: 14px; background: var(--accent); transform-origin: bottom; }
  .box { position: relative; padding: 22px 44px 24px 34px; }
  .ground { position: absolute; inset: 0; background: #0c1830; transform-origin: left; }
  .line { position: relative; line-height: 1.12; overflow-wrap: anywhere; text-wrap: balance; }
  .name { font-size: 72px; font-weight: 700; letter-spacing: -0.005em; }
  .role { font-size: 36px; font-weight: 450; color: #c3cee2; margin-top: 8px; }
  .role:empty { display: none; }
`;

/** Archivo comes with the package: a font of the machine's may be another one tomorrow. */
const FONTS = [
  ['fonts/archivo-latin.woff2', 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+2000-206F, U+20AC, U+2122'],
  ['fonts/archivo-latin-ext.woff2', 'U+0100-02BA, U+02BD-02C5, U+0304, U+0308, U+1E00-1E9F, U+1EF2-1EFF'],
];

async function loadFonts() {
  for (const [file, unicodeRange] of FONTS) {
    const address = new URL(file, import.meta.url).href;
    const face = new FontFace('Archivo __ID__', `url("${address}")`, {
      weight: '100 900',
      stretch: '62% 125%',
      unicodeRange,
    });
    document.fonts.add(await face.load());
  }
}

const EASE_IN = 'cubic-bezier(0.16, 0.84, 0.3, 1)';
const EASE_OUT = 'cubic-bezier(0.6, 0, 0.84, 0.2)';
const GONE = { opacity: 0 };
const THERE = { opacity: 1, transform: 'none' };

/** Room for a line of text, and how narrow its letters may become before it breaks. */
const ROOM = 1560;
const WIDTHS = [100, 92, 84, 76];
const MOST_LINES = 2;

export default class extends HTMLElement {
  #data = {};
  #step;
  /** The animations under way: those of coming and going, and those of new words, which leave the others alone. */
  #moving = { plate: [], words: [] };
  /** Grows with every play and stop: one that was overtaken must not touch the picture. */
  #turn = 0;
  #loading = Promise.resolve();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${STYLE}</style>
      <div class="plate">
        <div class="bar"></div>
        <div class="box"><div class="ground"></div><div class="line name"></div><div class="line role"></div></div>
      </div>`;
  }

  /** Gets everything ready and shows nothing yet. */
  load({ data } = {}) {
    const loading = loadFonts().then(() => this.#put({ ...data }));
    // a call that comes meanwhile waits for it
    this.#loading = loading.catch(() => undefined);
    return loading;
  }

  async playAction({ goto, delta, skipAnimation } = {}) {
    const turn = ++this.#turn;
    await this.#loading;
    if (turn !== this.#turn) return { statusCode: 200, currentStep: this.#step };
    const target = goto >= 0 ? goto : (this.#step ?? -1) + (delta ?? 1);
    if (target !== 0) {
      await this.#leave(turn, skipAnimation);
      return { statusCode: 200, currentStep: undefined };
    }
    const isNew = this.#step === undefined;
    this.#step = 0;
    if (isNew) await this.#enter(skipAnimation);
    return { statusCode: 200, currentStep: this.#step };
  }

  async stopAction({ skipAnimation } = {}) {
    const turn = ++this.#turn;
    await this.#loading;
    if (turn === this.#turn) await this.#leave(turn, skipAnimation);
    return { statusCode: 200 };
  }

  /** New data in place: the words change, the entrance is not played again. */
  async updateAction({ data, skipAnimation } = {}) {
    await this.#loading;
    const before = this.#data;
    const answer = this.#put({ ...before, ...data });
    if (answer.statusCode !== 200 || skipAnimation || this.#step === undefined) return answer;
    const changed = ['name', 'role'].filter((key) => before[key] !== this.#data[key]);
    if (changed.length === 0) return answer;
    await this.#run(
      'words',
      changed.map((key) => [this.#part(key), [GONE, THERE], { duration: 320, easing: EASE_IN }]),
    );
    return answer;
  }

  async customAction({ id } = {}) {
    return { statusCode: 404, statusMessage: `There is no action “${id}”.` };
  }

  async dispose() {
    this.#turn += 1;
    this.#halt();
    this.shadowRoot.replaceChildren();
    return { statusCode: 200 };
  }

  #part(name) {
    return this.shadowRoot.querySelector(`.${name}`);
  }

  /** Sets the words. Those that do not fit are refused, and the picture stays as it was. */
  #put(data) {
    const plate = this.#part('plate');
    if (!plate) return { statusCode: 409, statusMessage: 'The graphic has been thrown away.' };
    const before = this.#data;
    this.#fill(data);
    const fits = ['name', 'role'].filter((key) => data[key]).map((key) => this.#fit(key));
    const bad = fits.find(({ lines }) => lines > MOST_LINES);
    if (bad) {
      this.#fill(before);
      for (const key of ['name', 'role']) this.#fit(key);
      return { statusCode: 422, statusMessage: `The ${bad.field} needs more than two lines.` };
    }
    this.#data = data;
    // how each text was set: the desk shows it beside the field
    return { statusCode: 200, result: { v_fit: fits } };
  }

  #fill({ name = '', role = '', accent }) {
    this.#part('name').textContent = name;
    this.#part('role').textContent = role;
    const colour = /^#[0-9a-f]{6}$/i.test(accent ?? '') ? accent : '#f2b233';
    this.#part('plate').style.setProperty('--accent', colour);
  }

  /** Narrower letters first, then a second line. */
  #fit(key) {
    const line = this.#part(key);
    const plate = this.#part('plate');
    const size = parseFloat(getComputedStyle(line).fontSize);
    const wasOn = plate.classList.contains('on');
    // measured in its place, which is not drawn before this task is over
    plate.classList.add('on');
    line.style.cssText = 'width: max-content; white-space: nowrap';
    const width = WIDTHS.find((one) => {
      line.style.fontStretch = `${one}%`;
      return line.offsetWidth <= ROOM;
    });
    line.style.width = line.style.whiteSpace = '';
    const lines = width === undefined ? Math.round(line.offsetHeight / (size * 1.12)) : 1;
    plate.classList.toggle('on', wasOn);
    return { field: key, lines, width: width ?? WIDTHS.at(-1), size, tight: width !== WIDTHS[0] };
  }

  async #enter(cut) {
    this.#halt();
    this.#part('plate').classList.add('on');
    if (cut) return;
    const rise = [{ opacity: 0, transform: 'translateY(26px)' }, THERE];
    await this.#run('plate', [
      [
        this.#part('bar'),
        [{ transform: 'scaleY(0)' }, { transform: 'none' }],
        { duration: 320, easing: EASE_IN },
      ],
      [
        this.#part('ground'),
        [{ transform: 'scaleX(0)' }, { transform: 'none' }],
        { duration: 420, delay: 80, easing: EASE_IN },
      ],
      [this.#part('name'), rise, { duration: 380, delay: 180, easing: EASE_IN }],
      [this.#part('role'), rise, { duration: 380, delay: 250, easing: EASE_IN }],
    ]);
  }

  async #leave(turn, cut) {
    const isOn = this.#step !== undefined;
    this.#step = undefined;
    const plate = this.#part('plate');
    if (!plate) return;
    if (isOn && !cut) {
      const away = [THERE, { opacity: 0, transform: 'translateX(-40px)' }];
      await this.#run('plate', [[plate, away, { duration: 260, easing: EASE_OUT }]]);
      // a play that came meanwhile has the picture now
      if (turn !== this.#turn) return;
    }
    this.#halt();
    plate.classList.remove('on');
  }

  /** Resolves when all of it is over, or something later took its place. */
  async #run(what, parts) {
    this.#halt(what);
    const mine = parts.map(([element, frames, timing]) =>
      element.animate(frames, { fill: 'both', ...timing }),
    );
    this.#moving[what] = mine;
    await Promise.all(mine.map((one) => one.finished.catch(() => undefined)));
    if (mine === this.#moving[what] && this.#step !== undefined) this.#halt(what);
  }

  #halt(...which) {
    for (const what of which.length > 0 ? which : Object.keys(this.#moving)) {
      for (const one of this.#moving[what]) one.cancel();
      this.#moving[what] = [];
    }
  }
}
