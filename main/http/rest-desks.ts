/**
 * `GET /desks` → `{desks: Seat[], right, lastTake, addresses}`: who is connected, and where other machines find this
 * station. The addresses carry keys: with the view key they are null.
 */
import type { Hono } from 'hono';
import { z } from 'zod';
import { Seat } from '../../core/protocol.ts';
import { Air } from '../../core/schema/air.ts';
import type { Store } from '../store/store.ts';
import { admittedBy, keyOf, type Keys } from './guard.ts';

/** Each begins with the one on this machine. */
export const DeskAddresses = z.object({
  desk: z.array(z.string()),
  viewer: z.array(z.string()),
  shotbox: z.array(z.string()),
});
export type DeskAddresses = z.infer<typeof DeskAddresses>;

export const DesksAnswer = z.object({
  desks: z.array(Seat),
  right: Air.shape.right,
  lastTake: Air.shape.lastTake,
  addresses: DeskAddresses.nullable(),
});

export interface RestDesksDeps {
  store: Store;
  keys: Keys;
  seats: () => Seat[];
  /** Names and addresses under which pages find the station, with the port. */
  hosts: readonly string[];
}

/** @param hosts as `192.168.1.20:4400` */
export function addressesFor(hosts: readonly string[], { key, viewKey }: Keys): DeskAddresses {
  const at = (page: string, with_: string) => hosts.map((host) => `http://${host}/${page}?key=${with_}`);
  return { desk: at('desk', key), viewer: at('desk', viewKey), shotbox: at('shotbox', key) };
}

export function desksRoutes(api: Hono, { store, keys, seats, hosts }: RestDesksDeps): void {
  api.get('/desks', (c) => {
    const admitted = admittedBy(keyOf(c.req.header('authorization'), c.req.query('key')), keys);
    const { right, lastTake } = store.state.air;
    const addresses = admitted === 'full' ? addressesFor(hosts, keys) : null;
    return c.json({ desks: seats(), right, lastTake, addresses } satisfies z.input<typeof DesksAnswer>);
  });
}
