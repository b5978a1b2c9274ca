/** An expected "no" about shows, as an answer over HTTP. Anything else is a bug, and goes on being thrown. */
import type { Context } from 'hono';
import { StartError, systemCode } from '../errors.ts';
import { ShowsError } from './shows-error.ts';

export async function answering(c: Context, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ShowsError) {
      return c.json({ ok: false, code: error.code, detail: error.message }, error.status);
    }
    if (systemCode(error) === 'ENOSPC') {
      return c.json({ ok: false, code: 'disk_full', detail: 'The disk is full: nothing was written.' }, 507);
    }
    if (error instanceof StartError) {
      return c.json({ ok: false, code: 'show_broken', detail: error.message }, 422);
    }
    throw error;
  }
}
