/** What one may ask of a graphic on the bench, and how it goes over the wire to its frame. Pure. */
import type { JsonObject } from '../../core/json.ts';
import type { ScheduledAction } from '../../core/protocol.ts';
import type { FrameRequest } from '../../overlays/host/frame-protocol.ts';

export type Act =
  | { do: 'play'; step: number }
  | { do: 'update'; data: JsonObject }
  | { do: 'stop' }
  | { do: 'action'; id: string; payload: JsonObject };

export function requestOf(act: Act, skipAnimation: boolean): FrameRequest {
  switch (act.do) {
    case 'play':
      return { call: 'play', goto: act.step, skipAnimation };
    case 'update':
      return { call: 'update', data: act.data, skipAnimation };
    case 'stop':
      return { call: 'stop', skipAnimation };
    case 'action':
      return { call: 'action', action: act.id, payload: act.payload, skipAnimation };
  }
}

/** The same for a graphic that does not run in real time. @param timestamp ms from the start */
export function scheduled(act: Act, timestamp: number, skipAnimation: boolean): ScheduledAction {
  switch (act.do) {
    case 'play':
      return { timestamp, action: { type: 'playAction', params: { goto: act.step, skipAnimation } } };
    case 'update':
      return { timestamp, action: { type: 'updateAction', params: { data: act.data, skipAnimation } } };
    case 'stop':
      return { timestamp, action: { type: 'stopAction', params: { skipAnimation } } };
    case 'action': {
      const params = { id: act.id, payload: act.payload, skipAnimation };
      return { timestamp, action: { type: 'customAction', params } };
    }
  }
}
