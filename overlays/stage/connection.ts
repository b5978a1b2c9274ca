/** The line to the station: comes back by itself for ever, and never lets an unreadable message through. */
import { FromStation, type ToStation } from '../../core/protocol.ts';

export type ConnectionState = 'connecting' | 'live' | 'lost';

export interface ConnectionListener {
  /** Asked anew on every connection. */
  hello(): ToStation;
  onMessage(message: FromStation): void;
  onState(state: ConnectionState): void;
  /** For the console and `data-problem`; null when all is well again. */
  onProblem(problem: string | null): void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2000;

/** How long to wait before the next try. Pure. */
export const waitBefore = (failures: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS);

function readMessage(data: unknown): FromStation | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(String(data));
  } catch (error) {
    return { problem: `The station sent what is not JSON: ${String(error)}` };
  }
  const message = FromStation.safeParse(json);
  return message.success
    ? message.data
    : { problem: `The station sent an unknown message: ${message.error.message}` };
}

export class Connection {
  readonly #url: string;
  readonly #listener: ConnectionListener;
  #socket: WebSocket | null = null;
  #failures = 0;
  #wasLive = false;
  /** The station told why it closes: better than "connection closed". */
  #told = false;

  constructor(url: string, listener: ConnectionListener) {
    this.#url = url;
    this.#listener = listener;
  }

  open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#told = false;
    socket.onopen = () => this.send(this.#listener.hello());
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    // an error is always followed by a close
    socket.onclose = ({ code, reason }) => this.#closed(code, reason);
  }

  /** Lost when there is no connection: after the next snapshot all that matters is said again. */
  send(message: ToStation): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #receive(data: unknown): void {
    const message = readMessage(data);
    if ('problem' in message) {
      this.#listener.onProblem(message.problem);
      return;
    }
    if (message.type === 'bye') {
      this.#told = true;
      this.#listener.onProblem(`${message.code}: ${message.detail}`);
      return;
    }
    if (message.type === 'snapshot') {
      this.#failures = 0;
      this.#wasLive = true;
      this.#listener.onProblem(null);
      this.#listener.onState('live');
    }
    this.#listener.onMessage(message);
  }

  #closed(code: number, reason: string): void {
    this.#socket = null;
    this.#failures += 1;
    if (!this.#told)
      this.#listener.onProblem(`The connection was closed (${code} ${reason}).`.replace(' )', ')'));
    this.#listener.onState(this.#wasLive ? 'lost' : 'connecting');
    setTimeout(() => this.open(), waitBefore(this.#failures));
  }
}
