/** Where the page for pictures starts. Its schemas come after: zod would try out `eval`, which the policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });
const { startRender } = await import('./render.ts');
startRender();
