/** Finds a Chromium, Chrome or Edge on this machine. Where they usually are stands in browsers.json. */
import { existsSync } from 'node:fs';
import candidates from './browsers.json' with { type: 'json' };

const PLACES = new Map<string, readonly string[]>(Object.entries(candidates));

export interface Machine {
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
}

const HERE: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/** @returns its path, or null. `CHROME_PATH` goes before all others. */
export function findBrowser({ platform, env, exists }: Machine = HERE): string | null {
  const places = (PLACES.get(platform) ?? []).flatMap((place) => {
    const [, variable = '', rest = ''] = /^%(.+?)%(.*)$/.exec(place) ?? [];
    if (variable === '') return [place];
    const folder = env[variable];
    return folder ? [folder + rest] : [];
  });
  const { CHROME_PATH } = env;
  return [...(CHROME_PATH ? [CHROME_PATH] : []), ...places].find(exists) ?? null;
}
