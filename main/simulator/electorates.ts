/**
 * The electorates of the elections that are shipped and the party that won each, and the few candidates and margins
 * that the demo shows' facts name. Everything else about an electorate is invented (see night.ts).
 */
import type { ElectionRecord } from '../../core/election/record.ts';
import { INDEPENDENT } from '../../core/election/counting.ts';

export interface Electorate {
  name: string;
  maori: boolean;
  /** The winner's party, `independent`, or null where no poll was held. */
  winner: string | null;
  /** By party, as the Commission writes names: "SURNAME, First". */
  named: Readonly<Record<string, string>>;
  runnerUp: string | null;
  /** The official majority where it is known. */
  margin: number | null;
}

interface Places {
  maori: readonly string[];
  winners: Readonly<Record<string, string>>;
  vacant?: string;
}

interface Race {
  electorate: string;
  winner: readonly [party: string, name: string];
  runnerUp: readonly [party: string, name: string] | null;
  /** Of the official count. */
  margin: number;
}

const MAORI = [
  'Hauraki-Waikato',
  'Ikaroa-Rāwhiti',
  'Tāmaki Makaurau',
  'Te Tai Hauāuru',
  'Te Tai Tokerau',
  'Te Tai Tonga',
  'Waiariki',
];

const NZ_2008: Places = {
  maori: MAORI,
  winners: {
    national: `Auckland Central|Bay of Plenty|Botany|Clutha-Southland|Coromandel|East Coast|East Coast Bays|Hamilton East
      |Hamilton West|Helensville|Hunua|Ilam|Invercargill|Kaikōura|Maungakiekie|Napier|Nelson|New Plymouth|North Shore
      |Northcote|Northland|Ōtaki|Pakuranga|Papakura|Rangitata|Rangitīkei|Rodney|Rotorua|Selwyn|Tāmaki
      |Taranaki-King Country|Taupō|Tauranga|Tukituki|Waikato|Wairarapa|Waitakere|Waitaki|West Coast-Tasman|Whanganui
      |Whangarei`,
    labour: `Christchurch Central|Christchurch East|Dunedin North|Dunedin South|Hutt South|Mana|Manukau East|Manurewa
      |Māngere|Mt Albert|Mt Roskill|New Lynn|Palmerston North|Port Hills|Rimutaka|Rongotai|Te Atatū|Waimakariri
      |Wellington Central|Hauraki-Waikato|Ikaroa-Rāwhiti`,
    act: 'Epsom',
    unitedfuture: 'Ōhāriu',
    progressive: 'Wigram',
    maori: 'Tāmaki Makaurau|Te Tai Hauāuru|Te Tai Tokerau|Te Tai Tonga|Waiariki',
  },
};

const NZ_2017: Places = {
  maori: MAORI,
  winners: {
    national: `Auckland Central|Bay of Plenty|Botany|Clutha-Southland|Coromandel|East Coast|East Coast Bays|Hamilton East
      |Hamilton West|Helensville|Hunua|Hutt South|Ilam|Invercargill|Kaikōura|Maungakiekie|Nelson|New Plymouth
      |North Shore|Northcote|Northland|Ōtaki|Pakuranga|Papakura|Rangitata|Rangitīkei|Rodney|Rotorua|Selwyn|Tāmaki
      |Taranaki-King Country|Taupō|Tauranga|Tukituki|Upper Harbour|Waikato|Waimakariri|Wairarapa|Waitaki|Whanganui
      |Whangarei`,
    labour: `Christchurch Central|Christchurch East|Dunedin North|Dunedin South|Kelston|Mana|Manukau East|Manurewa|Māngere
      |Mt Albert|Mt Roskill|Napier|New Lynn|Ōhāriu|Palmerston North|Port Hills|Rimutaka|Rongotai|Te Atatū
      |Wellington Central|West Coast-Tasman|Wigram|${MAORI.join('|')}`,
    act: 'Epsom',
  },
};

const NATIONAL_2023 = `Banks Peninsula|Bay of Plenty|Botany|Coromandel|East Coast|East Coast Bays|Hamilton East
  |Hamilton West|Hutt South|Ilam|Invercargill|Kaikōura|Kaipara ki Mahurangi|Maungakiekie|Mt Roskill|Napier|New Lynn
  |New Plymouth|North Shore|Northcote|Northland|Ōtaki|Pakuranga|Papakura|Rangitata|Rangitīkei|Rotorua|Selwyn|Southland
  |Takanini|Taranaki-King Country|Taupō|Tauranga|Tukituki|Upper Harbour|Waikato|Waimakariri|Wairarapa|Waitaki
  |West Coast-Tasman|Whangaparāoa|Whanganui|Whangārei`;
const LABOUR_2023 = `Christchurch Central|Christchurch East|Dunedin|Kelston|Mana|Manurewa|Māngere|Mt Albert|Ōhāriu
  |Palmerston North|Panmure-Ōtāhuhu|Remutaka|Taieri|Wigram|Ikaroa-Rāwhiti`;
const REST_2023 = { green: 'Auckland Central|Rongotai|Wellington Central', act: 'Epsom|Tāmaki' };
const MAORI_2023 = 'Hauraki-Waikato|Te Tai Hauāuru|Te Tai Tonga|Waiariki';

