/**
 * The manifest of an OGraf graphic (EBU OGraf Graphics v1) and what Tallydesk keeps of a package.
 * Unknown `v_*` fields are allowed anywhere, as the standard says.
 */
import { z } from 'zod';
import { GraphicId } from '../ids.ts';
import { JsonObject } from '../json.ts';

export const OGRAF_SCHEMA = 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json';

const durations = z.array(
  z.looseObject({
    type: z.enum(['playAction', 'updateAction', 'stopAction', 'customAction']),
    /** Milliseconds; -1 where unknown. */
    duration: z.number().min(-1),
  }),
);

export const Manifest = z
  .object({
    $schema: z.literal(OGRAF_SCHEMA),
    id: GraphicId,
    name: z.string().min(1),
    main: z
      .string()
      .min(1)
      .refine((path) => !path.split(/[\\/]/).includes('..') && !/^[\\/]|^[a-z]+:/i.test(path), {
        message: 'must be a path inside the package',
      }),
    supportsRealTime: z.boolean(),
    supportsNonRealTime: z.boolean(),
    version: z.string().optional(),
    description: z.string().optional(),
    author: z
      .looseObject({ name: z.string(), email: z.string().optional(), url: z.string().optional() })
      .optional(),
    customActions: z
      .array(z.looseObject({ id: z.string(), name: z.string(), description: z.string().optional() }))
      .optional(),
    stepCount: z.int().min(-1).default(1),
    schema: JsonObject.optional(),
    renderRequirements: z.array(z.looseObject({})).optional(),
    thumbnails: z.array(z.looseObject({ file: z.string() })).optional(),
    actionDurations: durations.optional(),
  })
  .catchall(z.unknown())
  .superRefine((manifest, ctx) => {
    for (const key of Object.keys(manifest)) {
      if (!(key in KNOWN) && !key.startsWith('v_'))
        ctx.addIssue(`unknown field "${key}" (vendor fields begin with "v_")`);
    }
  });
export type Manifest = z.infer<typeof Manifest>;

const KNOWN: Record<string, true> = {
  $schema: true,
  id: true,
  name: true,
  main: true,
  supportsRealTime: true,
  supportsNonRealTime: true,
  version: true,
  description: true,
  author: true,
  customActions: true,
  stepCount: true,
  schema: true,
  renderRequirements: true,
  thumbnails: true,
  actionDurations: true,
};

/** A custom action that the graphic offers; `schema` is the model of its payload (GDD), null where it takes none. */
export const CustomAction = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  schema: JsonObject.nullable(),
});
export type CustomAction = z.infer<typeof CustomAction>;

/** What the graphic says that its movements take. */
export const ActionDuration = z.object({
  type: z.enum(['playAction', 'updateAction', 'stopAction', 'customAction']),
  /** Milliseconds; -1 where unknown. A hint: nothing waits for it. */
  duration: z.number(),
  /** The steps it holds for; null for all. */
  steps: z.array(z.int()).nullable(),
  customActionId: z.string().nullable(),
});
export type ActionDuration = z.infer<typeof ActionDuration>;

/** One version of a package that is installed beside the one in use. */
export const GraphicVersion = z.object({
  hash: z.string(),
  version: z.string(),
  /** Epoch ms of its newest file. */
  at: z.number(),
  source: z.enum(['shipped', 'folder', 'imported']),
});
export type GraphicVersion = z.infer<typeof GraphicVersion>;

/** A package as the station offers it. Its files are served under `/graphics/<id>/<hash>/`. */
export const Graphic = z.object({
  id: GraphicId,
  name: z.string(),
  description: z.string(),
  version: z.string(),
  /** Of every file in the package, so that an address never changes its meaning. */
  hash: z.string(),
  main: z.string(),
  /** -1: known only to the graphic itself. */
  stepCount: z.int(),
  /** The data model (GDD); an empty object schema where the manifest has none. */
  schema: JsonObject,
  /** A file of the package, or null: then the station draws one where it can (`GET /graphics/:id/thumbnail`). */
  thumbnail: z.string().nullable(),
  /** Milliseconds the graphic says it needs to leave; null where it does not say. */
  stopMs: z.number().nullable(),
  author: z.string().default(''),
  customActions: z.array(CustomAction).default([]),
  durations: z.array(ActionDuration).default([]),
  supportsNonRealTime: z.boolean().default(false),
  /** As in the manifest: alternatives, one of which must be met. */
  renderRequirements: z.array(JsonObject).default([]),
  /** Names of the sample data in the package: `fixtures/<name>.json`, or `fixtures/<id>/<name>.json` of several. */
  fixtures: z.array(z.object({ name: z.string(), file: z.string() })).default([]),
  source: GraphicVersion.shape.source.default('shipped'),
  /** True where a person on this station let it use the network. */
  network: z.boolean().default(false),
  /** What is wrong with it that does not keep it from air. */
  warnings: z.array(z.string()).default([]),
  /** All versions installed, the newest first; the one in use is among them. */
  versions: z.array(GraphicVersion).default([]),
  /** True where a person chose a version: a newer one is not taken by itself. */
  pinned: z.boolean().default(false),
});
export type Graphic = z.infer<typeof Graphic>;
