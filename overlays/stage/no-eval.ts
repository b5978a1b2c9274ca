/** Must run before any schema is made: zod would try out `eval`, which the page's security policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });
