/** Asks the station for a night and tells it what to do with it. Refusals go where all refusals go: the status line. */
import { z } from 'zod';
import { NightOffer, type NightChange, type NightStart } from '../../core/schema/night.ts';
import type { Desk } from '../client/desk.ts';
import { askStation } from '../client/rest.ts';
import { savedUser } from '../client/seat.ts';

export const Offers = z.object({ nights: z.array(NightOffer) });

const Done = z.object({ ok: z.literal(true) });

async function tell(desk: Desk, method: 'POST' | 'PATCH' | 'DELETE', body?: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-tallydesk-user': savedUser() };
  const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const answer = await askStation(desk, '/rehearsal/night', Done, init);
  if (!answer.ok) desk.say(answer.code, answer.detail);
}

export const playNight = (desk: Desk, start: z.input<typeof NightStart>): Promise<void> =>
  tell(desk, 'POST', start);
export const changeNight = (desk: Desk, change: NightChange): Promise<void> => tell(desk, 'PATCH', change);
export const stopNight = (desk: Desk): Promise<void> => tell(desk, 'DELETE');
