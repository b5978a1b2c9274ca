/**
 * Results in the Common Data Format, NIST SP 1500-100 version 2, as JSON. Of an ElectionReport is read: `GpUnit` (names,
 * `VotersRegistered`, `CountStatus`, `SubUnitsReported` of `TotalSubUnits`), `Party` (names, `Abbreviation`), and of the first
 * `Election` its `Candidate`s and `Contest`s. A PartyContest is the party vote; a CandidateContest is one electorate, its
 * `ElectionDistrictId`. Of `VoteCounts` those of type `total` count: the one of the district itself, else their sum.
 * `GeneratedDate` must have a zone, as the standard demands; `IsTest` marks a simulation. All else is left unread.
 */
import { z } from 'zod';
import type { Results, ResultsElectorate } from '../../../core/election/results.ts';
import { withZone } from '../../../core/feeds/zone.ts';
import { BadFile, refused, type ResultsRead, type SourceFile } from './source.ts';
import { readResultsFile } from './results-json.ts';

const count = z.int().min(0);
const Words = z.union([
  z.string(),
  z.looseObject({ Text: z.array(z.looseObject({ Content: z.string() })).min(1) }),
]);

const VoteCounts = z.looseObject({ Type: z.string(), Count: count, GpUnitId: z.string().optional() });

const Selection = z.looseObject({
  '@type': z.string(),
  CandidateIds: z.array(z.string()).default([]),
  EndorsementPartyIds: z.array(z.string()).default([]),
  PartyIds: z.array(z.string()).default([]),
  VoteCounts: z.array(VoteCounts).default([]),
});

const Contest = z.looseObject({
  '@type': z.string(),
  '@id': z.string(),
  Name: z.string(),
  ElectionDistrictId: z.string().optional(),
  ContestSelection: z.array(Selection).default([]),
});
type Contest = z.infer<typeof Contest>;

const Report = z.looseObject({
  '@type': z.literal('ElectionResults.ElectionReport'),
  GeneratedDate: z.string(),
  IsTest: z.boolean().default(false),
  GpUnit: z.array(
    z.looseObject({
      '@id': z.string(),
      Name: Words.optional(),
      VotersRegistered: count.optional(),
      TotalSubUnits: count.optional(),
      SubUnitsReported: count.optional(),
      CountStatus: z.array(z.looseObject({ Status: z.string(), Type: z.string() })).default([]),
    }),
  ),
  Party: z
    .array(z.looseObject({ '@id': z.string(), Name: Words, Abbreviation: Words.optional() }))
    .default([]),
  Election: z
    .array(
      z.looseObject({
        Name: Words,
        Candidate: z
          .array(z.looseObject({ '@id': z.string(), BallotName: Words, PartyId: z.string().optional() }))
          .default([]),
        Contest: z.array(Contest).default([]),
      }),
    )
    .min(1),
});
type Report = z.infer<typeof Report>;

const text = (words: z.infer<typeof Words> | undefined): string =>
  words === undefined ? '' : typeof words === 'string' ? words : (words.Text[0]?.Content ?? '');

/** The total of the district itself, else the sum of its parts. */
function votesOf({ VoteCounts: counts }: z.infer<typeof Selection>, district: string | undefined): number {
  const totals = counts.filter(({ Type }) => Type === 'total');
  const own = totals.find(({ GpUnitId }) => GpUnitId !== undefined && GpUnitId === district);
  return own ? own.Count : totals.reduce((sum, one) => sum + one.Count, 0);
}

const ofType = (type: string) => (thing: { '@type': string }) => thing['@type'] === `ElectionResults.${type}`;

const shareReported = (unit: Report['GpUnit'][number] | undefined): number | null =>
  unit?.TotalSubUnits && unit.SubUnitsReported !== undefined
    ? Math.min(100, Math.round((1000 * unit.SubUnitsReported) / unit.TotalSubUnits) / 10)
    : null;

function toResults(file: string, json: unknown): Results {
  const parsed = Report.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.map(String).join('.') ?? '';
    const detail = `${field || 'The file'}: ${issue?.message ?? 'not an ElectionReport'}.`;
    throw new BadFile(refused(file, detail, null, field || null));
  }
  const report = parsed.data;
  const [election] = report.Election;
  const bad = (field: string, detail: string) => new BadFile(refused(file, detail, null, field));
  if (!election) throw bad('Election', 'There is no election in the file.');
  const updated = withZone(report.GeneratedDate, 'UTC');
  if (updated === null) throw bad('GeneratedDate', `“${report.GeneratedDate.slice(0, 40)}” is not a time.`);
  const units = new Map(report.GpUnit.map((unit) => [unit['@id'], unit]));
  const parties = new Map(report.Party.map((party) => [party['@id'], party]));
  const candidates = new Map(election.Candidate.map((candidate) => [candidate['@id'], candidate]));
  const partyName = (id: string): string => {
    const party = parties.get(id);
    if (!party) throw bad('Party', `The party “${id}” is not in the file's list.`);
    return text(party.Name);
  };
  const electorateOf = (contest: Contest): ResultsElectorate => {
    const { ElectionDistrictId: district, ContestSelection: selections } = contest;
    const unit = units.get(district ?? '');
    if (district !== undefined && !unit)
      throw bad('ElectionDistrictId', `The district “${district}” is not in the file's list.`);
    return {
      name: text(unit?.Name) || contest.Name,
      final:
        unit?.CountStatus.some(({ Status, Type }) => Status === 'completed' && Type === 'total') ?? false,
      updated: null,
      countPercent: shareReported(unit),
      votesCast: null,
      enrolled: unit?.VotersRegistered ?? null,
      vacant: false,
      parties: [],
      candidates: selections.filter(ofType('CandidateSelection')).map((selection) => {
        const [id = ''] = selection.CandidateIds;
        const candidate = candidates.get(id);
        if (!candidate) throw bad('CandidateIds', `The candidate “${id}” is not in the file's list.`);
        const party = selection.EndorsementPartyIds[0] ?? candidate.PartyId;
        return {
          name: text(candidate.BallotName),
          party: party === undefined ? null : partyName(party),
          votes: votesOf(selection, district),
        };
      }),
    };
  };
  const whole = election.Contest.filter(ofType('PartyContest'));
  if (whole.length > 1) throw bad('Contest', 'More than one contest of parties: which is the party vote?');
  const electorates = election.Contest.filter(ofType('CandidateContest')).map(electorateOf);
  return {
    election: text(election.Name),
    updated,
    simulated: report.IsTest,
    countPercent: shareReported(units.get(whole[0]?.ElectionDistrictId ?? '')),
    votesCast: null,
    electoratesFinal: electorates.length > 0 ? electorates.filter(({ final }) => final).length : null,
    electoratesTotal: electorates.length > 0 ? electorates.length : null,
    parties: whole.flatMap((contest) =>
      contest.ContestSelection.filter(ofType('PartySelection')).flatMap((selection) => {
        const [id] = selection.PartyIds;
        if (id === undefined) return [];
        const short = text(parties.get(id)?.Abbreviation) || null;
        const votes = votesOf(selection, contest.ElectionDistrictId);
        return [{ name: partyName(id), short, votes, percent: null, stated: null }];
      }),
    ),
    electorates,
  };
}

export const readNistJson = (file: SourceFile): ResultsRead =>
  readResultsFile(file, (json) => toResults(file.name, json));
