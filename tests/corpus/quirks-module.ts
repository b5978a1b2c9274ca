/** Quirks of the module: what a graphic does when it is loaded, played, updated, stopped and thrown away. */
import { quirk, type Quirk } from './quirk.ts';
import { BASE_CLASS, moduleWith } from './well-behaved.ts';

const NEVER = 'return new Promise(() => {});';
const action = (more: object = {}) => ({ customActions: [{ id: 'shine', name: 'Shine', ...more }] });

export const MODULE_QUIRKS: readonly Quirk[] = [
  quirk('registers-itself', {
    module: `${BASE_CLASS}class Own extends Base {}\ncustomElements.define('my-own-tag', Own);\nexport default Own;\n`,
  }),
  quirk('class-without-default', {
    module: `${BASE_CLASS}export class Own extends Base {}\n`,
    static: ['no-default-export'],
    live: ['load-fails'],
    stage: 'fault',
    says: /does not export a graphic/,
  }),
  quirk('default-is-no-class', {
    module: 'export default { load() {} };\n',
    live: ['load-fails'],
    stage: 'fault',
    says: /does not export a graphic/,
  }),
  quirk('methods-missing', {
    module: `class Few extends HTMLElement {
  async load() {}
  async playAction() { this.textContent = 'on'; return { statusCode: 200, currentStep: 0 }; }
  async stopAction() { this.textContent = ''; }
}
export default Few;\n`,
    live: ['end-stays', 'method-missing'],
  }),
  quirk('methods-without-promises', {
    methods: `stopAction() { this.draw(false); return { statusCode: 200 }; }`,
    live: ['no-promise'],
  }),
  quirk('omits-current-step', {
    methods: `async playAction(p) { await super.playAction(p); return { statusCode: 200 }; }`,
    live: ['step-silent'],
  }),
  quirk('counts-from-one', {
    methods: `async playAction(p) {
      const { currentStep } = await super.playAction(p);
      return { statusCode: 200, currentStep: currentStep === undefined ? undefined : currentStep + 1 };
    }`,
    live: ['step-wrong'],
  }),
  quirk('paints-in-load', {
    methods: `async load(p) { await super.load(p); this.draw(true); }`,
    live: ['paints-early'],
  }),
  quirk('stays-after-stop', {
    methods: `async stopAction() { return { statusCode: 200 }; }`,
    live: ['skip-ignored', 'stays-painted', 'stop-overtaken'],
  }),
  quirk('yes-to-every-action', {
    methods: `async customAction() { return { statusCode: 200 }; }`,
    live: ['unknown-action'],
  }),
  quirk('blanks-on-partial-update', {
    methods: `async updateAction({ data }) {
      this.data = { name: '', role: '', ...data };
      this.draw(true);
    }`,
    live: ['blanks-fields'],
  }),
  quirk('styles-the-whole-page', {
    methods: `draw(on) {
      super.draw(on);
      const style = document.createElement('style');
      style.textContent = 'body { background: none } * { letter-spacing: 2px }';
      if (on) this.append(style);
    }`,
  }),
  quirk('font-face-in-shadow', {
    methods: `draw(on) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.innerHTML = on
        ? '<style>@font-face { font-family: X; src: url(x.woff2) } p { position: absolute; top: 800px }</style><p></p>'
        : '';
      const words = root.querySelector('p');
      if (words) words.textContent = Object.values(this.data).join(' ');
    }`,
  }),
  quirk('nested-iframe', {
    methods: `async load(p) {
      await super.load(p);
      const inner = document.createElement('iframe');
      inner.src = new URL('inner.html', import.meta.url).href;
      inner.style.cssText = 'position:absolute;left:0;top:0;width:10px;height:10px;border:0;visibility:hidden';
      await new Promise((done) => { inner.onload = done; document.body.append(inner); });
      this.inner = inner;
    }
    async dispose() { this.inner.remove(); }`,
    files: { 'inner.html': '<!doctype html><title>inner</title><p>inner</p>' },
  }),
  quirk('inner-page-without-type', {
    methods: `async load() {
      await new Promise((done) => {
        addEventListener('message', done, { once: true });
        const inner = document.createElement('iframe');
        inner.src = new URL('inner.page', import.meta.url).href;
        this.append(inner);
      });
    }`,
    files: { 'inner.page': '<!doctype html><script>parent.postMessage(1, "*")</script>' },
    live: ['never-settles'],
    stage: 'fault',
    says: /did not load/,
  }),
  quirk('nested-module', {
    module: `import { part } from './lib/part.mjs';\n${moduleWith('words(key) { return part(super.words(key)); }')}`,
    files: { 'lib/part.mjs': 'export const part = (text) => text;\n' },
  }),
  quirk('throws-on-import', {
    module: `throw new Error('no licence');\n${moduleWith()}`,
    live: ['load-fails'],
    stage: 'fault',
    says: /no licence/,
  }),
  quirk('throws-in-constructor', {
    methods: `constructor() { super(); throw new Error('no room'); }`,
    live: ['load-fails'],
    stage: 'fault',
  }),
  quirk('throws-in-load', {
    methods: `async load() { throw new Error('no such font'); }`,
    live: ['load-fails'],
    stage: 'fault',
    says: /no such font/,
  }),
  quirk('throws-in-play', {
    methods: `async playAction() { throw new Error('forgotten'); }`,
    live: ['call-fails'],
    stage: 'fault',
    says: /forgotten/,
  }),
  quirk('throws-in-update', {
    methods: `async updateAction() { throw new Error('forgotten'); }`,
    live: ['call-fails'],
  }),
  quirk('throws-in-stop', {
    methods: `async stopAction() { throw new Error('forgotten'); }`,
    live: ['call-fails'],
  }),
  quirk('throws-in-dispose', {
    methods: `async dispose() { throw new Error('forgotten'); }`,
    live: ['call-fails'],
  }),
  quirk('load-never-settles', {
    methods: `async load() { ${NEVER} }`,
    live: ['never-settles'],
    stage: 'fault',
    says: /within 9 seconds/,
  }),
  quirk('play-never-settles', {
    methods: `async playAction(p) { await super.playAction(p); ${NEVER} }`,
    live: ['never-settles'],
    stage: 'fault',
  }),
  quirk('stop-never-settles', {
    methods: `async stopAction() { ${NEVER} }`,
    live: ['never-settles'],
  }),
  quirk('endless-loop', {
    methods: `async playAction() { for (;;) {} }`,
    live: ['hangs'],
    stage: 'fault',
  }),
  quirk('rejects-with-a-word', {
    methods: `async playAction() { throw 'no'; }`,
    live: ['call-fails', 'rejects-oddly'],
    stage: 'fault',
    says: /no/,
  }),
  quirk('status-code-as-text', {
    methods: `async updateAction(p) { await super.updateAction(p); return { statusCode: '200' }; }`,
    live: ['answer-form'],
  }),
  quirk('answers-nothing', {
    methods: `async load(p) { await super.load(p); }\nasync updateAction(p) { await super.updateAction(p); }`,
  }),
  quirk('answers-with-an-element', {
    manifest: action(),
    methods: `async customAction({ id }) {
      return id === 'shine' ? { statusCode: 200, result: document.body } : { statusCode: 404 };
    }`,
  }),
  quirk('action-with-a-form', {
    manifest: action({ schema: { type: 'object', properties: { times: { type: 'integer', default: 2 } } } }),
    methods: `async customAction({ id, payload }) {
      if (id !== 'shine') return { statusCode: 404 };
      return payload.times === 2 ? { statusCode: 200, result: 'shone' } : { statusCode: 400 };
    }`,
  }),
  quirk('action-without-a-form', {
    manifest: action({ schema: null }),
    live: ['action-fails'],
  }),
  quirk('keeps-timers', {
    methods: `async load(p) { await super.load(p); setInterval(() => {}, 5000); }`,
    live: ['left-behind'],
  }),
  quirk('leaves-elements', {
    methods: `async load(p) { await super.load(p); document.body.append(document.createElement('i')); }`,
    live: ['left-behind'],
  }),
  quirk('chatters', {
    methods: `async playAction(p) {
      clearInterval(this.noise);
      this.noise = setInterval(() => { throw new Error('again'); }, 4);
      return super.playAction(p);
    }
    async stopAction(p) { clearInterval(this.noise); return super.stopAction(p); }
    async dispose() { clearInterval(this.noise); }`,
    live: ['chatter', 'stray-error'],
  }),
  quirk('asks-outside', {
    methods: `async load(p) { await super.load(p); await fetch('https://example.org/data.json').catch(() => {}); }`,
    static: ['outside-address'],
    live: ['outside-request'],
  }),
  quirk('leaves-its-page', {
    methods: `async playAction(p) { location.href = 'about:blank'; return super.playAction(p); }`,
    live: ['went-away'],
    stage: 'fault',
  }),
  quirk('moves-in-spite-of-skip', {
    methods: `draw(on) {
      super.draw(on);
      this.firstChild?.animate([{ transform: 'translateX(-80px)' }, { transform: 'none' }], 300);
    }`,
    live: ['answers-early', 'skip-ignored'],
  }),
  quirk('paints-nothing', { methods: `draw() {}`, live: ['not-painted'] }),
  quirk('plays-once-only', {
    methods: `async stopAction(p) { this.over = true; return super.stopAction(p); }
    draw(on) { super.draw(on && !this.over); }`,
    live: ['no-replay'],
  }),
  quirk('shows-undefined', {
    methods: `words(key) { return this.data[key] ? super.words(key) + ' ' + this.data.title : ''; }`,
    live: ['nonsense-text'],
  }),
  quirk('refuses-long-names', {
    methods: `async load(p) {
      if ((p.data.name ?? '').length > 20) return { statusCode: 422, statusMessage: 'The name is too long.' };
      return super.load(p);
    }`,
  }),
  quirk('breaks-on-long-names', {
    methods: `async load(p) {
      if ((p.data.name ?? '').length > 20) throw new Error('overflow');
      return super.load(p);
    }`,
    live: ['data-fails'],
  }),
  quirk('slower-than-it-says', {
    manifest: { actionDurations: [{ type: 'playAction', duration: 50 }] },
    methods: `async playAction(p) {
      const answer = await super.playAction(p);
      if (!p.skipAnimation) await new Promise((done) => setTimeout(done, 500));
      return answer;
    }`,
    live: ['slower-than-said'],
  }),
];
