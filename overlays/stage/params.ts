/** What the stage page's address asks for. Pure: an address in, a description or a reason why not out. */
import { OutputId } from '../../core/ids.ts';
import { ChannelId } from '../../core/layers.ts';
import { groundOf } from '../../core/outputs/ground.ts';
import { StageKind } from '../../core/protocol.ts';

export type Isolation = 'full' | 'reduced';

export interface StageParams {
  channel: ChannelId;
  key: string;
  kind: StageKind;
  /** For the outputs panel. */
  name: string;
  /** A CSS colour: the ground until the station says how the output looks, and for good where it is none's. */
  background: string;
  /**
   * `full`: names under `localhost` are this station, so each graphic can have an origin of its own. The address may
   * ask for `reduced`, for a browser that does not know such names.
   */
  isolation: Isolation;
  /** The output of the show that this page is. */
  output: OutputId | null;
  /** The desktop app's number for this window. */
  window: number | null;
  /** It replaces a window whose picture is whole. */
  patient: boolean;
  /** On which side of the fill the key's display stands. */
  keySide: 'left' | 'right';
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Reads `/output/<channel>?key=…`. The `problem` is for the console: the page itself never shows text. */
export function readParams(address: URL): StageParams | { problem: string } {
  const channel = ChannelId.safeParse(address.pathname.split('/')[2]);
  if (!channel.success) return { problem: `There is no channel at ${address.pathname}.` };
  const query = address.searchParams;
  const key = query.get('key');
  if (!key) return { problem: 'The address has no key: copy it again from the outputs panel.' };
  const kind = StageKind.safeParse(query.get('kind'));
  const window = Number.parseInt(query.get('window') ?? '', 10);
  return {
    channel: channel.data,
    key,
    kind: kind.success ? kind.data : 'output',
    name: (query.get('name') ?? '').slice(0, 80),
    background: groundOf(query.get('background')),
    isolation: LOOPBACK.has(address.hostname) && query.get('isolation') !== 'reduced' ? 'full' : 'reduced',
    output: OutputId.safeParse(query.get('output')).data ?? null,
    window: Number.isNaN(window) ? null : window,
    patient: query.get('patient') === '1',
    keySide: query.get('key-side') === 'left' ? 'left' : 'right',
  };
}
