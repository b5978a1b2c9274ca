/**
 * The barrier: what must be true of the station's state whatever was commanded, checked by the reducer after every
 * command and by the station when it reads a show. No command should ever come this far; one that does is a bug, is
 * refused as a whole, and leaves air as it was.
 */
import { LAYERS } from '../layers.ts';
import { outputAir } from '../outputs/look.ts';
import { sameJson } from '../json.ts';
import type { ChannelAir, Item } from '../schema/layer-air.ts';
import type { Output } from '../schema/output.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { isRehearsed, isRehearsedId } from './origin.ts';

const itemsOf = (layers: ChannelAir['layers']): Item[] =>
  LAYERS.flatMap((id) => {
    const { current, armed, leaving } = layers[id];
    return [current, armed, leaving].flatMap((item) => item ?? []);
  });

const programOutputs = ({ show }: State): Output[] =>
  show.outputs.filter(({ channel }) => channel === 'program');

/** Everything that viewers see, might see at once, or might see again. */
const programItems = (state: State): Item[] => [
  ...itemsOf(state.air.channels.program.layers),
  ...programOutputs(state).flatMap(({ id }) => {
    const { frozen } = outputAir(state, id);
    return frozen ? itemsOf(frozen.layers) : [];
  }),
  ...state.air.interrupted.flatMap(({ channel, item }) => (channel === 'program' ? [item] : [])),
];

/** Whether a showing was drawn from anything that a rehearsal has made or changed. */
export function isOfRehearsal({ facts, cues }: Pick<Show, 'facts' | 'cues'>, item: Item): boolean {
  if (item.origin === 'rehearsal' || isRehearsedId(item.instance) || isRehearsedId(item.cue.id)) return true;
  const cue = getRow(cues, item.cue.id);
  if (cue && isRehearsed(cue)) return true;
  return item.facts.some(({ id }) => {
    const fact = getRow(facts, id);
    return isRehearsedId(id) || (fact !== undefined && isRehearsed(fact));
  });
}

/** What is wrong with a state by itself, one sentence each. */
export function breachesIn(state: State): string[] {
  const { air, held, rehearsal, show } = state;
  const isRehearsing = air.mode === 'rehearsal';
  const found: string[] = [];
  if (isRehearsing && (held === null || rehearsal?.phase !== 'running'))
    found.push('a rehearsal runs and the live show is not put aside');
  if (!isRehearsing && (held !== null || rehearsal?.phase === 'running'))
    found.push('the show is live and a rehearsal’s show is still there');
  const onProgram = programItems(state);
  if (isRehearsing && itemsOf(air.channels.program.layers).length > 0)
    found.push('something is on program while a rehearsal runs');
  // facts and cues of the fork are judged as the live show has them: what is on program was taken from there
  const rows = held ?? show;
  for (const item of onProgram)
    if (isOfRehearsal(rows, item)) found.push(`“${item.cue.name}” on program is of a rehearsal`);
  return found;
}

/** In rehearsal a program output shows what it showed, or less: black hides it, and a closed one may be deleted. */
function outputBreach(before: State, after: State): string | null {
  if (before.air.mode === 'live' && after.air.mode === 'live') return null;
  if (before.show.outputs === after.show.outputs && before.air.outputs === after.air.outputs) return null;
  const old = new Map(programOutputs(before).map((output) => [output.id, output]));
  for (const output of programOutputs(after)) {
    const was = old.get(output.id);
    if (!was || !sameJson(was, output)) return `the program output “${output.name}” changed in a rehearsal`;
    const [a, b] = [outputAir(before, output.id), outputAir(after, output.id)];
    const showsMore =
      (b.picture === 'test' && a.picture !== 'test') ||
      (b.guides && !a.guides) ||
      (b.frozen !== null && b.frozen !== a.frozen && itemsOf(b.frozen.layers).length > 0);
    if (showsMore) return `the program output “${output.name}” would show something new in a rehearsal`;
  }
  return null;
}

/**
 * What a command would break, or null.
 * @param type the command's: the live show is put aside and brought back by `mode.set` alone
 */
export function barrierBreach(before: State, after: State, type: string): string | null {
  if (before.held !== after.held && type !== 'mode.set') return 'the live show changed during a rehearsal';
  const mayDiffer =
    before.air !== after.air || before.held !== after.held || before.rehearsal !== after.rehearsal;
  if (!mayDiffer && before.show.outputs === after.show.outputs) return null;
  return outputBreach(before, after) ?? breachesIn(after)[0] ?? null;
}
