/** The part of openapi.json about the as-run log, shows and versions. */
import { z } from 'zod';
import { AsRunLine } from '../../core/as-run.ts';
import { ShowComparison } from '../../core/compare-shows.ts';
import { Change } from '../../core/facts/difference.ts';
import { VersionInfo } from '../shows/keep-versions.ts';
import { ShelfEntry } from '../shows/shelf.ts';
import {
  anyObject,
  denied,
  failure,
  fields,
  get,
  inPath,
  inQuery,
  json,
  listOf,
  post,
  ref,
} from './openapi-parts.ts';

const filters = [
  inQuery(
    'words',
    'Each of them is in the cue, the text, the template, the layer, a fact’s id or who took it',
  ),
  inQuery('channel', '`program` or `rehearsal`'),
  inQuery('layer', 'Of this layer'),
  inQuery('by', 'Who took it'),
  inQuery('from', 'Up at or after: epoch ms, ISO 8601, or a time of the show’s zone as 21:42:07'),
  inQuery('to', 'Up at or before'),
];

const withQuery = (operation: { get: object }, parameters: readonly object[], more: object = {}) => ({
  get: { ...operation.get, parameters, ...more },
});

const file = (type: string) => ({
  '200': {
    description: 'The file',
    content: { [type]: { schema: { type: 'string', format: 'binary' } } },
  },
});

const asked = (schema: object) => ({ requestBody: { required: true, ...json(schema) } });
const text = { type: 'string' };
const yes = { type: 'boolean' };
const made = fields({ id: text, title: text });
const unknown = { '404': failure('There is no such thing') };

const ofShowing = (summary: string, description: string, schema: object) =>
  withQuery(get(summary, description, schema), [inPath('instance')]);

export const recordPaths = {
  '/as-run': withQuery(
    get('What was shown, when and by whom', 'One entry a showing, the oldest first', {
      type: 'object',
      properties: {
        entries: { type: 'array', items: ref('AsRunEntry') },
        next: { type: 'integer', description: 'For `since`: what is known with these entries' },
        more: { type: 'boolean', description: 'There is more than `limit`' },
      },
      required: ['entries'],
    }),
    [
      ...filters,
      inQuery('limit', 'At most so many: the last ones, or with `since` the next ones'),
      inQuery('since', 'Only showings of which there is news since that `next`'),
      inQuery('brief', '1: with the words that were seen instead of the data'),
    ],
  ),
  '/as-run.csv': withQuery(get('The same as CSV', 'RFC 4180, with the same filters', text), filters),
  '/as-run.json': withQuery(
    get('The same as JSON, with every change', 'With the same filters', listOf('entries', ref('AsRunEntry'))),
    filters,
  ),
  '/as-run/at': withQuery(
    get('What was on air at a moment', 'Each graphic with its data as they were then', {
      type: 'object',
      properties: { at: { type: 'number' }, items: { type: 'array', items: ref('Aired') } },
      required: ['at', 'items'],
    }),
    [inQuery('time', '21:42:07 of the show’s zone, a day and a time, epoch ms, or ISO 8601')],
  ),
  '/as-run/{instance}': ofShowing('One showing', 'With every change of it', {
    type: 'object',
    properties: { entry: ref('AsRunEntry'), lines: { type: 'array', items: ref('AsRunChange') } },
  }),
  '/as-run/{instance}/picture': {
    get: {
      summary: 'What viewers saw of a showing',
      description: 'Taken from the stage about a second after it was on: 480 × 270',
      parameters: [inPath('instance')],
      responses: { ...file('image/jpeg'), ...denied, ...unknown },
    },
  },
  '/shows': {
    ...get('The shows of the data folder', 'Those opened last first, and demos not opened yet', {
      type: 'object',
      properties: {
        open: text,
        canOpen: yes,
        why: { type: 'string', nullable: true, description: 'Why no other can be opened now' },
        failed: { type: 'string', nullable: true, description: 'Why the last could not be opened' },
        shows: { type: 'array', items: ref('ShelfEntry') },
      },
    }),
    ...post(
      'Make a show of another',
      'It is in the data folder',
      made,
      asked({
        type: 'object',
        properties: { title: text, id: text, template: text, keepFacts: yes, keepCues: yes },
        required: ['title'],
      }),
    ),
  },
  '/shows/save-as': post(
    'Save a copy of the show',
    'It is in the data folder',
    made,
    asked({ type: 'object', properties: { title: text, id: text }, required: ['title'] }),
  ),
  '/shows/open': {
    post: {
      summary: 'Open another show in this one’s place, behind the same address: off air only',
      ...asked(fields({ id: text })),
      responses: {
        '200': { description: 'Never: see 202' },
        '202': { description: 'It is being opened: connections break and come back', ...json(anyObject) },
        ...denied,
        ...unknown,
        '409': failure('On air, in rehearsal, or not by this station'),
        '422': failure('Of a newer version'),
      },
    },
  },
  '/shows/current/export': {
    get: {
      summary: 'The show as one file with its media',
      parameters: [inQuery('asRun', '1: with the as-run log')],
      responses: { ...file('application/zip'), ...denied },
    },
  },
  '/shows/import': post('Take a show in, sent as one file', 'It is in the data folder', made, {
    parameters: [inQuery('name', 'The file’s name')],
    requestBody: {
      required: true,
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    },
  }),
  '/versions': {
    ...get('Versions of the show', 'The newest first', {
      type: 'object',
      properties: {
        versions: { type: 'array', items: ref('Version') },
        problem: { type: 'string', nullable: true },
      },
    }),
    ...post('Save a version by name', 'It is there', anyObject, asked(fields({ name: text }))),
  },
  '/versions/{id}/restore': {
    post: {
      ...post('Go back to a version: off air only, one step of undo', 'The show is as it was', anyObject)
        .post,
      parameters: [inPath('id')],
    },
  },
  '/compare': withQuery(
    get('What differs between two shows', 'Made, changed and removed, field by field', {
      type: 'object',
      properties: { before: text, after: text, comparison: ref('ShowComparison') },
    }),
    [
      inQuery('before', 'A version’s id, `now`, or `show:ID` of the data folder'),
      inQuery('after', 'The same; `now` where it is left out'),
    ],
  ),
};

const Showing = AsRunLine.omit({ event: true, at: true, step: true });

/** @param schemaOf as of everything else in the document */
export const recordSchemas = (schemaOf: (schema: z.ZodType, io: 'output') => object) => ({
  AsRunChange: schemaOf(
    AsRunLine.pick({ event: true, at: true, by: true, step: true, facts: true, override: true }).extend({
      dataHash: z.string(),
      changes: z.array(Change),
    }),
    'output',
  ),
  Aired: schemaOf(
    Showing.extend({ inAt: z.number(), since: z.number(), dataHash: z.string(), picture: z.boolean() }),
    'output',
  ),
  ShelfEntry: schemaOf(ShelfEntry, 'output'),
  Version: schemaOf(VersionInfo, 'output'),
  ShowComparison: schemaOf(ShowComparison, 'output'),
});
