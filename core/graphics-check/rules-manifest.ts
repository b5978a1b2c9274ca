/** Rules about what the manifest says, one by one, so that each complaint has its own name; the rest is the schema's. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import { plainIssue } from '../plain-issue.ts';
import { Manifest, OGRAF_SCHEMA } from '../schema/manifest.ts';
import type { Path } from './json-lines.ts';
import { entries } from './package.ts';
import { manifestRule, told, type Hit, type Rule } from './rule.ts';

/** The closed objects of a manifest by their fields; null where what is in a field is not looked into. */
interface Fields {
  [field: string]: Fields | null;
}

const AMOUNT: Fields = { min: null, max: null, exact: null, ideal: null };

const FIELDS: Fields = {
  $schema: null,
  id: null,
  name: null,
  main: null,
  supportsRealTime: null,
  supportsNonRealTime: null,
  version: null,
  description: null,
  author: { name: null, email: null, url: null },
  customActions: { id: null, name: null, description: null, schema: null },
  stepCount: null,
  schema: null,
  renderRequirements: {
    resolution: { width: AMOUNT, height: AMOUNT },
    frameRate: AMOUNT,
    accessToPublicInternet: { exact: null, ideal: null },
    engine: null,
  },
  thumbnails: { file: null, resolution: { width: null, height: null } },
  actionDurations: { type: null, duration: null, steps: null, customActionId: null },
};

/** Where there are fields that the standard does not know. */
function unknownFields(value: Json, fields: Fields, path: Path): Path[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => unknownFields(one, fields, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Path[] => {
    const here = [...path, key];
    if (!Object.hasOwn(fields, key)) return key.startsWith('v_') ? [] : [here];
    const below = fields[key] ?? null;
    return below === null ? [] : unknownFields(inner, below, here);
  });
}

function valueAt(value: Json, path: readonly PropertyKey[]): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isObject(at) && Object.hasOwn(at, key)) at = at[String(key)];
    else return undefined;
  }
  return at;
}

const pathOf = (path: readonly PropertyKey[]): Path =>
  path.map((key) => (typeof key === 'number' ? key : String(key)));

/** What the schema says and no rule here says better. */
function schemaHits(manifest: JsonObject, missing: boolean): Hit[] {
  const parsed = Manifest.safeParse(manifest);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): Hit[] => {
    if (issue.code === 'unrecognized_keys' || OWN_WORDS.test(issue.message)) return [];
    const path = pathOf(issue.path);
    const isMissing = valueAt(manifest, issue.path) === undefined;
    if (isMissing !== missing) return [];
    if (!isMissing && OWN_RULE.some((own) => own.test(path.join('.')))) return [];
    return [{ path, message: isMissing ? 'is needed' : plainIssue(issue) }];
  });
}

/** Fields and complaints that a rule of their own looks after. */
const OWN_RULE = [/^\$schema$/, /^id$/, /^main$/, /^stepCount$/, /^actionDurations\.\d+\.duration$/];
const OWN_WORDS = /^unknown field|inside the package|is there twice/;

const isId = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && value.length <= 200 && !/[/\\]/.test(value);

/** Whether any output of ours could have that size: they are all 1920x1080. */
function excludes(limit: Json | undefined, real: number): boolean {
  if (!isObject(limit)) return false;
  const { exact, min, max } = limit;
  return (
    (typeof exact === 'number' && exact !== real) ||
    (typeof min === 'number' && min > real) ||
    (typeof max === 'number' && max < real)
  );
}

function requirementHits(manifest: JsonObject): Hit[] {
  const all = entries(manifest['renderRequirements']);
  const fits = ({ resolution }: JsonObject): boolean =>
    !isObject(resolution) || (!excludes(resolution['width'], 1920) && !excludes(resolution['height'], 1080));
  return all.length > 0 && !all.some(fits)
    ? [{ path: ['renderRequirements'], message: 'no alternative can be met by an output of 1920x1080' }]
    : [];
}

