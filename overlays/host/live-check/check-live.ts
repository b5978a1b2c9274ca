/**
 * Plays a graphic in frames of its own and says all that is wrong with it. The same code runs in the workbench and
 * headless. A call that is not answered, or a page that hangs, costs its frame and the checks in it, nothing else.
 */
import { SAMPLE_KINDS, sampleOf } from '../../../core/graphics-check/samples.ts';
import { sameJson, type JsonObject } from '../../../core/json.ts';
import { cuts, life, type Part } from './life.ts';
import type { LiveHost, LiveInput, LiveReport } from './live-host.ts';
import { Notes } from './notes.ts';
import { actions, shown, times } from './payloads.ts';
import { playWhileLoading, stopWhilePlaying, updates } from './races.ts';
import { Session } from './session.ts';

const LIMIT_MS = 10_000;

/** What a fixture that is there to be refused or squeezed is called. */
const isUsual = (name: string): boolean => !/^(extreme|longest|zero|bare|empty)/.test(name);

/** The data that stands for an ordinary evening. */
function usualOf({ graphic, fixtures }: LiveInput): { data: JsonObject; made: boolean } {
  const named = fixtures.find(({ name }) => name === 'usual') ?? fixtures.find(({ name }) => isUsual(name));
  if (named) return { data: named.data, made: false };
  return { data: sampleOf(graphic.schema, 'plain') ?? {}, made: true };
}

function samples({ graphic, fixtures }: LiveInput): [string, JsonObject][] {
  const made = SAMPLE_KINDS.flatMap((kind): [string, JsonObject][] => {
    const data = sampleOf(graphic.schema, kind);
    return data ? [[`${kind} data made from the model`, data]] : [];
  });
  const all = [...fixtures.map(({ name, data }): [string, JsonObject] => [`fixture ${name}`, data]), ...made];
  // one that is the same as another would only take its time again
  return all.filter(([, data], index) => all.findIndex(([, other]) => sameJson(data, other)) === index);
}

/** Never rejects for what a graphic does. */
export async function checkLive(host: LiveHost, input: LiveInput): Promise<LiveReport> {
  const { graphic, file, limitMs: limit = LIMIT_MS, onStage } = input;
  const notes = new Notes(file);
  const part: Part = { graphic, notes, ...usualOf(input) };
  const run = async (stage: string, check: (session: Session) => Promise<void>): Promise<void> => {
    onStage?.(stage);
    await Session.run({ host, graphic, notes, limit }, check);
  };

  let first: string | null = null;
  await run('its life', async (session) => {
    first = await life(session, part);
  });
  // what cannot be loaded or played once would only fail again, each time as slowly
  const hopeless =
    notes.has('needs-fixture') ||
    notes.findings.some(
      ({ severity, call }) => severity === 'error' && (call === 'load' || call === 'playAction'),
    );
  if (!hopeless) {
    await run('cuts', (session) => cuts(session, part, first));
    await run('a play while it loads', (session) => playWhileLoading(session, part));
    await run('a stop while it plays', (session) => stopWhilePlaying(session, part));
    await run('updates', (session) => updates(session, part));
    await run('custom actions', (session) => actions(session, part));
    for (const [name, data] of samples(input)) await run(name, (session) => shown(session, part, name, data));
  }
  if (graphic.supportsNonRealTime) await run('times', (session) => times(session, part));
  return { findings: notes.findings, measured: notes.measured, requests: [...notes.requests] };
}
