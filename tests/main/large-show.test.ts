/** A desk of a show whose snapshot is larger than any backlog that is put up with stays connected. */
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { Session } from '../../main/sockets/session.ts';

/** A socket that has not yet passed on anything it was given. */
class SlowSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  ended = false;

  send(text: string): void {
    this.bufferedAmount += text.length;
  }

  terminate(): void {
    this.ended = true;
  }
}

const MB = 1024 * 1024;

it('cuts off a page for what has piled up, never for the size of one message', () => {
  const socket = new SlowSocket();
  const session = new Session('page-1', socket as unknown as WebSocket);
  session.sendText('s'.repeat(20 * MB));
  session.sendText('the graphics');
  session.sendText('the outputs');
  expect(socket.ended).toBe(false);
  session.sendText('p'.repeat(9 * MB));
  session.sendText('one patch too many');
  expect(socket.ended).toBe(true);
});
