/** What the outputs panel says and offers: a sentence for everything that the desktop app can tell of. */
import { describe, expect, it } from 'vitest';
import { ParkedFor, PlaceState, WarningCode, type OutputPlace } from '../../core/outputs/displays.ts';
import { OutputId } from '../../core/ids.ts';
import type { OutputInfo } from '../../core/protocol.ts';
import { plainOutput, type Output } from '../../core/schema/output.ts';
import { flagsOf, isHeld, togglesFor } from '../../renderer/outputs/flags.ts';
import {
  displayName,
  recoveryLine,
  troubleLine,
  warningsOf,
  whereLine,
} from '../../renderer/outputs/place-lines.ts';
import {
  isDown,
  needsDisplay,
  otherPages,
  outputLines,
  type Standing,
} from '../../renderer/outputs/standing.ts';
import { text } from '../../renderer/text.ts';
import { keptLine } from '../../renderer/monitors/kept-line.ts';
import { makeStation, type FakeStation } from '../support/builders.ts';
import { display, place, shellOf } from '../support/displays.ts';

const output = (over: Partial<Output> = {}): Output => ({
  id: OutputId.parse('program'),
  name: 'Program',
  channel: 'program',
  open: true,
  target: { kind: 'display', display: null, key: null },
  mode: { kind: 'black' },
  ...over,
});

const page = (over: Partial<OutputInfo> = {}): OutputInfo => ({
  id: 'page-1',
  channel: 'program',
  kind: 'output',
  name: '',
  isolation: 'full',
  fps: 50,
  late: 0,
  frames: 100,
  dropped: 0,
  output: OutputId.parse('program'),
  window: null,
  ready: true,
  revision: 1,
  behind: false,
  ...over,
});

const browser: Output['target'] = { kind: 'browser' };

const standing = (
  one: Output,
  shell: Parameters<typeof outputLines>[1],
  pages: readonly OutputInfo[] = [],
): Standing | undefined => outputLines([one], shell, pages)[0]?.standing;

const SENTENCE = /^[A-Z].*[a-z0-9]\.$/;

describe('how an output stands', () => {
  it('is what the app says of its window', () => {
    for (const state of PlaceState.options.filter((one) => one !== 'elsewhere')) {
      expect(standing(output(), shellOf([place('program', { state })]))).toBe(state);
    }
  });

  it('is, where a browser shows it, whether one is connected', () => {
    const shell = shellOf([place('program', { state: 'elsewhere' })]);
    expect(standing(output({ target: browser }), shell)).toBe('waiting');
    expect(standing(output({ target: browser }), shell, [page()])).toBe('connected');
    expect(standing(output({ target: browser, open: false }), shell, [page()])).toBe('closed');
  });

  it('waits for an app that is not there, unless a browser shows it', () => {
    expect(standing(output(), null)).toBe('no-app');
    expect(standing(output(), null, [page()])).toBe('connected');
    expect(standing(output({ open: false }), null)).toBe('closed');
    expect(standing(output(), shellOf([]))).toBe('opening');
  });

  it('is not told by a monitor, nor by a page of another channel or output', () => {
    for (const other of [
      page({ kind: 'monitor' }),
      page({ channel: 'preview' }),
      page({ output: null }),
      page({ output: OutputId.parse('other') }),
    ]) {
      expect(standing(output(), null, [other])).toBe('no-app');
    }
  });

  it('takes the heartbeat of the page that is ready, then of the newer window; the others are listed', () => {
    const pages = [
      page({ id: 'old', window: 1 }),
      page({ id: 'new', window: 2 }),
      page({ id: 'coming', window: 3, ready: false }),
      page({ id: 'monitor', kind: 'monitor', output: null }),
    ];
    const lines = outputLines([output()], null, pages);
    expect(lines[0]?.page?.id).toBe('new');
    expect(otherPages(pages, lines).map(({ id }) => id)).toEqual(['old', 'coming', 'monitor']);
  });

  it('does not change the order of rows; program is first', () => {
    const outputs = (['preview', 'program', 'rehearsal'] as const).map((channel) =>
      output({ id: OutputId.parse(channel), channel }),
    );
    const order = (state: PlaceState) =>
      outputLines(outputs, shellOf([place('rehearsal', { state })]), []).map((line) => line.output.id);
    expect(order('lost')).toEqual(['program', 'rehearsal', 'preview']);
    expect(order('shown')).toEqual(order('lost'));
  });
});

