/** The part of openapi.json about rundown templates and large clips. */
import { anyObject, denied, failure, fields, get, json, post, reply, withId } from './openapi-parts.ts';

const name = { type: 'string', minLength: 1, maxLength: 80 };
const line = fields({
  id: { type: 'string' },
  name,
  savedAt: { type: 'number', description: 'Epoch milliseconds' },
  savedBy: { type: 'string' },
  cues: { type: 'integer' },
  from: { type: 'string', description: 'Title of the show that it was saved from' },
});
const unknown = { '404': failure('There is no such rundown template') };
const body = (schema: object) => ({ requestBody: { required: true, ...json(schema) } });

export const rundownPaths = {
  '/rundown-templates': {
    ...get(
      'Rundown templates',
      'Cues kept under a name for every show of this station; files that cannot be read are named',
      fields({
        templates: { type: 'array', items: line },
        damaged: { type: 'array', items: { type: 'string' } },
      }),
    ),
    ...post('Save cues as a rundown template', 'It is saved: `{id, cues}`', anyObject, {
      ...body({
        type: 'object',
        properties: {
          name,
          cueIds: {
            type: 'array',
            items: { type: 'string' },
            description: 'Absent: the whole rundown',
          },
        },
        required: ['name'],
      }),
    }),
  },
  '/rundown-templates/{id}': withId({
    ...get('A rundown template', 'With its clip, as `cue.paste` takes it', anyObject),
    patch: {
      summary: 'Give it another name',
      ...body(fields({ name })),
      responses: { ...reply('Renamed', anyObject), ...denied, ...unknown },
    },
    delete: {
      summary: 'Delete it for good',
      responses: { ...reply('Deleted', anyObject), ...denied, ...unknown },
    },
  }),
  '/rundown/paste': post(
    'Paste cues',
    'The command `cue.paste` for a clip that is larger than a command may be: `{clip, index?, segment?}`, 32 MB at most',
    anyObject,
    body(anyObject),
  ),
};
