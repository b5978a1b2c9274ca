/**
 * Names with macrons that old files damage: "Mäori" and "Màori" for "Māori" (the Commission's releases of 2008 and
 * 2005). Repaired are only names that are in this table: "Sainte-Laguë" keeps its diaeresis.
 */

const KNOWN = [
  'Māori Party',
  'Te Pāti Māori',
  'Ikaroa-Rāwhiti',
  'Kaikōura',
  'Māngere',
  'Ōhāriu',
  'Ōtāhuhu',
  'Ōtaki',
  'Panmure-Ōtāhuhu',
  'Rangitīkei',
  'Tāmaki',
  'Tāmaki Makaurau',
  'Taupō',
  'Te Atatū',
  'Te Tai Hauāuru',
  'Waitākere',
  'Whangaparāoa',
  'Whangārei',
];

const table = new Map(KNOWN.map((name) => [name.toLocaleLowerCase('en-NZ'), name]));

/** Marks that stand in for a macron: grave, circumflex, diaeresis. */
const STAND_IN = /[\u0300\u0302\u0308]/gu;

/** The name with its macrons; null where nothing is to be repaired. */
export function repairedName(name: string): string | null {
  const taken = name.normalize('NFD');
  if (!taken.match(STAND_IN)) return null;
  return table.get(taken.replace(STAND_IN, '\u0304').normalize('NFC').toLocaleLowerCase('en-NZ')) ?? null;
}
