/** The doors to program that are no take: what else reaches a picture in a rehearsal, and what is carried out of one. */
import { expect, it, describe } from 'vitest';
import { clipOf, readClip, type Clip } from '../../../core/clip.ts';
import { breachesIn } from '../../../core/rehearsal/barrier.ts';
import { isRehearsed, isRehearsedId } from '../../../core/rehearsal/origin.ts';
import { allRows, getRow } from '../../../core/table.ts';
import {
  cueId,
  GRAPHICS,
  graphicsOf,
  makeBoundCue,
  makeCue,
  makeFact,
  makeGraphic,
  makeStation,
  type FakeStation,
} from '../../support/builders.ts';

const blinker = makeGraphic('blinker', {
  customActions: [{ id: 'blink', name: 'Blink', description: '', schema: null }],
});

function rehearsing(): FakeStation {
  const station = makeStation({
    facts: [makeFact()],
    cues: [
      makeBoundCue('f1'),
      makeCue({ id: 'c2', number: 2, layer: 'ticker', graphic: 'blinker', data: {} }),
      makeBoundCue('f1', { id: 'c3', number: 3, layer: 'bug' }),
    ],
  });
  station.graphics = graphicsOf([...GRAPHICS, blinker]);
  station.do({ type: 'cue.recall', cueId: 'c1' });
  station.do({ type: 'mode.set', mode: 'rehearsal' });
  return station;
}

const goLive = (station: FakeStation) => {
  station.do({ type: 'air.panic' });
  station.do({ type: 'mode.set', mode: 'live' });
};

describe('doors to program', () => {
  it('a theme, a new version, an action, black and a freeze leave program as it is', () => {
    const station = rehearsing();
    const { theme } = station.state.show;
    const { program } = station.state.air.channels;
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.do({ type: 'cue.take', cueId: 'c2' });
    station.do({ type: 'layer.action', layer: 'ticker', action: 'blink' });
    const onProgram = { type: 'layer.action', layer: 'ticker', action: 'blink', channel: 'program' };
    expect(station.no(onProgram).code).toBe('nothing_on_layer');
    station.do({ type: 'theme.set', theme: { ...theme, id: 'rehearsed', name: 'Rehearsed' } });
    station.graphics = graphicsOf(
      [...GRAPHICS, blinker].map((graphic) => ({ ...graphic, hash: `${graphic.id}-newer` })),
    );
    station.do({ type: 'graphics.changed' });
    station.do({ type: 'layer.upgrade', layer: 'lower-third' });
    expect(station.on('lower-third', 'rehearsal').graphic.hash).toBe('strap-newer');
    station.do({ type: 'output.freeze', outputId: 'program', on: true });
    station.do({ type: 'output.picture', outputId: 'program', picture: 'black' });
    const card = { type: 'output.picture', outputId: 'program', picture: 'test' };
    expect(station.no(card).code).toBe('live_data_in_rehearsal');
    expect(station.no({ type: 'output.guides', outputId: 'program', on: true }).code).toBe(
      'guides_on_program',
    );
    station.do({ type: 'output.picture', outputId: 'program', picture: 'show' });
    station.do({ type: 'output.freeze', outputId: 'program', on: false });
    expect(station.state.air.channels.program).toBe(program);

    goLive(station);
    expect(station.state.show.theme).toBe(theme);
    expect(station.layer('lower-third').armed).toMatchObject({ cue: { id: 'c1' }, origin: 'live' });
    expect(breachesIn(station.state)).toEqual([]);
  });

  it('what an output of preview or of the rehearsal was frozen with does not come along to program', () => {
    for (const channel of ['preview', 'rehearsal'] as const) {
      const station = rehearsing();
      const made = { type: 'output.create', name: 'Wall', channel, target: { kind: 'browser' } };
      const outputId = String(station.do(made).answer['outputId']);
      station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Invented' } }, 'ana');
      station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
      station.do({ type: 'cue.recall', cueId: 'c3' });
      if (channel === 'rehearsal') station.do({ type: 'cue.take', cueId: 'c3' });
      station.do({ type: 'output.freeze', outputId, on: true });
      const toProgram = { type: 'output.edit', outputId, channel: 'program' };
      expect(station.no(toProgram).code).toBe('live_data_in_rehearsal');
      if (channel === 'rehearsal') {
        station.do({ type: 'air.panic' });
        expect(station.no({ type: 'mode.set', mode: 'live' }).code).toBe('on_air');
        station.do({ type: 'output.freeze', outputId, on: false });
      }
      goLive(station);
      station.do(toProgram);
      expect(station.state.air.outputs[outputId]?.frozen ?? null).toBeNull();
      expect(breachesIn(station.state)).toEqual([]);
    }
  });
});

