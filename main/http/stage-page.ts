/** The stage's page, with its ground in it from the first paint on: until its script runs it would be white. */
import { readFile } from 'node:fs/promises';
import { groundOf, NO_GROUND } from '../../core/outputs/ground.ts';
import { fileResponse } from './files.ts';

/** @param background as it stands in the address: only colours that the stage takes too are let through */
export async function stagePage(
  path: string,
  request: Request,
  headers: Record<string, string>,
  background: string | undefined,
): Promise<Response> {
  const ground = groundOf(background);
  if (ground === NO_GROUND) return fileResponse(path, request, headers);
  const page = await readFile(path, 'utf8');
  return new Response(page.replace('<html ', `<html style="background: ${ground}" `), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
