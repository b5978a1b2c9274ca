/** The small parts that openapi.json is put together from. */

export const json = (schema: object) => ({ content: { 'application/json': { schema } } });

export const reply = (description: string, schema: object) => ({ '200': { description, ...json(schema) } });

export const refusal = (description: string) => ({
  description,
  ...json({ $ref: '#/components/schemas/Refusal' }),
});

export const failure = (description: string) => ({
  description,
  ...json({ $ref: '#/components/schemas/Failure' }),
});

export const denied = {
  '401': failure('No key, or a wrong one'),
  '403': failure('Another host, or another page’s origin'),
};

export const get = (summary: string, description: string, schema: object) => ({
  get: { summary, responses: { ...reply(description, schema), ...denied } },
});

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (name: string, of: object) => ({
  type: 'object',
  properties: { [name]: { type: 'array', items: of } },
  required: [name],
});

/** Views of one fact. What it was called before an undo took it away can still be asked for. */
export const ofFact = (summary: string, description: string, schema: object, what = 'fact') => {
  const { get: operation } = get(summary, description, schema);
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: `Id of the ${what}`,
    schema: { type: 'string' },
  };
  const unknown = { '404': failure(`There is no such ${what}`) };
  return { get: { ...operation, parameters: [id], responses: { ...operation.responses, ...unknown } } };
};

export const anyObject = { type: 'object', additionalProperties: true };

export const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
export const inQuery = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
});
export const post = (summary: string, description: string, schema: object, more: object = {}) => ({
  post: {
    summary,
    ...more,
    responses: { ...reply(description, schema), ...denied, '409': failure('Not now') },
  },
});

/** An operation on one thing, by its id. */
export const withId = (operations: Record<string, object>) =>
  Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => [
      method,
      { parameters: [inPath('id')], ...operation },
    ]),
  );

export const fields = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

export const importing = (summary: string, more: object) => {
  const imported = fields({ id: { type: 'string' }, hash: { type: 'string' }, name: { type: 'string' } });
  const { post: operation } = post(
    summary,
    'What was imported, and what could not be',
    {
      ...listOf('imported', imported),
      properties: {
        imported: { type: 'array', items: imported },
        problems: { type: 'array', items: { type: 'string' } },
      },
    },
    more,
  );
  const unfit = {
    '413': failure('Too large'),
    '422': failure('Unsafe, broken, or no package that can be offered'),
  };
  return { post: { ...operation, responses: { ...operation.responses, ...unfit } } };
};
