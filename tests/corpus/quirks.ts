/** The corpus: small packages written for the purpose, one for each quirk that graphics made elsewhere have. */
import type { Quirk } from './quirk.ts';
import { MANIFEST_QUIRKS } from './quirks-manifest.ts';
import { MODULE_QUIRKS } from './quirks-module.ts';

export const QUIRKS: readonly Quirk[] = [...MANIFEST_QUIRKS, ...MODULE_QUIRKS];
