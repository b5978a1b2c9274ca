/** Output windows from outputs and displays: no picture on a wrong wall, whatever is plugged, unplugged or renamed. */
import { describe, expect, it } from 'vitest';
import { choiceNow } from '../../core/outputs/choice.ts';
import { desiredWindows, ratesFit, type WindowWish } from '../../core/outputs/desired-windows.ts';
import { refOf, type DisplayInfo } from '../../core/outputs/displays.ts';
import { homeAfter } from '../../core/outputs/home.ts';
import { matchDisplays } from '../../core/outputs/match.ts';
import { afterCrash } from '../../core/outputs/recovery.ts';
import { diffWindows } from '../../core/outputs/window-diff.ts';
import { firstOutputs } from '../../core/schema/output.ts';
import { around, chosen, display, output } from '../support/displays.ts';

describe('the first start', () => {
  it('takes the only other display', () => {
    const { windows, standings } = desiredWindows(firstOutputs(), around([display(1), display(2)]));
    expect(windows).toMatchObject([
      { output: 'program', kind: 'fullscreen', displays: [2], bounds: { x: 1920 } },
    ]);
    expect(standings['program']).toMatchObject({ state: 'window', displays: [2], warnings: [] });
  });

  it.each([
    ['one display: the operator’s is never taken', [display(1)]],
    ['three displays: which one is meant is asked', [display(1), display(2), display(3)]],
  ])('%s', (_why, displays) => {
    const { windows, standings } = desiredWindows(firstOutputs(), around(displays));
    expect(windows).toEqual([]);
    expect(standings['program']).toMatchObject({ state: 'parked', parkedFor: 'unassigned' });
  });

  it('stays where it is when a third display comes', () => {
    const first = desiredWindows(firstOutputs(), around([display(1), display(2)]));
    const then = desiredWindows(
      firstOutputs(),
      around([display(1), display(2), display(3)], 1, first.memory),
    );
    expect(then.windows).toEqual(first.windows);
  });

  it('chooses at the start only: what is left when others go was not chosen', () => {
    const later = { ...around([display(1), display(2)]), mayChoose: false };
    expect(desiredWindows(firstOutputs(), later).standings['program']?.parkedFor).toBe('unassigned');
  });

  it('leaves the display of a closed output alone, under another id too', () => {
    const all = [display(1), display(2)];
    const closed = output('wall', { open: false, target: chosen(all, 2) });
    const renumbered = [display(1), display(2, { id: 77 })];
    expect(desiredWindows([...firstOutputs(), closed], around(renumbered)).windows).toEqual([]);
  });

  it('places nothing where the system lets no app place its windows', () => {
    const wayland = { ...around([display(1), display(2)]), canPlace: false };
    expect(desiredWindows(firstOutputs(), wayland).standings['program']?.parkedFor).toBe('wayland');
  });

  it('does not choose for two outputs at once, nor while the desk has no display of its own', () => {
    const two = [output('a'), output('b')];
    expect(desiredWindows(two, around([display(1), display(2)])).windows).toEqual([]);
    expect(desiredWindows(firstOutputs(), around([display(1), display(2)], null)).windows).toEqual([]);
  });
});