export const MANIFEST_RULES: readonly Rule[] = [
  manifestRule('field-missing', 'error', 'All fields that OGraf v1 demands are there.', (m) =>
    schemaHits(m, true),
  ),
  manifestRule('field-wrong', 'error', 'Every field has the form that OGraf v1 gives it.', (m) =>
    schemaHits(m, false),
  ),
  manifestRule(
    'unknown-field',
    'error',
    'There are no fields of one’s own but those that begin with "v_".',
    (m) =>
      unknownFields(m, FIELDS, []).map((path) => ({
        path,
        message: `OGraf v1 has no field "${told(path.at(-1))}" here (fields of your own begin with "v_")`,
      })),
  ),
  manifestRule('schema-address', 'error', '`$schema` is the address of OGraf v1.', ({ $schema }) =>
    $schema === undefined || $schema === OGRAF_SCHEMA
      ? []
      : [{ path: ['$schema'], message: `must be "${OGRAF_SCHEMA}"` }],
  ),
  manifestRule('id-form', 'error', 'The id is a text without "/" and "\\".', ({ id }) =>
    id === undefined || isId(id)
      ? []
      : [{ path: ['id'], message: 'must be a text of 1 to 200 characters without "/" and "\\"' }],
  ),
  manifestRule('main-form', 'error', '`main` is a text.', ({ main }) =>
    main === undefined || (typeof main === 'string' && main !== '')
      ? []
      : [{ path: ['main'], message: 'must be the path of the graphic’s module' }],
  ),
  manifestRule('step-count', 'error', '`stepCount` is a whole number, −1 or more.', ({ stepCount }) =>
    stepCount === undefined || (Number.isInteger(stepCount) && Number(stepCount) >= -1)
      ? []
      : [{ path: ['stepCount'], message: 'must be a whole number, −1 (dynamic) or more' }],
  ),
  manifestRule('no-mode', 'error', 'A graphic supports real time, non-real time, or both.', (m) =>
    m['supportsRealTime'] === false && m['supportsNonRealTime'] === false
      ? [{ path: ['supportsRealTime'], message: 'supports neither real time nor non-real time' }]
      : [],
  ),
  manifestRule('not-live', 'error', 'A graphic for air supports real time.', (m) =>
    m['supportsRealTime'] === false && m['supportsNonRealTime'] === true
      ? [
          {
            path: ['supportsRealTime'],
            message: 'is false: it can be rendered to a file, but never played live',
          },
        ]
      : [],
  ),
  manifestRule('action-twice', 'error', 'No two custom actions have the same id.', (m) => {
    const ids = entries(m['customActions']).map(({ id }) => id);
    return ids.flatMap((id, index) =>
      typeof id === 'string' && ids.indexOf(id) < index
        ? [{ path: ['customActions', index, 'id'], message: `the id "${id}" is there twice` }]
        : [],
    );
  }),
  manifestRule('duration-range', 'error', 'A duration is 0 or more, or −1 where it is not known.', (m) =>
    entries(m['actionDurations']).flatMap(({ duration }, index) =>
      duration === undefined || (typeof duration === 'number' && (duration >= 0 || duration === -1))
        ? []
        : [
            {
              path: ['actionDurations', index, 'duration'],
              message: 'must be a number of milliseconds, or −1 where it is not known',
            },
          ],
    ),
  ),
  manifestRule('duration-step', 'warning', 'Durations are of steps that exist.', (m) => {
    const count = m['stepCount'] ?? 1;
    if (typeof count !== 'number' || count < 0) return [];
    return entries(m['actionDurations']).flatMap(({ steps }, index) =>
      (Array.isArray(steps) ? steps : [])
        .filter((step) => typeof step === 'number' && (step < 0 || step >= Math.max(count, 1)))
        .map((step) => ({
          path: ['actionDurations', index, 'steps'],
          message: `there is no step ${told(step)}: steps count from 0, and there ${count === 1 ? 'is 1' : `are ${count}`}`,
        })),
    );
  }),
  manifestRule('duration-action', 'warning', 'Durations of custom actions name one that exists.', (m) => {
    const ids = new Set(entries(m['customActions']).map(({ id }) => id));
    return entries(m['actionDurations']).flatMap(({ type, customActionId }, index) => {
      if (type !== 'customAction' || (customActionId !== undefined && ids.has(customActionId))) return [];
      const path = ['actionDurations', index, 'customActionId'];
      return [{ path, message: `there is no custom action "${told(customActionId ?? '')}"` }];
    });
  }),
  manifestRule('output-unmet', 'warning', 'An output of 1920x1080 meets the requirements.', requirementHits),
  manifestRule('network-wanted', 'warning', 'A graphic needs no network.', (m) => {
    const all = entries(m['renderRequirements']);
    const wants = ({ accessToPublicInternet: net }: JsonObject) => isObject(net) && net['exact'] === true;
    return all.length > 0 && all.every(wants)
      ? [
          {
            path: ['renderRequirements'],
            message: 'wants the public internet: it needs consent on every station',
          },
        ]
      : [];
  }),
];
