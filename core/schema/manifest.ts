/**
 * The manifest of an OGraf graphic (EBU OGraf Graphics v1) and what Tallydesk keeps of a package.
 * Unknown `v_*` fields are allowed anywhere, as the standard says.
 */
import { z } from 'zod';
import { GraphicId } from '../ids.ts';
import { JsonObject } from '../json.ts';

export const OGRAF_SCHEMA = 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json';

/** An object of the standard: closed, but for vendors' own `v_*` fields, which anyone may add anywhere. */
const closed = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .object(shape)
    .catchall(z.unknown())
    .superRefine((value, ctx) => {
      for (const key of Object.keys(value)) {
        if (!Object.hasOwn(shape, key) && !key.startsWith('v_'))
          ctx.addIssue(`unknown field "${key}" (vendor fields begin with "v_")`);
      }
    });

/** A path that stays in the package, however it is read. */
const pathInside = z
  .string()
  .min(1)
  .refine((path) => !path.split(/[\\/]/).includes('..') && !/^[\\/]|^[a-z]+:/i.test(path), {
    message: 'must be a path inside the package',
  });

/** What a place to render must have; `ideal` is a wish and never fails. */
const numberNeed = closed({
  min: z.number().optional(),
  max: z.number().optional(),
  exact: z.number().optional(),
  ideal: z.number().optional(),
});
const booleanNeed = closed({ exact: z.boolean().optional(), ideal: z.boolean().optional() });

const requirement = closed({
  resolution: closed({ width: numberNeed.optional(), height: numberNeed.optional() }).optional(),
  frameRate: numberNeed.optional(),
  accessToPublicInternet: booleanNeed.optional(),
  /** Engines by name, with versions: the standard leaves their words open. */
  engine: z.array(z.looseObject({})).optional(),
});

const customAction = closed({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string().optional(),
  /** The model of its payload; null or absent where it takes none. */
  schema: JsonObject.nullable().optional(),
});

const actionDuration = closed({
  type: z.enum(['playAction', 'updateAction', 'stopAction', 'customAction']),
  /** Milliseconds; -1 where unknown. */
  duration: z.number().min(-1),
  /** The steps it holds for, 0-based. */
  steps: z.array(z.int().min(0)).optional(),
  customActionId: z.string().optional(),
});

const FIELDS = {
  $schema: z.literal(OGRAF_SCHEMA),
  id: GraphicId,
  name: z.string().min(1),
  main: pathInside,
  supportsRealTime: z.boolean(),
  supportsNonRealTime: z.boolean(),
  version: z.string().optional(),
  description: z.string().optional(),
  author: closed({ name: z.string(), email: z.string().optional(), url: z.string().optional() }).optional(),
  customActions: z
    .array(customAction)
    .superRefine((actions, ctx) => {
      actions.forEach(({ id }, index) => {
        if (actions.findIndex((one) => one.id === id) < index)
          ctx.addIssue({ code: 'custom', path: [index, 'id'], message: `“${id}” is there twice` });
      });
    })
    .optional(),
  stepCount: z.int().min(-1).default(1),
  schema: JsonObject.optional(),
  renderRequirements: z.array(requirement).optional(),
  thumbnails: z
    .array(
      closed({
        file: pathInside,
        resolution: closed({ width: z.number().min(0), height: z.number().min(0) }).optional(),
      }),
    )
    .optional(),
  actionDurations: z.array(actionDuration).optional(),
};

export const Manifest = closed(FIELDS);
export type Manifest = z.infer<typeof Manifest>;

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
  /** Addresses outside that this version asked for since the station started, and was refused. */
  asked: z.array(z.string()).default([]),
  /** What is wrong with it that does not keep it from air. */
  warnings: z.array(z.string()).default([]),
  /** All versions installed, the newest first; the one in use is among them. */
  versions: z.array(GraphicVersion).default([]),
  /** True where a person chose a version: a newer one is not taken by itself. */
  pinned: z.boolean().default(false),
});
export type Graphic = z.infer<typeof Graphic>;
