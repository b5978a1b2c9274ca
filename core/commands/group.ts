/** Commands that a person gave as one are undone as one: they carry the same name. */
import { z } from 'zod';

export const Group = z.string().min(1).max(80);
