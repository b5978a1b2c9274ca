/** All static rules in one table. Names are never changed: people write them into their CI. */
import type { Rule } from './rule.ts';
import { FILE_RULES } from './rules-files.ts';
import { MANIFEST_RULES } from './rules-manifest.ts';
import { MODEL_RULES } from './rules-model.ts';

export const RULES: readonly Rule[] = [...FILE_RULES, ...MANIFEST_RULES, ...MODEL_RULES];
