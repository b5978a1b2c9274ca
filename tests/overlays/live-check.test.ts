// The live checks against frames that a test answers for: what is noted when calls fail, hang or are never answered.
import { describe, expect, it } from 'vitest';
import { loneGraphic } from '../../core/graphic.ts';
import { Manifest } from '../../core/schema/manifest.ts';
import { checkLive } from '../../overlays/host/live-check/check-live.ts';
import type { LiveHost } from '../../overlays/host/live-check/live-host.ts';
import { declaredFor } from '../../overlays/host/live-check/durations.ts';
import type { FrameRequest } from '../../overlays/host/frame-protocol.ts';
import type { Outcome } from '../../overlays/host/graphic-frame.ts';
import { manifestOf } from '../corpus/quirk.ts';

const graphic = loneGraphic(Manifest.parse(manifestOf('good')), 'hash');

const OK: Outcome = { statusCode: 200, statusMessage: '', timedOut: false };
const LOST: Outcome = { statusCode: 504, statusMessage: '', timedOut: true };

/** @param frame how many were opened before it */
type Answer = (request: FrameRequest, frame: number, limitMs: number | null) => Partial<Outcome> | undefined;

/** Frames of a well-behaved graphic; `answer` says where it is otherwise. */
function frames(answer: Answer = () => undefined): {
  host: LiveHost;
  closed: boolean[];
  opened: () => number;
} {
  const closed: boolean[] = [];
  let opened = 0;
  const host: LiveHost = {
    wait: () => Promise.resolve(),
    open: () => {
      const frame = opened;
      opened += 1;
      let on = false;
      let text = '';
      const step = (request: FrameRequest): Partial<Outcome> => {
        if (request.call === 'load' || request.call === 'update')
          text = Object.values(request.data).join('\n');
        if (request.call === 'play') on = request.delta === undefined;
        if (request.call === 'stop' || request.call === 'dispose') on = false;
        if (request.call === 'action') return { statusCode: 404 };
        if (request.call === 'play') return on ? { currentStep: 0 } : {};
        return {};
      };
      const look = () => ({
        ...{ painted: on, moving: false, leftovers: 0, requests: [], frames: 1, dropped: 0, longest: 16 },
        ...{ errors: [], text: on ? text : '', scene: on ? text : '', timers: 0, slips: [] },
      });
      return {
        close: (hung) => closed.push(hung),
        frame: {
          send: (request, limitMs) => {
            const other = answer(request, frame, limitMs);
            if (other) return Promise.resolve({ ...OK, ...other });
            if (request.call === 'look') return Promise.resolve({ ...OK, result: look() });
            return Promise.resolve({ ...OK, ...step(request) });
          },
          raise: () => undefined,
          remove: () => undefined,
        },
      };
    },
  };
  return { host, closed, opened: () => opened };
}

const input = {
  graphic,
  file: 'good.ograf.json',
  fixtures: [{ name: 'usual', data: { name: 'Ana', role: 'x' } }],
};

const check = async (answer?: Answer) => {
  const made = frames(answer);
  const report = await checkLive(made.host, input);
  return { ...made, report, rules: report.findings.map(({ rule, call }) => `${rule} ${call ?? ''}`) };
};

describe('what is noted', () => {
  it('nothing of a graphic that does as it should, and every frame is closed', async () => {
    const { rules, closed, opened } = await check();
    expect(rules).toEqual([]);
    expect(closed).toHaveLength(opened());
    expect(closed).not.toContain(true);
  });

  it('a call that is never answered, by its name; what could only fail again is left out', async () => {
    const { rules, opened } = await check(({ call }) => (call === 'play' ? LOST : undefined));
    expect(rules).toEqual(['never-settles playAction']);
    expect(opened()).toBe(1);
  });

  it('a page that hangs, and the rest goes on under a new frame', async () => {
    const hung = new Set<number>();
    const { rules, closed, opened } = await check(({ call }, frame) => {
      if (call === 'action') hung.add(frame);
      return hung.has(frame) ? LOST : undefined;
    });
    expect(rules).toContain('hangs customAction');
    expect(closed.filter((one) => one)).toHaveLength(1);
    // it hung in one part of several, and all of them were gone through
    expect(opened()).toBeGreaterThan(6);
  });

  it('no hang where only its page is slow to start', async () => {
    const started = new Set<number>();
    const { rules } = await check(({ call }, frame, limitMs) => {
      if (call !== 'look' || started.has(frame)) return undefined;
      started.add(frame);
      // the first answer of every frame comes after six seconds
      return (limitMs ?? Infinity) < 6_000 ? LOST : undefined;
    });
    expect(rules).toEqual([]);
  });

  it('a page that cannot say how it looks, as a finding', async () => {
    const { report, closed, opened } = await check(({ call }) =>
      call === 'look' ? { statusCode: 500, result: { painted: 'perhaps' } } : undefined,
    );
    expect(report.findings[0]).toMatchObject({ rule: 'call-fails', call: 'load', severity: 'error' });
    expect(closed).toHaveLength(opened());
  });

  it('a status of 500, with its words', async () => {
    const { report } = await check(({ call }) =>
      call === 'stop' ? { statusCode: 500, statusMessage: 'forgotten' } : undefined,
    );
    expect(report.findings[0]).toMatchObject({ rule: 'call-fails', call: 'stopAction', severity: 'error' });
    expect(report.findings[0]?.message).toContain('forgotten');
  });

  it('an unknown custom action that is taken', async () => {
    const { rules } = await check(({ call }) => (call === 'action' ? { statusCode: 200 } : undefined));
    expect(rules).toEqual(['unknown-action customAction']);
  });

  it('a movement that takes longer than the manifest says, and not one a little longer', async () => {
    const durations = [{ type: 'playAction' as const, duration: 400, steps: null, customActionId: null }];
    const run = async (ms: number) => {
      const { host } = frames(({ call }) => (call === 'play' ? { ms, currentStep: 0 } : undefined));
      const report = await checkLive(host, { ...input, graphic: { ...graphic, durations } });
      return report.findings.map(({ rule }) => rule);
    };
    expect(await run(600)).toContain('slower-than-said');
    expect(await run(490)).not.toContain('slower-than-said');
  });
});

it('a duration of the step goes before one for all, and −1 says nothing', () => {
  const one = (duration: number, steps: number[] | null) => ({
    ...{ type: 'playAction' as const, duration, steps, customActionId: null },
  });
  const of = (...durations: ReturnType<typeof one>[]) => ({ ...graphic, durations });
  expect(declaredFor(of(one(100, null), one(300, [1])), 'playAction', 1)).toBe(300);
  expect(declaredFor(of(one(100, null), one(300, [1])), 'playAction', 0)).toBe(100);
  expect(declaredFor(of(one(-1, null)), 'playAction', 0)).toBeNull();
});
