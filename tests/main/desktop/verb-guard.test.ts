// Who is heard by the app: the desk's page in the desk's window, at the top of it.
import { expect, it } from 'vitest';
import { whyUnheard } from '../../../main/desktop/verb-guard.ts';
import { done, no } from '../../../main/verb-answer.ts';
import { VerbAnswer } from '../../../core/desk-verbs.ts';

const station = 'http://127.0.0.1:4400/desk?key=k';
const desk = { name: 'desk' };
const from = { isDesk: (sender: object) => sender === desk, station };
const frame = { url: station, origin: 'http://127.0.0.1:4400', parent: null };

it('the desk is heard', () => {
  expect(whyUnheard({ sender: desk, senderFrame: frame }, from)).toBeNull();
});

it.each([
  ['another window', { sender: { name: 'output' }, senderFrame: frame }],
  ['a frame that has gone', { sender: desk, senderFrame: null }],
  ['a frame within the desk', { sender: desk, senderFrame: { ...frame, parent: frame } }],
  ['another origin', { sender: desk, senderFrame: { ...frame, origin: 'http://127.0.0.1:44000' } }],
  ['a page without an origin', { sender: desk, senderFrame: { ...frame, url: 'data:,x', origin: 'null' } }],
  [
    'an output in the desk',
    { sender: desk, senderFrame: { ...frame, url: station.replace('desk', 'output/program') } },
  ],
])('%s is not', (_what, said) => {
  expect(whyUnheard(said, from)).not.toBeNull();
});

it('answers are what the desk expects', () => {
  expect(VerbAnswer.parse(done())).toEqual({ ok: true, detail: null });
  expect(VerbAnswer.parse(no('busy', 'Later.'))).toEqual({ ok: false, code: 'busy', detail: 'Later.' });
});
