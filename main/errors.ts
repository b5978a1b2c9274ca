/** A reason not to start that the user can do something about: one line, no stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
  /** 2: the arguments are wrong. 1: something on this machine is. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Somebody else has the port. */
export class PortError extends StartError {}

/** The code of a Node system error such as `ENOENT`; null for anything else. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Why it does not start, for the user: one line. */
export function whyNot(error: unknown): { line: string; exitCode: number } {
  const expected = error instanceof StartError;
  // a disk or a network that refuses explains itself
  const plain = expected || systemCode(error) !== null;
  const line = `${plain ? '' : 'this is a bug: '}${messageOf(error)}`.replace(/\s*\n\s*/g, ' ');
  return { line, exitCode: expected ? error.exitCode : 1 };
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
