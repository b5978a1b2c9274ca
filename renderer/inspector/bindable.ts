/** Which values of a fact a field can be bound to. Pure. */
import { factValue } from '../../core/bindings.ts';
import { isObject, type Json } from '../../core/json.ts';
import type { Binding } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import type { Field } from './form-model.ts';

export interface FactPath {
  path: string;
  value: Json;
}

const FIRST = [
  'onAir.headline',
  'onAir.detail',
  'onAir.label',
  'statement',
  'quote.text',
  'quote.speaker',
  'quote.role',
  'quote.occasion',
  'quote.attribution',
  'quote.partial',
];
const LAST = [
  'tally.house',
  'tally.majority',
  'tally.vacant',
  'tally.overhang',
  'tally.rows',
  'asOf.countPercent',
  'asOf.text',
  'asOf.at',
  'source.name',
  'source.place',
  'source.sentence',
];

function leaves(value: Json | undefined, path: string): string[] {
  if (Array.isArray(value) || value === null || value === undefined) return [];
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Every path of a fact that has a value, the likeliest first. */
export function pathsOf(fact: Fact): FactPath[] {
  const paths = [
    ...FIRST,
    ...leaves(fact.subject, 'subject'),
    ...fact.values.map(({ name }) => `values.${name}`),
    ...LAST,
  ];
  return paths
    .map((path) => ({ path, value: factValue(fact, path) }))
    .filter(({ value }) => value !== null && value !== '');
}

export type As = Extract<Binding, { as?: unknown }>['as'];

const isColour = ({ kind }: Field): boolean => kind === 'color' || kind === 'colorAlpha';
const COLOUR = { color: /^#[0-9a-f]{6}$/i, colorAlpha: /^#[0-9a-f]{8}$/i };

/** The ways in which a value can be shown in a field; the first is the likeliest. */
export function waysOf(field: Field, { path, value }: FactPath, show: Pick<Show, 'parties'>): As[] {
  if (field.kind === 'party') return ['party'];
  if (path === 'tally.rows') return ['seats', 'value'];
  const isParty = typeof value === 'string' && Object.hasOwn(show.parties.byId, value);
  if (isColour(field)) return [isParty ? 'colour' : 'value'];
  const isText = field.kind === 'text' || field.kind === 'multiline';
  if (!isText) return ['value'];
  if (path === 'asOf.countPercent') return ['counted', 'text'];
  if (isParty) return ['text', 'upper'];
  return typeof value === 'number' ? ['text'] : ['value', 'upper'];
}

/** True where the field could show the value at all. */
export function fits(field: Field, { value }: FactPath, show: Pick<Show, 'parties'>): boolean {
  switch (field.kind) {
    case 'party':
      return typeof value === 'string' && Object.hasOwn(show.parties.byId, value);
    case 'number':
    case 'integer':
    case 'percentage':
    case 'duration':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
    case 'multi':
      return Array.isArray(value);
    case 'color':
    case 'colorAlpha':
      // a party's colour has no transparency to give
      return (
        typeof value === 'string' &&
        (COLOUR[field.kind].test(value) ||
          (field.kind === 'color' && Object.hasOwn(show.parties.byId, value)))
      );
    case 'text':
    case 'multiline':
    case 'select':
    case 'file':
      return typeof value === 'string' || typeof value === 'number';
    default:
      return false;
  }
}

/** A value in a few words, for lists and bound fields. */
export function brief(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(brief).filter(Boolean).join(' · ');
  if (!isObject(value)) return typeof value === 'number' ? value.toLocaleString('en-NZ') : String(value);
  const { name, short, party } = value;
  const [word, shortWord] = [name ?? short ?? party, short ?? name ?? party];
  if (typeof word !== 'string' || typeof shortWord !== 'string') {
    return Object.values(value).map(brief).filter(Boolean).join(' ');
  }
  if (typeof value['seats'] !== 'number') return word;
  const held = [value['seats'], value['leading'], value['projected']].filter((n) => typeof n === 'number');
  return `${shortWord} ${held.reduce((sum, n) => sum + n, 0)}`;
}