/** What a desk puts on the clipboard. */
function copy({ state }: FakeStation, ids: readonly string[]): Clip {
  const read = readClip(JSON.parse(JSON.stringify(clipOf(state.show, ids.map(cueId)))));
  if (!read.ok) throw new Error(read.why);
  return read.clip;
}

/** Cues of a rehearsal: one made on a fact made there, one edited, one untouched whose fact was edited. */
function copied() {
  const station = rehearsing();
  station.do({ type: 'fact.create', factId: 'r1', kind: 'headline', statement: 'Test result' }, 'ana');
  station.do({ type: 'fact.approve', factId: 'r1' }, 'ben');
  station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Invented' } }, 'ana');
  station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
  const bindings = { headline: { fact: 'r1', path: 'statement' } };
  const made = station.do({ type: 'cue.create', graphic: 'strap', layer: 'bug', bindings });
  station.do({ type: 'cue.edit', cueId: 'c2', changes: { name: 'Edited' } });
  const ids = [String(made.answer['cueId']), 'c2', 'c3'];
  return { station, clip: copy(station, ids) };
}

const approveAll = (station: FakeStation) => {
  for (const { id, approval } of allRows(station.state.show.facts))
    if (approval === 'draft') station.do({ type: 'fact.approve', factId: id }, 'ben');
};

describe('what is carried out of a rehearsal', () => {
  it('on the clipboard into another live station never goes on air, by its origin and by its ids', () => {
    const { clip } = copied();
    const other = makeStation({ facts: [makeFact({ statement: 'Another fact of that id.' })] });
    other.graphics = graphicsOf([...GRAPHICS, blinker]);
    const elsewhere = { ...clip, from: { show: 'another', title: 'Another' } };
    const { answer } = other.do({ type: 'cue.paste', clip: elsewhere });
    approveAll(other);
    for (const id of answer['cueIds'] as string[]) {
      expect(other.no({ type: 'cue.take', cueId: id }).code).toBe('rehearsal_data');
      const twin = other.do({ type: 'cue.duplicate', cueIds: [id] }).answer['cueIds'] as string[];
      expect(other.no({ type: 'cue.take', cueId: twin[0] }).code).toBe('rehearsal_data');
    }
    // an edited file cannot wash off what the names say
    const { cues, facts } = other.state.show;
    const brought = [...allRows(cues), ...allRows(facts)].filter(({ origin }) => origin === 'rehearsal');
    expect(brought).toHaveLength(6);
    expect(brought.every(({ id }) => isRehearsedId(id))).toBe(true);
  });

  it('on the clipboard back into its own show keeps its origin; an untouched cue is the live one again', () => {
    const { station, clip } = copied();
    goLive(station);
    const { answer } = station.do({ type: 'cue.paste', clip });
    approveAll(station);
    const [edited, untouched, made] = answer['cueIds'] as string[];
    expect(station.no({ type: 'cue.take', cueId: made }).code).toBe('rehearsal_data');
    expect(station.no({ type: 'cue.take', cueId: edited }).code).toBe('rehearsal_data');
    station.do({ type: 'cue.take', cueId: untouched });
    expect(station.on('bug').data['headline']).toBe(makeFact().statement);
  });

  it('by undo, redo or a jump across its end: neither a step of it nor an origin that is lost', () => {
    const station = makeStation({ facts: [makeFact()], cues: [makeBoundCue('f1')] });
    const edit = (name: string) => station.do({ type: 'cue.edit', cueId: 'c1', changes: { name } });
    edit('Live');
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    edit('Rehearsed');
    const step = station.world.history.done.at(-1)?.id;
    expect(step).toBeDefined();
    goLive(station);
    expect(station.no({ type: 'show.stepTo', id: step }).ok).toBe(false);
    const kept = station.do({ type: 'rehearsal.keep', items: [{ kind: 'cue', id: 'c1' }] });
    const [own = ''] = kept.answer['cues'] as string[];
    station.do({ type: 'show.undo' });
    station.do({ type: 'show.undo' });
    expect(getRow(station.state.show.cues, 'c1')).toMatchObject({ name: 'First', origin: 'live' });
    station.do({ type: 'show.redo' });
    station.do({ type: 'show.redo' });
    expect(
      allRows(station.state.show.cues)
        .filter(isRehearsed)
        .map(({ id }) => id),
    ).toEqual([own]);
    expect(station.no({ type: 'cue.take', cueId: own }).code).toBe('rehearsal_data');
    // an undo of what was kept, done in the next rehearsal, is none of the live show's
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.no({ type: 'show.undo' }).code).toBe('live_data_in_rehearsal');
  });
});
