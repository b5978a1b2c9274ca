/** What each kind of page may do: its Content-Security-Policy. Ports are the one that is really bound. */
import { extname } from 'node:path';
import { LOOPBACK_NAMES, type HostKind } from './guard.ts';

const base = "default-src 'none'; base-uri 'none'; form-action 'none'";
const common = `${base}; script-src 'self'`;

/** The desk and the workbench frame monitors, and graphics for the fit check, previews and trying out. */
export const deskPolicy = (port: number): string =>
  `${common}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self'; font-src 'self' data:; connect-src 'self'; frame-src 'self' http://*.localhost:${port}; frame-ancestors 'none'`;

export const stagePolicy = (port: number): string =>
  `${common}; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; frame-src 'self' http://*.localhost:${port}; frame-ancestors 'self'`;

/**
 * A graphic gets its own package and no network, unless a person has let this version use it (hosting rule 10). Its
 * scripts come from its package even then: what runs on air is what was looked at.
 */
function graphicPolicy(network: boolean, scripts: string, ancestors: string): string {
  const out = network ? ' https: http:' : '';
  const data = `'self' data: blob:${out}`;
  const connect = network ? `${data} wss: ws:` : data;
  return `${base}; script-src 'self'${scripts} 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'${out}; img-src ${data}; font-src ${data}; media-src ${data}; connect-src ${connect}; frame-src 'self'; worker-src 'self' blob:; frame-ancestors ${ancestors}`;
}

/** The station's pages that may hold a frame, on this machine and on others. IPv6 addresses are no word of a policy. */
const stationOrigins = (port: number, names: readonly string[]): string =>
  names
    .filter((name) => !name.startsWith('['))
    .map((name) => `http://${name}:${port}`)
    .join(' ');

/**
 * Under the station's own name a page would have the stage's origin, and with it the key in the stage's address: a
 * graphic that leads its frame there gets a page without any origin.
 */
const withoutOrigin = (host: HostKind | null): string => (host === 'frame' ? '' : '; sandbox allow-scripts');

/**
 * @param network a person let this version use the network
 * @param names the station's
 */
export const framePolicy = (
  port: number,
  host: HostKind | null,
  network: boolean,
  names: readonly string[] = LOOPBACK_NAMES,
): string => `${graphicPolicy(network, '', stationOrigins(port, names))}${withoutOrigin(host)}`;

/**
 * For every file of a package: pages in frames of its own, and workers, have no policy but the one they come with.
 * @param name the file's, by whose ending it is known for a page
 */
export function packagePolicy(
  port: number,
  host: HostKind | null,
  network: boolean,
  name: string,
  names: readonly string[] = LOOPBACK_NAMES,
): string {
  const ending = extname(name).toLowerCase();
  const isPage = ending === '.html' || ending === '.htm';
  const ancestors = `'self' http://*.localhost:${port} ${stationOrigins(port, names)}`;
  const policy = graphicPolicy(network, isPage ? " 'unsafe-inline'" : '', ancestors);
  return isPage || ending === '.svg' || ending === '.xml' ? `${policy}${withoutOrigin(host)}` : policy;
}