describe('sentences', () => {
  const line = (state: PlaceState, parkedFor: ParkedFor | null = null, over: Partial<Output> = {}) => {
    const [first] = outputLines([output(over)], shellOf([place('program', { state, parkedFor })]), []);
    if (!first) throw new Error('no line');
    return first;
  };

  it('has one for every trouble, and none where nothing is wrong', () => {
    for (const state of ['parked', 'lost', 'stopped'] as const) {
      expect(troubleLine(line(state)), state).toMatch(SENTENCE);
    }
    for (const state of ['shown', 'opening', 'closed'] as const) expect(troubleLine(line(state))).toBeNull();
    expect(troubleLine(line('elsewhere', null, { target: browser }))).toMatch(SENTENCE);
    expect(troubleLine({ ...line('shown'), standing: 'no-app' })).toMatch(SENTENCE);
  });

  it('has another one for every reason to be parked', () => {
    const all = ParkedFor.options.map((why) => troubleLine(line('parked', why)));
    for (const sentence of all) expect(sentence).toMatch(SENTENCE);
    expect(new Set(all).size).toBe(ParkedFor.options.length);
  });

  it('names the display that was lost', () => {
    const display = {
      id: 9,
      label: 'DELL U2720Q',
      size: { width: 1, height: 1 },
      origin: { x: 0, y: 0 },
      others: [],
    };
    const lost = line('lost', null, { target: { kind: 'display', display, key: null } });
    expect(troubleLine(lost)).toMatch(/^DELL U2720Q is gone\. The channel goes on/);
  });

  it('has two for every warning: a short one and a whole one', () => {
    const shell = shellOf([], {
      displays: [display(1, { scale: 1.5, rate: 59.951, size: { width: 2880, height: 1620 } })],
    });
    const warnings = warningsOf(
      place('program', { displays: [1], warnings: WarningCode.options }),
      shell,
      50,
    );
    expect(warnings.map(({ code }) => code)).toEqual(WarningCode.options);
    for (const { code, short, long } of warnings) {
      expect(long, code).toMatch(SENTENCE);
      expect(short, code).not.toMatch(/undefined|NaN|\.$/);
      expect(short.length, code).toBeLessThan(30);
    }
    expect(warnings[0]?.short).toBe('scale 150 %');
    expect(warnings[1]?.long).toContain('59.95 Hz');
  });

  it('says where an output is', () => {
    const shell = shellOf([]);
    const on = (displays: number[]) =>
      whereLine({ output: output(), place: place('program', { displays }) }, shell);
    expect(on([1])).toBe('Fullscreen on BenQ GW2480, 1920×1080, 50 Hz');
    expect(on([2, 3])).toBe('Fill on DELL U2720Q (2), 1920×1080, 50 Hz · key on DELL U2720Q (3)');
    expect(on([])).toBe('No display chosen');
    expect(whereLine({ output: output({ target: browser }), place: null }, null)).toBe('Browser source');
    expect(whereLine({ output: output({ target: { kind: 'window' } }), place: null }, null)).toBe('Window');
  });

  it('tells displays of one name, and of none, apart by number', () => {
    const all = [display(4, { label: '' }), display(5, { label: 'LG' }), display(6, { label: 'LG' })];
    expect(all.map((one) => displayName(one, all))).toEqual(['Display 1', 'LG (2)', 'LG (3)']);
  });

  it('says how often it was brought back, and why', () => {
    const at = Date.parse('2008-11-08T08:42:10Z');
    const lastRecovery = { at, reason: 'page crashed' };
    expect(recoveryLine(place('program', { recoveries: 2, lastRecovery }), 'Pacific/Auckland')).toBe(
      'brought back 2×, last 21:42:10: page crashed',
    );
    expect(recoveryLine(place('program'), 'Pacific/Auckland')).toBeNull();
  });

  it('has a word for every flag and every way to stand', () => {
    for (const words of [text.outputs.flags, text.outputs.flagsLong, text.outputs.states]) {
      for (const word of Object.values(words)) expect(word).not.toBe('');
    }
  });
});

describe('what is offered', () => {
  it('is everything but guides on a program output', () => {
    expect(togglesFor('program')).toEqual(['black', 'freeze', 'test']);
    expect(togglesFor('preview')).toContain('guides');
    expect(togglesFor('rehearsal')).toContain('guides');
  });

  it('is held for a test card that viewers would see, and for nothing else', () => {
    expect(isHeld('test', 'program', plainOutput)).toBe(true);
    expect(isHeld('test', 'program', { ...plainOutput, picture: 'black' })).toBe(true);
    expect(isHeld('test', 'program', { ...plainOutput, picture: 'test' })).toBe(false);
    expect(isHeld('test', 'preview', plainOutput)).toBe(false);
    for (const toggle of ['black', 'freeze'] as const)
      expect(isHeld(toggle, 'program', plainOutput)).toBe(false);
  });

  it('is a display where one is missing, and only there', () => {
    const [lost] = outputLines([output()], shellOf([place('program', { state: 'lost' })]), []);
    const [shown] = outputLines([output()], shellOf([place('program')]), []);
    expect(lost && needsDisplay(lost) && isDown(lost)).toBe(true);
    expect(shown && (needsDisplay(shown) || isDown(shown))).toBe(false);
  });

  it('flags whatever keeps the channel from being seen as it is', () => {
    expect(flagsOf(plainOutput)).toEqual([]);
    const layers = {} as NonNullable<typeof plainOutput.frozen>['layers'];
    expect(flagsOf({ picture: 'test', guides: true, frozen: { mode: 'live', layers }, restarts: 3 })).toEqual(
      ['test', 'frozen', 'guides'],
    );
  });
});

describe('the line over a monitor', () => {
  const line = (commands: Parameters<FakeStation['do']>[0][], state: OutputPlace['state'] = 'shown') => {
    const station = makeStation();
    for (const command of commands) station.do(command);
    const shell = shellOf([place('program', { state })]);
    return keptLine(station.state, { shell, outputs: [] }, 'program');
  };

  it('is not there while every output shows its channel', () => {
    expect(line([])).toBeNull();
  });

  it('names each output that does not, and how', () => {
    expect(line([{ type: 'output.picture', outputId: 'program', picture: 'black' }])).toBe('Program: BLACK');
    expect(line([{ type: 'output.freeze', outputId: 'program', on: true }], 'lost')).toBe(
      'Program: LOST DISPLAY, FROZEN',
    );
    expect(line([{ type: 'output.edit', outputId: 'program', open: false }], 'closed')).toBeNull();
  });
});
