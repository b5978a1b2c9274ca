/** `openapi.json`, made from the same schemas that parse the requests: it cannot say what is not so. */
import { z } from 'zod';
import { AsRunLine, Revisions } from '../../core/as-run.ts';
import { Change } from '../../core/facts/difference.ts';
import { FactLine } from '../../core/facts/log.ts';
import { commandDefs } from '../../core/commands/registry.ts';
import { Finding } from '../../core/graphics-check/finding.ts';
import { FeedsAnswer, ImportProgress, ImportRead, ImportRow } from '../../core/feeds/rest.ts';
import { HistoryRow, JumpPreview } from '../../core/history-rows.ts';
import { Refusal } from '../../core/refusal.ts';
import { Report, ReportHead } from '../../core/rehearsal/report-shape.ts';
import { CueStill, RenderJob, RenderRequest } from '../../core/render.ts';
import { Cue } from '../../core/schema/cue.ts';
import { Fact } from '../../core/schema/fact.ts';
import { Feed, Proposal } from '../../core/schema/feed.ts';
import { Graphic } from '../../core/schema/manifest.ts';
import { NightChange, NightOffer, NightStart, NightStatus } from '../../core/schema/night.ts';
import { Party } from '../../core/schema/show.ts';
import {
  json,
  reply,
  refusal,
  failure,
  denied,
  get,
  ref,
  listOf,
  ofFact,
  anyObject,
  inQuery,
  post,
  withId,
} from './openapi-parts.ts';
import { DesksAnswer } from './rest-desks.ts';
import { rehearsalPaths } from './openapi-rehearsal.ts';
import { renderPaths } from './openapi-render.ts';
import { recordPaths, recordSchemas } from './openapi-records.ts';
import { rundownPaths } from './openapi-rundown.ts';
import { graphicPaths, mediaPaths } from './openapi-templates.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const {
    $schema: _,
    definitions: __,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'openapi-3.0',
  });
  return withAnyJson(rest) as object;
};

/** The only schema that holds itself is "any JSON", and OpenAPI's word for that is the empty schema. */
function withAnyJson(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withAnyJson);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withAnyJson(value)]));
}

/** Each open command as `{type, …fields}`. */
function commandSchemas(): Record<string, object> {
  return Object.fromEntries(
    commandDefs()
      .filter((def) => def.access === 'open')
      .map((def) => {
        const shape = schemaOf(def.schema, 'input') as { properties?: object; required?: string[] };
        const properties = { type: { type: 'string', enum: [def.type] }, ...shape.properties };
        const required = ['type', ...(shape.required ?? [])];
        return [def.type, { type: 'object', title: def.title, properties, required }];
      }),
  );
}

/** Feeds, recordings, imports and exports. */
const feedPaths = {
  '/feeds': get(
    'The feeds and how they fare',
    'Feeds with their status, and what was recorded',
    ref('Feeds'),
  ),
  '/feeds/{id}/poll': withId(post('Look at a feed now', 'It has been looked at', anyObject)),
  '/feeds/{id}/results': withId(
    get('What a feed of results last said', '`{results, at}`; null before the first', anyObject),
  ),
  '/elections': get(
    'Stored elections',
    'Votes and electorates; seats are worked out',
    listOf('elections', anyObject),
  ),
  '/facts.csv': get('Facts as a table', 'Of all facts, or with `?ids=a,b` of some', { type: 'string' }),
  '/facts.json': get(
    'Facts as JSON',
    'Of all facts, or with `?ids=a,b` of some',
    listOf('facts', ref('Fact')),
  ),
  '/imports': post('Read a file of facts', 'Read: match its columns, then preview', ref('ImportRead'), {
    parameters: [inQuery('name', 'The file’s name')],
    requestBody: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  }),
  '/imports/{id}': withId({
    ...get('How far an import is', 'Its state', ref('ImportProgress')),
    delete: {
      summary: 'Cancel an import: what is in stays in, as one step of undo',
      responses: { ...reply('Its state', ref('ImportProgress')), ...denied },
    },
  }),
  '/imports/{id}/preview': withId(
    post('Compare with the show', 'How many rows are new, changed, the same, refused', anyObject, {
      requestBody: { required: true, ...json({ type: 'object', properties: { columns: anyObject } }) },
    }),
  ),
  '/imports/{id}/rows': withId(
    get('The rows of a preview', '`?from=0&limit=100&only=changed`', listOf('rows', ref('ImportRow'))),
  ),
  '/imports/{id}/apply': withId({
    post: {
      summary: 'Import what the preview showed',
      responses: {
        '200': { description: 'Never: see 202' },
        '202': { description: 'Begun', ...json(ref('ImportProgress')) },
        ...denied,
        '409': failure('Not now'),
      },
    },
  }),
};