describe('after a replug', () => {
  const all = [display(1), display(2), display(3)];
  const program = output('program', { target: chosen(all, 2) });
  const start = desiredWindows([program], around(all));
  const then = (displays: readonly DisplayInfo[]) =>
    desiredWindows([program], around(displays, 1, start.memory));

  it('is lost while its display is away, and never takes the one that moved into its place', () => {
    const moved = display(3, { label: 'Display 2', bounds: display(2).bounds });
    const { windows, standings } = then([display(1), moved]);
    expect(windows).toEqual([]);
    expect(standings['program']).toMatchObject({ state: 'lost', parkedFor: null });
  });

  it('comes back under a new id', () => {
    expect(then([display(1), display(3), display(9, { label: 'Display 2' })]).windows).toMatchObject([
      { displays: [9] },
    ]);
  });

  it('asks between two new ones alike that stand elsewhere', () => {
    const twin = (id: number) => display(id, { label: 'Display 2', bounds: { ...display(2).bounds, y: id } });
    expect(then([display(1), twin(8), twin(9)]).standings['program']).toMatchObject({
      state: 'parked',
      parkedFor: 'unsure',
    });
  });

  it('does not take another monitor in the same socket, whose id is that of the socket', () => {
    const away = desiredWindows([program], around([display(1), display(3)], 1, start.memory));
    const other = [display(1), display(2, { label: 'Other' }), display(3)];
    const { windows, standings } = desiredWindows([program], around(other, 1, away.memory));
    expect(windows).toEqual([]);
    expect(standings['program']?.state).toBe('lost');
  });

  it('stays on a display that is renamed, moved or resized', () => {
    const renamed = display(2, { label: 'HDMI', size: { width: 1280, height: 720 } });
    expect(then([display(1), renamed, display(3)]).windows).toMatchObject([{ displays: [2] }]);
  });

  it('follows a new choice, whatever it remembers', () => {
    const retargeted = { ...program, target: chosen(all, 3) };
    const { windows } = desiredWindows([retargeted], around(all, 1, start.memory));
    expect(windows).toMatchObject([{ displays: [3] }]);
  });

  it('is parked where its display has become the desk’s', () => {
    const { windows, standings } = desiredWindows([program], around(all, 2, {}));
    expect(windows).toEqual([]);
    expect(standings['program']).toMatchObject({ state: 'parked', parkedFor: 'desk' });
  });

  it('identical monitors that swapped their ids are not told apart by id', () => {
    const twins = [display(1), display(2, { label: 'Same' }), display(3, { label: 'Same' })];
    const ref = { ...refOf(twins[1] ?? display(2), twins), others: [1] };
    const swapped = [
      display(1),
      { ...display(3, { label: 'Same' }), id: 2 },
      { ...display(2, { label: 'Same' }), id: 3 },
    ];
    expect(matchDisplays([{ ref, on: null, beside: [] }], swapped)).toEqual([{ is: 'unsure', ids: [2, 3] }]);
  });

  it('without names, size and place must agree', () => {
    const ref = { ...refOf(display(2, { label: '' }), []), id: 77 };
    const at = (x: number) => display(5, { label: '', bounds: { ...display(2).bounds, x } });
    const find = (x: number) => matchDisplays([{ ref, on: null, beside: [] }], [display(1), at(x)]);
    expect(find(1920)).toEqual([{ is: 'found', id: 5 }]);
    expect(find(3840)).toEqual([{ is: 'lost' }]);
  });
});

describe('key and fill', () => {
  const keyFill = (key: number | null, all: readonly DisplayInfo[]) =>
    output('program', { mode: { kind: 'key-fill' }, target: chosen(all, 2, key) });
  const all = [display(1), display(2), display(3)];

  it('is one window over both displays, and says on which side the key is', () => {
    expect(desiredWindows([keyFill(3, all)], around(all)).windows).toMatchObject([
      {
        kind: 'spanning',
        displays: [2, 3],
        bounds: { x: 1920, y: 0, width: 3840, height: 1080 },
        keySide: 'right',
      },
    ]);
    expect(
      desiredWindows([{ ...keyFill(3, all), target: chosen(all, 3, 2) }], around(all)).windows,
    ).toMatchObject([{ displays: [3, 2], bounds: { x: 1920 }, keySide: 'left' }]);
  });

  it.each([
    ['apart', { bounds: { x: 5760, y: 0, width: 1920, height: 1080 } }],
    ['not level', { bounds: { x: 3840, y: 8, width: 1920, height: 1080 } }],
    ['of another scale', { scale: 1.25 }],
  ])('is parked while its displays are %s', (_how, over) => {
    const displays = [display(1), display(2), display(3, over)];
    expect(desiredWindows([keyFill(3, displays)], around(displays)).standings['program']).toMatchObject({
      state: 'parked',
      parkedFor: 'not_side_by_side',
    });
  });

  it('needs both: without a choice it asks, without one of them it is lost', () => {
    expect(desiredWindows([keyFill(null, all)], around(all)).standings['program']?.parkedFor).toBe(
      'unassigned',
    );
    expect(desiredWindows([keyFill(3, all)], around(all.slice(0, 2))).standings['program']?.state).toBe(
      'lost',
    );
  });
});

