/** `npm run election:allocate -- FILE.json`: one election's votes and electorates in, its seats out, as JSON on stdout. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { allocate, type Allocation, type AllocatedParty } from '../../core/election/allocate.ts';
import { readRecord, type ElectionRecord } from '../../core/election/record.ts';
import { messageOf, StartError, systemCode, whyNot } from '../errors.ts';
import { entriesOf, parseJson } from './elections.ts';
import { standsIn } from './stands-in.ts';

const USAGE = 'usage: election:allocate -- FILE.json [--id nz-2008]; "-" reads stdin';
const MOST_BYTES = 20_000_000;

interface Arguments {
  file: string;
  id: string | null;
}

function readArguments(argv: readonly string[]): Arguments {
  const wrong = (message: string) => new StartError(`${message} (${USAGE})`, 2);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { id: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined) throw wrong('a file is needed');
    if (more.length > 0) throw wrong('one file at a time');
    return { file, id: values.id ?? null };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw wrong(messageOf(error).split('\n')[0] ?? 'bad arguments');
  }
}

/** @throws StartError with exit code 2 where it cannot be read, is too large or is not UTF-8 */
async function readText(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream =
      file === '-' ? process.stdin : createReadStream(resolve(standsIn('election:allocate'), file));
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new StartError(`${file} is larger than ${MOST_BYTES / 1e6} MB`, 2);
      chunks.push(chunk);
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') throw new StartError(`there is no file ${file}`, 2);
    if (code === 'EISDIR') throw new StartError(`${file} is a folder`, 2);
    if (code !== null) throw new StartError(`${file} cannot be read: ${messageOf(error)}`, 2);
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new StartError(`${file} is not UTF-8`, 2);
  }
}

/** The one entry that is meant: of a file of several, that of the id. */
function choose(value: unknown, id: string | null): unknown {
  const entries = entriesOf(value);
  if (!entries) return value;
  const ids = entries.map((entry) => entry.id).join(', ');
  if (id === null)
    throw new StartError(`several elections are in it: pass one entry, or --id with one of ${ids}`, 2);
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new StartError(`it has no election "${id}"; it has ${ids}`, 2);
  return found.value;
}

/** What is printed: names as in the file of elections. */
export function reportOf(record: ElectionRecord, allocation: Allocation) {
  const by = (value: (party: AllocatedParty) => number) =>
    Object.fromEntries(allocation.parties.map((party) => [party.id, value(party)]));
  const over = allocation.parties.filter(({ overhang }) => overhang > 0);
  const names = new Map(record.parties.map(({ id, name }) => [id, name]));
  return {
    election: record.id,
    house: allocation.house,
    majority: allocation.majority,
    overhang: allocation.overhang,
    overhangByParty: Object.fromEntries(over.map(({ id, overhang }) => [id, overhang])),
    seats: by(({ total }) => total),
    listSeats: by(({ list }) => list),
    electorateSeats: by(({ electorates }) => electorates),
    independents: allocation.independents,
    vacancies: allocation.vacancies,
    ties: allocation.ties,
    undecided: allocation.undecided,
    parties: allocation.parties.map((party) => ({
      id: party.id,
      name: names.get(party.id) ?? party.id,
      party_votes: party.votes,
      electorate_seats: party.electorates,
      list_seats: party.list,
      total_seats: party.total,
      overhang_seats: party.overhang,
      entitlement: party.entitlement,
      qualifies: party.qualifies,
    })),
  };
}

async function main(): Promise<void> {
  const { file, id } = readArguments(process.argv.slice(2));
  const name = file === '-' ? 'stdin' : file;
  const reading = readRecord(choose(parseJson(await readText(file), name), id));
  if (!reading.ok) throw new StartError(`${name}: ${reading.problem}`, 2);
  for (const warning of reading.warnings) process.stderr.write(`tallydesk: ${name}: ${warning}\n`);
  process.stdout.write(`${JSON.stringify(reportOf(reading.record, allocate(reading.contest)), null, 2)}\n`);
}

main().catch((error: unknown) => {
  const { line, exitCode } = whyNot(error);
  process.stderr.write(`tallydesk: ${line}\n`);
  process.exitCode = exitCode;
});
