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

/** A package as the station offers it. Its files are served under `/graphics/<id>/<hash>/`. */
export interface Graphic {
  id: GraphicId;
  name: string;
  description: string;
  version: string;
  /** Of every file in the package, so that an address never changes its meaning. */
  hash: string;
  main: string;
  stepCount: number;
  /** The data model (GDD); an empty object schema where the manifest has none. */
  schema: JsonObject;
  thumbnail: string | null;
  /** Milliseconds the graphic says it needs to leave; null where it does not say. */
  stopMs: number | null;
}