describe('what is warned of', () => {
  it.each([
    ['scale', { scale: 1.25 }],
    ['rate', { rate: 60 }],
    ['size', { size: { width: 3840, height: 2160 } }],
  ])('%s', (code, over) => {
    const all = [display(1), display(2, over)];
    expect(desiredWindows(firstOutputs(), around(all)).standings['program']?.warnings).toEqual([code]);
  });

  it('a refresh rate fits when each picture stays for equally many refreshes', () => {
    expect([50, 100, 0].map((rate) => ratesFit(rate, 50))).toEqual([true, true, true]);
    expect([60, 75, 25].map((rate) => ratesFit(rate, 50))).toEqual([false, false, false]);
    expect(ratesFit(60, 59.94)).toBe(true);
    expect(ratesFit(60, 30)).toBe(true);
  });
});

it('closed outputs and browser sources have no window, a plain one has no display', () => {
  const outputs = [
    output('a', { open: false }),
    output('b', { target: { kind: 'browser' } }),
    output('c', { target: { kind: 'window' }, mode: { kind: 'chroma', colour: '#00b140' } }),
  ];
  const { windows, standings } = desiredWindows(outputs, around([display(1)]));
  expect(windows).toMatchObject([{ output: 'c', kind: 'plain', displays: [], ground: '#00b140' }]);
  expect(['a', 'b', 'c'].map((id) => standings[id]?.state)).toEqual(['closed', 'elsewhere', 'window']);
});

describe('steps from one set of windows to another', () => {
  const all = [display(1), display(2), display(3)];
  const at = (id: string, on: number, over: Partial<WindowWish> = {}): WindowWish => ({
    output: id,
    channel: 'program',
    kind: 'fullscreen',
    bounds: display(on).bounds,
    displays: [on],
    ground: '#000000',
    keySide: 'right',
    restarts: 0,
    ...over,
  });

  it('leaves equal windows alone', () => {
    expect(diffWindows([at('a', 2)], [at('a', 2)], all)).toEqual([]);
  });

  it('replaces a window whose display is still there, closes one whose display has gone', () => {
    expect(diffWindows([at('a', 2)], [at('a', 2, { restarts: 1 })], all)).toMatchObject([{ do: 'replace' }]);
    expect(diffWindows([at('a', 2)], [at('a', 9)], [display(1), display(9)])).toMatchObject([
      { do: 'close', output: 'a' },
      { do: 'open' },
    ]);
    expect(diffWindows([at('a', 2)], [], all)).toEqual([{ do: 'close', output: 'a' }]);
  });

  it('two that change places are both closed first: no display shows two outputs', () => {
    expect(
      diffWindows([at('a', 2), at('b', 3)], [at('a', 3), at('b', 2)], all).map((step) => step.do),
    ).toEqual(['close', 'close', 'open', 'open']);
  });
});

it('a choice is kept anew when what is known of the display has changed, and only then', () => {
  const all = [display(1), display(2), display(3)];
  const one = output('program', { target: chosen(all, 2) });
  expect(choiceNow(one, [2], all)).toBeNull();
  expect(choiceNow(one, [2], [...all, display(4)])).toBeNull();
  const replugged = [display(1), display(9, { label: 'Display 2' })];
  expect(choiceNow(one, [9], replugged)).toMatchObject({ display: { id: 9, others: [1] }, key: null });
  expect(choiceNow(firstOutputs()[0] ?? one, [2], all)).toMatchObject({ display: { id: 2 } });
  expect(choiceNow(one, [], all)).toBeNull();
  expect(choiceNow({ target: { kind: 'window' } }, [], all)).toBeNull();
});

it('the desk keeps its display, and is pushed from none by coming onto an output’s', () => {
  const all = [display(1), display(2)];
  expect(homeAfter(1, 1, [2], all)).toBe(1);
  expect(homeAfter(1, 2, [2], all)).toBe(1);
  expect(homeAfter(1, 2, [], all)).toBe(2);
  expect(homeAfter(1, 2, [2], [display(2)])).toBeNull();
  expect(homeAfter(null, 1, [2], all)).toBe(1);
});

it('the third crash within a minute is the last', () => {
  const first = afterCrash([], 0);
  const second = afterCrash(first.past, 1000);
  expect([first.stop, second.stop]).toEqual([false, false]);
  expect(afterCrash(second.past, 59_999).stop).toBe(true);
  expect(afterCrash(second.past, 61_500).stop).toBe(false);
});
