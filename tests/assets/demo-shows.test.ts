// The demo shows: what a new user opens first must be valid, true to its sources, and refused only on purpose.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factValue, resolveCue } from '../../core/bindings.ts';
import { majorityOf } from '../../core/election/house.ts';
import { gate } from '../../core/gate.ts';
import { loneGraphic } from '../../core/graphic.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { Manifest, type Graphic } from '../../core/schema/manifest.ts';
import { Show } from '../../core/schema/show.ts';
import { allRows, getRow } from '../../core/table.ts';

const root = resolve(import.meta.dirname, '../..');
const graphicsFolder = join(root, 'overlays/graphics');

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const graphicFrom = (id: string): Graphic =>
  loneGraphic(Manifest.parse(readJson(`overlays/graphics/${id}/${id}.ograf.json`)), 'test');

const GRAPHICS: ReadonlyMap<string, Graphic> = new Map(
  readdirSync(graphicsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, graphicFrom(entry.name)]),
);

const NIGHTS = [
  {
    id: 'nz-2023',
    imported: 46,
    // of every imported fact's id, source sentence and quotation, taken when the articles were read
    digest: '4ae100a711e3e6ca62b89300a07022c3db59c02d3581da157b44b7ea4c1c25b7',
    order: ['maori', 'green', 'labour', 'nzfirst', 'national', 'act'],
    maori: 'Te Pāti Māori',
    refused: { 'Six years in government (draft, approve first)': ['fact_draft'] },
    houses: { official: 122, 'election-night': 121 },
    overhang: { official: 2, 'election-night': 1 },
  },
  {
    id: 'nz-2008',
    imported: 38,
    digest: 'be316373e01f15e478ac59558c9e9ae23864014662da2f2e506cd65125b336a0',
    order: ['green', 'labour', 'progressive', 'maori', 'nzfirst', 'unitedfuture', 'national', 'act'],
    maori: 'Māori Party',
    refused: {
      'NZ First sliding (superseded by 90)': ['fact_superseded'],
      'Peters loses Tauranga (do not air: use 210)': ['fact_do_not_air'],
      'Anderton congratulates Key (draft, approve first)': ['fact_draft'],
    },
    houses: { official: 122, 'election-night': 122 },
    overhang: { official: 2, 'election-night': 2 },
  },
];

const show2008 = Show.parse(readJson('assets/demo/nz-2008.json'));
const show2023 = Show.parse(readJson('assets/demo/nz-2023.json'));