export function openApi(version: string): object {
  const commands = commandSchemas();
  return {
    openapi: '3.0.3',
    info: { title: 'Tallydesk', version, description: 'Control of a Tallydesk station. Loopback only.' },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths: {
      '/commands': {
        post: {
          summary: 'Send one command: the same commands as the desk sends',
          parameters: [
            {
              name: 'x-tallydesk-user',
              in: 'header',
              required: false,
              description: 'Who sends it, for approvals and the as-run log (default "api")',
              schema: { type: 'string' },
            },
          ],
          requestBody: {
            required: true,
            ...json({
              oneOf: Object.keys(commands).map((type) => ({ $ref: `#/components/schemas/${type}` })),
            }),
          },
          responses: {
            ...reply('Done, and on disk', {
              type: 'object',
              properties: { ok: { type: 'boolean', enum: [true] }, revision: { type: 'integer' } },
              required: ['ok', 'revision'],
              additionalProperties: true,
            }),
            '400': refusal('Not a command: malformed JSON, an unknown type, a wrong field'),
            ...denied,
            '409': refusal('Refused in the present state; air is as it was'),
            '422': refusal('Refused because of what it asks for; air is as it was'),
            '500': failure('A bug in Tallydesk; air is as it was'),
          },
        },
      },
      '/show': get(
        'The show',
        'Facts, cues in rundown order, parties, feeds with what they propose, and settings',
        {
          type: 'object',
          properties: {
            revision: { type: 'integer' },
            id: { type: 'string' },
            title: { type: 'string' },
            facts: { type: 'array', items: { $ref: '#/components/schemas/Fact' } },
            cues: { type: 'array', items: { $ref: '#/components/schemas/Cue' } },
            parties: { type: 'array', items: { $ref: '#/components/schemas/Party' } },
            feeds: { type: 'array', items: { $ref: '#/components/schemas/Feed' } },
            proposals: { type: 'array', items: { $ref: '#/components/schemas/Proposal' } },
            baseline: { description: 'Against what results are compared; null for nothing.' },
          },
        },
      ),
      '/air': get(
        'What is on each layer of each channel',
        'States as the stages have acknowledged them',
        anyObject,
      ),
      '/facts/{id}': ofFact(
        'One fact',
        'With the cues and graphics that use it, and what an editor should see of it',
        {
          type: 'object',
          properties: {
            fact: { $ref: '#/components/schemas/Fact' },
            uses: { type: 'array', items: anyObject },
            notices: { type: 'array', items: anyObject },
          },
        },
      ),
      '/facts/{id}/history': ofFact(
        'Who did what to a fact',
        'The newest first; `changes` are against the entry before it',
        listOf('entries', ref('FactHistoryEntry')),
      ),
      '/facts/{id}/shown': ofFact(
        'Where a fact was shown',
        'One entry a showing, with the revisions that were seen in it',
        listOf('entries', ref('FactShowing')),
      ),
      '/graphics/{id}/check': ofFact(
        'What the checker says of a template',
        'Without playing it: each rule that its package breaks',
        listOf('findings', schemaOf(Finding, 'output')),
        'template',
      ),
      ...graphicPaths,
      ...feedPaths,
      ...renderPaths,
      ...mediaPaths,
      '/history': get(
        'What was done to the show',
        'One row a step: what can be redone, the furthest first, then what was done, the newest first. Empty after a start.',
        listOf('rows', schemaOf(HistoryRow, 'output')),
      ),
      '/history/{id}/preview': ofFact(
        'What a jump to a step would change',
        'Nothing is done; `show.stepTo` does it',
        schemaOf(JumpPreview, 'output'),
        'step',
      ),
      '/desks': get(
        'Who is connected',
        'Desks, who holds the take right, and the addresses for other machines (null with the view key)',
        schemaOf(DesksAnswer, 'output'),
      ),
      ...rehearsalPaths,
      ...recordPaths,
      ...rundownPaths,
      '/health': get(
        'Is it well',
        'Version, revision, outputs, memory, whether changes reach the disk',
        anyObject,
      ),
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...commands,
        ...recordSchemas(schemaOf),
        Refusal: schemaOf(Refusal, 'output'),
        Failure: {
          type: 'object',
          properties: {
            ok: { type: 'boolean', enum: [false] },
            code: { type: 'string' },
            detail: { type: 'string' },
          },
          required: ['ok', 'code', 'detail'],
        },
        Fact: schemaOf(Fact, 'output'),
        Cue: schemaOf(Cue, 'output'),
        Party: schemaOf(Party, 'output'),
        Feed: schemaOf(Feed, 'output'),
        Proposal: schemaOf(Proposal, 'output'),
        Feeds: schemaOf(FeedsAnswer, 'output'),
        Graphic: schemaOf(Graphic, 'output'),
        ImportRead: schemaOf(ImportRead, 'output'),
        ImportRow: schemaOf(ImportRow, 'output'),
        ImportProgress: schemaOf(ImportProgress, 'output'),
        RenderRequest: schemaOf(RenderRequest, 'input'),
        CueStill: schemaOf(CueStill, 'input'),
        RenderJob: schemaOf(RenderJob, 'output'),
        Night: schemaOf(NightStatus, 'output'),
        NightOffer: schemaOf(NightOffer, 'output'),
        NightStart: schemaOf(NightStart, 'input'),
        NightChange: schemaOf(NightChange, 'input'),
        RehearsalReport: schemaOf(Report, 'output'),
        ReportHead: schemaOf(ReportHead, 'output'),
        AsRunEntry: schemaOf(AsRunLine.omit({ event: true, at: true }), 'output'),
        FactHistoryEntry: schemaOf(FactLine.extend({ changes: z.array(Change) }), 'output'),
        FactShowing: schemaOf(
          AsRunLine.omit({ event: true, at: true }).extend({ revisions: Revisions }),
          'output',
        ),
      },
    },
  };
}
