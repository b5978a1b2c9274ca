/** The module that every quirk is made from: a small graphic that does all as OGraf v1 asks. */

const BASE = `class Base extends HTMLElement {
  static steps = 1;
  #step = undefined;
  async load({ data }) {
    this.data = { ...data };
    this.draw(false);
    return { statusCode: 200 };
  }
  draw(on) {
    this.replaceChildren();
    if (!on) return;
    const plate = document.createElement('div');
    plate.style.cssText =
      'position:absolute;left:160px;top:820px;width:800px;height:120px;background:#12324a;color:#fff;font:48px sans-serif';
    for (const key of Object.keys(this.data)) {
      const line = document.createElement('p');
      line.style.margin = '0';
      line.textContent = this.words(key);
      plate.append(line);
    }
    this.append(plate);
  }
  words(key) {
    return String(this.data[key]);
  }
  async playAction({ goto, delta } = {}) {
    const count = this.constructor.steps;
    const target = goto >= 0 ? goto : (this.#step ?? -1) + (delta ?? 1);
    this.#step = target >= 0 && (target < count || count < 0) ? target : undefined;
    this.draw(this.#step !== undefined);
    return { statusCode: 200, currentStep: this.#step };
  }
  async updateAction({ data }) {
    this.data = { ...this.data, ...data };
    if (this.#step !== undefined) this.draw(true);
    return { statusCode: 200 };
  }
  async stopAction() {
    this.#step = undefined;
    this.draw(false);
    return { statusCode: 200 };
  }
  async customAction({ id }) {
    return { statusCode: 404, statusMessage: 'There is no action ' + id + '.' };
  }
  async dispose() {
    this.draw(false);
    return { statusCode: 200 };
  }
}
`;

/** @param methods of the graphic's class; those of the same name replace the good ones */
export const moduleWith = (methods = '', head = ''): string =>
  `${head}${BASE}export default class extends Base {\n${methods}\n}\n`;

/** The good class without its export, for modules that do that in their own way. */
export const BASE_CLASS = BASE;
