/** The part of openapi.json about templates and the show's media. */
import {
  json,
  reply,
  refusal,
  failure,
  denied,
  get,
  ref,
  listOf,
  anyObject,
  inPath,
  inQuery,
  post,
  withId,
  fields,
  importing,
} from './openapi-parts.ts';

/** Files that graphics may show. */
export const mediaPaths = {
  '/media': {
    ...get(
      'The show’s media',
      'Each with the address under which graphics get it',
      listOf('media', anyObject),
    ),
    ...post('Add a file', 'It is stored, and the show has it: `{file, address}`', anyObject, {
      parameters: [inQuery('name', 'The file’s name, with its ending'), inQuery('by', 'Who adds it')],
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }),
  },
  '/media/{hash}': {
    delete: {
      parameters: [inPath('hash')],
      summary: 'Remove a file; with `?force=1` also where a cue or air uses it',
      responses: { ...reply('Removed', anyObject), ...denied, '409': refusal('It is in use') },
    },
  },
};

/** Templates: versions, imports, consent. */
export const graphicPaths = {
  '/graphics': get(
    'The templates on hand',
    'In the version in use, with all that is installed and what is wrong',
    {
      ...listOf('graphics', ref('Graphic')),
      properties: {
        graphics: { type: 'array', items: ref('Graphic') },
        problems: { type: 'array', items: { type: 'string' } },
      },
    },
  ),
  '/graphics/import': importing('Import a zip of OGraf packages', {
    parameters: [inQuery('name', 'The file’s name')],
    requestBody: {
      required: true,
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    },
  }),
  '/graphics/import-folder': importing('Copy the OGraf packages of a folder on this computer', {
    requestBody: { required: true, ...json(fields({ path: { type: 'string' } })) },
  }),
  '/graphics/{id}/use': withId(
    post('Use one version of a template', 'It is in use; `hash` null: the newest again', anyObject, {
      requestBody: { required: true, ...json(fields({ hash: { type: 'string', nullable: true } })) },
    }),
  ),
  '/graphics/{id}/network': withId(
    post('Let one version of a template use the network, or not', 'It may, or may not', anyObject, {
      requestBody: {
        required: true,
        ...json(fields({ hash: { type: 'string' }, allow: { type: 'boolean' } })),
      },
    }),
  ),
  '/graphics/{id}/{hash}': {
    delete: {
      summary: 'Delete an imported version that is neither on air nor armed',
      parameters: [inPath('id'), inPath('hash')],
      responses: {
        ...reply('It is gone', anyObject),
        ...denied,
        '404': failure('No such version'),
        '409': failure('In use, or not imported'),
      },
    },
  },
};