const factIn = (show: Show, id: string): Fact => {
  const fact = getRow(show.facts, id);
  if (!fact) throw new Error(`no fact ${id}`);
  return fact;
};
const cueIn = (show: Show, name: string): Cue => {
  const cue = allRows(show.cues).find((one) => one.name === name);
  if (!cue) throw new Error(`no cue “${name}”`);
  return cue;
};
const gated = (show: Show, cue: Cue) => gate(show, cue, GRAPHICS, 'live', factTime(show));
const factTime = (show: Show): number => allRows(show.facts)[0]?.changedAt ?? 0;
const dataOf = (show: Show, name: string): JsonObject => {
  const { data, problems } = gated(show, cueIn(show, name));
  expect(problems).toEqual([]);
  return data ?? {};
};
const textOf = (data: JsonObject): string => JSON.stringify(data);

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(NIGHTS)('the demo show $id', (night) => {
  const raw = readJson(`assets/demo/${night.id}.json`);
  const show = Show.parse(raw);
  const facts = allRows(show.facts);
  const cues = show.rundown.map((id) => getRow(show.cues, id));
  const imported = facts.filter((fact) => /^\d+_[0-9a-f]+\.txt, line \d+$/.test(fact.source.place));

  it('is complete: parsing adds nothing to it', () => {
    expect(show).toEqual(raw);
    expect(show.id).toBe(night.id);
  });

  it('has every fact of its articles once, with the sentence and quotation untouched', () => {
    const articles = imported.filter((fact) => fact.subtype !== 'partial_house');
    expect(articles).toHaveLength(night.imported);
    const lines = articles
      .map((fact) => `${fact.id}\t${fact.source.sentence}\t${fact.quote?.text ?? ''}`)
      .sort();
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(night.digest);
  });

  it('numbers its facts from 1 without gaps', () => {
    expect(facts.map((fact) => fact.seq).sort((a, b) => a - b)).toEqual(facts.map((_, i) => i + 1));
    expect(show.factSeq).toBe(facts.length);
  });

  it('relates facts only to facts it has', () => {
    const named = facts.flatMap((fact) => [
      ...fact.related,
      ...(fact.supersededBy ? [fact.supersededBy] : []),
    ]);
    expect(named.filter((id) => !getRow(show.facts, id))).toEqual([]);
  });

  it('has been approved by another person than the author, but for a few drafts', () => {
    for (const fact of facts) {
      expect(fact.approvedBy === null).toBe(fact.approval === 'draft');
      expect(fact.approvedBy).not.toBe(fact.author);
    }
    const drafts = facts.filter((fact) => fact.approval === 'draft').length;
    expect(drafts).toBeGreaterThan(0);
    expect(drafts).toBeLessThan(4);
  });

  it('keeps what goes on air in NFC', () => {
    const words = JSON.stringify([
      facts.map((fact) => [fact.statement, fact.onAir, fact.subject]),
      show.cues,
    ]);
    expect(words).toBe(words.normalize('NFC'));
    expect(words).not.toMatch(/\bMaori\b/);
  });

  it('names parties as registered that year, in the order of the arc', () => {
    expect(show.parties.order).toEqual(night.order);
    expect(Object.keys(show.parties.byId).sort()).toEqual([...night.order].sort());
    expect(show.parties.byId['maori']?.name).toBe(night.maori);
  });

  it.each(Object.values(show.parties.byId))('can be read: $name', (party) => {
    expect(contrast(party.ink, party.colour)).toBeGreaterThanOrEqual(4.5);
  });

  it('has a rundown of its cues, with unique numbers and names', () => {
    expect(cues.length).toBeGreaterThanOrEqual(25);
    expect(allRows(show.cues)).toHaveLength(cues.length);
    expect(new Set(show.rundown).size).toBe(cues.length);
    expect(new Set(cues.map((cue) => cue?.number)).size).toBe(cues.length);
    expect(new Set(cues.map((cue) => cue?.name)).size).toBe(cues.length);
    expect(cues.every((cue) => cue !== undefined && cue.name !== '' && cue.segment !== '')).toBe(true);
  });

  it.each(allRows(show.cues))('finds a value for every binding of cue $number, $name', (cue) => {
    expect(resolveCue(show, cue).problems).toEqual([]);
    for (const [field, binding] of Object.entries(cue.bindings)) {
      if (!('fact' in binding)) continue;
      const value = factValue(factIn(show, binding.fact), binding.path);
      expect(value, `${field} ← ${binding.path}`).not.toBeNull();
    }
  });

  it('passes the gate but for the cues that show a refusal', () => {
    const refused = allRows(show.cues).flatMap((cue) => {
      const codes = gated(show, cue).problems.map((problem) => problem.code);
      return codes.length > 0 ? [[cue.name, codes] as const] : [];
    });
    expect(Object.fromEntries(refused)).toEqual(night.refused);
  });

  it('has no cue on a fact that is for context only', () => {
    const used = allRows(show.cues).flatMap((cue) => resolveCue(show, cue).facts);
    expect(used.filter((fact) => fact.onAir.advice === 'context_only')).toEqual([]);
  });

  it.each(['official', 'election-night'] as const)('has a House that adds up: %s', (count) => {
    const fact = factIn(show, `${night.id.slice(3)}-house-${count}`);
    const tally = fact.tally;
    expect(tally?.house).toBe(night.houses[count]);
    const sum = (of: 'seats' | 'electorate' | 'list' | 'overhang') =>
      tally?.rows.reduce((n, row) => n + (row[of] ?? 0), 0);
    expect(sum('seats')).toBe(tally?.house);
    expect((sum('electorate') ?? 0) + (sum('list') ?? 0)).toBe(tally?.house);
    expect(sum('overhang')).toBe(night.overhang[count]);
    expect(tally?.house).toBe(120 + night.overhang[count]);
    expect(factValue(fact, 'tally.majority')).toBe(majorityOf(night.houses[count]));
    const order = tally?.rows.map((row) => show.parties.order.indexOf(row.party)) ?? [];
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('takes name straps off by itself, and leaves the rest to the operator', () => {
    for (const cue of allRows(show.cues)) {
      const isStrap = cue.graphic === 'lower-third-name';
      expect(cue.autoOutMs !== null, cue.name).toBe(isStrap);
    }
  });
});

describe('the generator', () => {
  it('makes exactly the shows that are kept', { timeout: 30_000 }, () => {
    const args = [join(root, 'scripts/make-demo-shows.mjs'), '--check'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('what the demo shows must not get wrong', () => {
  it('keeps “likely” in the call to Luxon', () => {
    expect(dataOf(show2023, 'Hipkins calls Luxon')['detail']).toContain('likely election win');
  });

  it('shows Auckland Central as a flip without a margin, and the official one from its own source', () => {
    const flip = dataOf(show2008, 'Auckland Central flip');
    expect(flip).toMatchObject({
      from: { name: 'Judith Tizard', party: { id: 'labour' } },
      to: { name: 'Nikki Kaye', party: { id: 'national' } },
      since: '1996',
      votes: null,
    });
    expect(textOf(flip)).not.toMatch(/1,?497/);
    expect(dataOf(show2008, 'Auckland Central, official majority')).toMatchObject({
      votes: 1497,
      source: 'Electoral Commission, official result',
    });
  });

  it('calls New Plymouth’s 314 a figure of election night', () => {
    const flip = dataOf(show2008, 'New Plymouth flip, 314');
    expect(flip).toMatchObject({ votes: 314, label: 'ELECTION NIGHT', from: { name: 'Harry Duynhoven' } });
  });

  it.each([
    ['Hamilton East, lead', 7814, '95% COUNTED'],
    ['Hamilton West, lead', 1546, '97% COUNTED'],
    ['Palmerston North, lead', 1050, ''],
    ['Christchurch Central, lead', 853, '96% COUNTED'],
  ])('shows a lead as a lead: %s', (name, votes, counted) => {
    expect(dataOf(show2008, name)).toMatchObject({ status: 'leading', votes, counted });
  });

  it('labels projections as such', () => {
    expect(dataOf(show2023, 'Labour 34 seats, projected')).toMatchObject({
      kicker: 'PROJECTION',
      status: 'projected',
    });
    expect(dataOf(show2023, 'Arc: Labour projected')).toMatchObject({
      label: 'PROJECTION',
      parties: [{ id: 'labour', seats: 0, projected: 34 }],
    });
  });

  it.each([
    [show2023, 'Arc: official', 'Electoral Commission, official result', 122, 62],
    [show2023, 'Arc: election night', 'Electoral Commission, election night', 121, 61],
    [show2008, 'Arc: official', 'Electoral Commission, official result', 122, 62],
    [show2008, 'Arc: election night', 'Electoral Commission, election night', 122, 62],
  ])('$title: “%s” says where it is from', (show, name, source, house, majority) => {
    expect(dataOf(show, name)).toMatchObject({ source, house, majority });
  });

  it('changes the cue when its fact is edited', () => {
    const show = structuredClone(show2023);
    factIn(show, '2023-labour-party-vote-26-5').onAir.headline = 'LABOUR 26.6%';
    expect(dataOf(show, 'Labour 26.5%')['headline']).toBe('LABOUR 26.6%');
  });

  it('shows the claim about election years only word for word, within a quotation', () => {
    const cue = cueIn(show2023, 'Quote: uphill battle');
    const fact = factIn(show2023, '2023-q-uphill-battle');
    expect(fact.onAir.advice).toBe('ok_as_quote_only');
    expect(dataOf(show2023, cue.name)['quote']).toBe(fact.quote?.text);
    const users = allRows(show2023.cues).filter((one) =>
      resolveCue(show2023, one).facts.some((used) => used.id === fact.id),
    );
    expect(users).toEqual([cue]);
  });

  it('cites one transcription of the sentence that two newsrooms heard', () => {
    const used = allRows(show2023.cues).flatMap((cue) => resolveCue(show2023, cue).facts.map(({ id }) => id));
    expect(used.filter((id) => id.startsWith('2023-q-mmp-'))).toEqual(['2023-q-mmp-rnz']);
    expect(factIn(show2023, '2023-q-mmp-rnz').quote?.text).not.toBe(
      factIn(show2023, '2023-q-mmp-newshub').quote?.text,
    );
  });

  it('airs the do-not-air Tauranga fact in no other way', () => {
    const users = allRows(show2008.cues).filter((cue) =>
      resolveCue(show2008, cue).facts.some((fact) => fact.id === '2008-peters-tauranga'),
    );
    expect(users.map((cue) => cue.number)).toEqual([215]);
    expect(dataOf(show2008, 'Peters concedes in Tauranga')['detail']).toBe(
      'Winston Peters concedes in Tauranga',
    );
  });
});
