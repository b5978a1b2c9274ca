/** The check page's report, as a test reads it. */
import { z } from 'zod';
import { Finding } from '../../core/graphics-check/finding.ts';

export const LiveReport = z.object({ findings: z.array(Finding) });
