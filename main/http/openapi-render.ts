/** The part of openapi.json about pictures and films of graphics. */

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ content: { 'application/json': { schema: schema(name) } } });
const failure = (description: string) => ({ description, ...json('Failure') });
const binary = { schema: { type: 'string', format: 'binary' } };
const file = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, binary])),
});

const denied = {
  '401': failure('No key, or a wrong one'),
  '403': failure('Another host, or another page’s origin'),
};
const unknown = { '404': failure('There is no such thing') };
const drawn = {
  '400': failure('Not a request of this kind'),
  ...denied,
  ...unknown,
  '409': failure('Not now: no browser, no ffmpeg, not for air'),
  '422': failure('The data, the step or the graphic itself forbids it: in the graphic’s own words'),
};

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const inQuery = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
});

export const renderPaths = {
  '/graphics/{id}/thumbnail': {
    get: {
      parameters: [
        inPath('id'),
        inQuery('hash', 'Of a version that is not in use'),
        inQuery('again', '1: try anew what could not be drawn before'),
      ],
      summary: 'A small picture of a graphic: its own, else one drawn from its sample data',
      responses: {
        '200': file('The picture', 'image/png'),
        ...denied,
        '404': failure('There is none, and why'),
      },
    },
  },
  '/graphics/{id}/render': {
    post: {
      parameters: [inPath('id')],
      summary: 'A still with alpha of a graphic at one of its steps, or a film of it',
      requestBody: { required: true, ...json('RenderRequest') },
      responses: {
        '200': file('The still', 'image/png'),
        '202': { description: 'The film is being made', ...json('RenderJob') },
        ...drawn,
      },
    },
  },
  '/cues/{id}/still': {
    post: {
      parameters: [
        inPath('id'),
        inQuery('draft', '1: also what may not go to air, with DRAFT burnt into the picture'),
      ],
      summary: 'A still with alpha of a cue as it would go to air now',
      requestBody: { required: false, ...json('CueStill') },
      responses: { '200': file('The still', 'image/png'), ...drawn },
    },
  },
  '/renders/{job}': {
    get: {
      parameters: [inPath('job')],
      summary: 'How far a film is',
      responses: { '200': { description: 'Its state', ...json('RenderJob') }, ...denied, ...unknown },
    },
    delete: {
      parameters: [inPath('job')],
      summary: 'Call a film off, or throw it away',
      responses: { '200': { description: 'Its state', ...json('RenderJob') }, ...denied, ...unknown },
    },
  },
  '/renders/{job}/file': {
    get: {
      parameters: [inPath('job')],
      summary: 'The film',
      responses: {
        '200': file('The film', 'video/quicktime', 'video/webm'),
        ...denied,
        ...unknown,
        '409': failure('It is not done'),
      },
    },
  },
};