const NZ_2023: Places = {
  maori: MAORI,
  vacant: 'Port Waikato',
  winners: {
    ...REST_2023,
    national: NATIONAL_2023,
    labour: `${LABOUR_2023}|Nelson|Te Atatū`,
    maori: `${MAORI_2023}|Tāmaki Makaurau|Te Tai Tokerau`,
  },
};

/** Four electorates changed hands when the special votes were counted. */
const NZ_2023_NIGHT: Places = {
  ...NZ_2023,
  winners: {
    ...REST_2023,
    national: `${NATIONAL_2023}|Nelson|Te Atatū`,
    labour: `${LABOUR_2023}|Tāmaki Makaurau|Te Tai Tokerau`,
    maori: MAORI_2023,
  },
};

const MAPS: Readonly<Record<string, Places>> = {
  'nz-2008': NZ_2008,
  'nz-2008-preliminary': NZ_2008,
  'nz-2017': NZ_2017,
  'nz-2023': NZ_2023,
  'nz-2023-preliminary': NZ_2023_NIGHT,
};

/** As the demo show nz-2008 has them, in its facts and in the checks beside them. */
const RACES_2008: readonly Race[] = [
  {
    electorate: 'Auckland Central',
    winner: ['national', 'KAYE, Nikki'],
    runnerUp: ['labour', 'TIZARD, Judith'],
    margin: 1497,
  },
  {
    electorate: 'West Coast-Tasman',
    winner: ['national', 'AUCHINVOLE, Chris'],
    runnerUp: ['labour', "O'CONNOR, Damien"],
    margin: 971,
  },
  {
    electorate: 'Hamilton East',
    winner: ['national', 'BENNETT, David'],
    runnerUp: ['labour', 'MORONEY, Sue'],
    margin: 8820,
  },
  {
    electorate: 'Hamilton West',
    winner: ['national', 'MACINDOE, Tim'],
    runnerUp: ['labour', 'GALLAGHER, Martin'],
    margin: 1618,
  },
  {
    electorate: 'New Plymouth',
    winner: ['national', 'YOUNG, Jonathan'],
    runnerUp: ['labour', 'DUYNHOVEN, Harry'],
    margin: 105,
  },
  {
    electorate: 'Tauranga',
    winner: ['national', 'BRIDGES, Simon'],
    runnerUp: ['nzfirst', 'PETERS, Winston'],
    margin: 11742,
  },
  {
    electorate: 'Palmerston North',
    winner: ['labour', 'LEES-GALLOWAY, Iain'],
    runnerUp: null,
    margin: 1117,
  },
  { electorate: 'Wellington Central', winner: ['labour', 'ROBERTSON, Grant'], runnerUp: null, margin: 1904 },
  { electorate: 'Christchurch Central', winner: ['labour', 'BURNS, Brendon'], runnerUp: null, margin: 935 },
  { electorate: 'Te Tai Tonga', winner: ['maori', 'KATENE, Rahui'], runnerUp: null, margin: 1049 },
  { electorate: 'Ikaroa-Rāwhiti', winner: ['labour', 'HOROMIA, Parekura'], runnerUp: null, margin: 1645 },
  { electorate: 'Hauraki-Waikato', winner: ['labour', 'MAHUTA, Nanaia'], runnerUp: null, margin: 888 },
];

const namesIn = (list: string): string[] => list.split('|').map((name) => name.trim());

const byName = new Intl.Collator('en-NZ').compare;

/** General electorates in the order of the alphabet, then the Māori ones: their numbers are their places, from 1. */
export function electoratesOf(record: ElectionRecord): Electorate[] {
  const map = MAPS[record.id];
  const rows = map ? rowsOf(map) : numberedRows(record);
  const races = record.id.startsWith('nz-2008') ? RACES_2008 : [];
  return rows
    .sort((a, b) => Number(a.maori) - Number(b.maori) || byName(a.name, b.name))
    .map((row): Electorate => {
      const race = races.find(({ electorate }) => electorate === row.name);
      if (!race) return { ...row, named: {}, runnerUp: null, margin: null };
      const { winner, runnerUp } = race;
      return {
        ...row,
        named: Object.fromEntries(runnerUp ? [winner, runnerUp] : [winner]),
        runnerUp: runnerUp?.[0] ?? null,
        // a margin of the official count says nothing of the night's
        margin: record.id === 'nz-2008' ? race.margin : null,
      };
    });
}

type Row = Pick<Electorate, 'name' | 'maori' | 'winner'>;

function rowsOf({ winners, maori, vacant }: Places): Row[] {
  const rows = Object.entries(winners).flatMap(([winner, list]) =>
    namesIn(list).map((name): Row => ({ name, maori: maori.includes(name), winner })),
  );
  return vacant === undefined ? rows : [...rows, { name: vacant, maori: false, winner: null }];
}

/** For an election whose electorates we have no list of. */
function numberedRows(record: ElectionRecord): Row[] {
  const winners = [
    ...record.parties.flatMap(({ id, electorate_seats }) => Array<string>(electorate_seats).fill(id)),
    ...Array<string>(record.independents_elected).fill(INDEPENDENT),
    ...Array<null>(record.electorates_vacant).fill(null),
  ];
  const width = String(winners.length).length;
  return winners.map((winner, i) => ({
    name: `Electorate ${String(i + 1).padStart(width, '0')}`,
    maori: false,
    winner,
  }));
}
