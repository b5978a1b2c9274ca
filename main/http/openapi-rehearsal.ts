/** The part of openapi.json that is about rehearsals. */
import {
  anyObject,
  denied,
  failure,
  fields,
  get,
  inQuery,
  json,
  listOf,
  ref,
  reply,
} from './openapi-parts.ts';

const played = (schema: object) => ({
  responses: {
    ...reply('As it is now', fields({ ok: { type: 'boolean' }, night: schema })),
    '400': failure('No such speed, or no such place in the night'),
    ...denied,
    '409': failure('Not in rehearsal'),
    '422': failure('No such night, or none is played'),
  },
});

const body = (name: string) => ({ requestBody: { required: true, ...json(ref(name)) } });

const reported = (summary: string, description: string, schema: object) => {
  const { get: operation } = get(summary, description, schema);
  return {
    get: {
      ...operation,
      parameters: [inQuery('id', 'Which rehearsal: the one that runs, or the last, where none is named')],
      responses: { ...operation.responses, '404': failure('There is no such rehearsal') },
    },
  };
};

const nullable = (name: string) => ({ nullable: true, allOf: [ref(name)] });

export const rehearsalPaths = {
  '/rehearsal': get(
    'The mode, the rehearsal and the night that is played',
    'Null where there is none',
    fields({
      mode: { type: 'string' },
      rehearsal: { ...anyObject, nullable: true },
      night: nullable('Night'),
    }),
  ),
  '/rehearsal/nights': get(
    'Nights to rehearse with',
    'Simulated and recorded',
    listOf('nights', ref('NightOffer')),
  ),
  '/rehearsal/night': {
    ...get('The night that is played', 'Null while none is', fields({ night: nullable('Night') })),
    post: { summary: 'Play a night from its start', ...body('NightStart'), ...played(ref('Night')) },
    patch: {
      summary: 'Speed, pause, or another place in it',
      ...body('NightChange'),
      ...played(ref('Night')),
    },
    delete: { summary: 'Stop it: what it has brought stays in the rehearsal', ...played(nullable('Night')) },
  },
  '/rehearsal/reports': get('The last rehearsals', 'The newest first', listOf('reports', ref('ReportHead'))),
  '/rehearsal/report': reported(
    'What a rehearsal came to',
    'Takes, refusals, lateness, mistakes',
    fields({ report: ref('RehearsalReport') }),
  ),
  '/rehearsal/report.csv': reported('The same as a table', 'One row for each thing that happened', {
    type: 'string',
  }),
};
