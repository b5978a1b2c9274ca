/** What passes between the stage and a frame beside the calls and answers of `core/protocol.ts`. No code: the frame
 *  page must stay small. */
import type { FrameCall } from '../../core/protocol.ts';

/** The one message by `postMessage`: it carries the port over which all else goes. */
export type PortMessage = 'tallydesk:port';

/** What a frame says of its own accord. */
export type FrameEvent =
  /** A call has arrived: the frame is alive, however long the graphic takes. */
  | { event: 'received'; id: number }
  /** Something went wrong in the graphic outside any call. */
  | { event: 'error'; detail: string }
  /** It asked for an address that its policy does not let it have. */
  | { event: 'refused'; address: string };

/** Answered when nothing of the graphic is to be seen any more: for one that leaves by itself. */
interface WatchCall {
  call: 'watch';
  id: number;
}

/** Answered when what it was last told is in its picture: for whoever photographs it. */
interface DrawnCall {
  call: 'drawn';
  id: number;
}

/** Answered at once by a frame that is alive. */
interface PingCall {
  call: 'ping';
  id: number;
}

export type StageCall = FrameCall | WatchCall | DrawnCall | PingCall;

type WithoutId<Call> = Call extends unknown ? Omit<Call, 'id'> : never;
export type FrameRequest = WithoutId<StageCall>;
