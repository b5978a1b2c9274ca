/** How a graphic's call went, in the standard's terms: what it answered, or what it threw. */

export interface Status {
  statusCode: number;
  statusMessage?: string;
}

/** Reads a graphic's answer: none at all counts as success. */
export function statusOf(answer: unknown): Status {
  if (typeof answer !== 'object' || answer === null) return { statusCode: 200 };
  const { statusCode, statusMessage } = answer as { statusCode?: unknown; statusMessage?: unknown };
  return {
    statusCode: typeof statusCode === 'number' ? statusCode : 200,
    ...(typeof statusMessage === 'string' ? { statusMessage } : {}),
  };
}

export const failure = (error: unknown): Status => ({
  statusCode: 500,
  statusMessage: error instanceof Error ? error.message : String(error),
});

/** Runs a call of the graphic. Whatever it does wrong comes back as a status. */
export async function answerOf(call: () => unknown): Promise<Status> {
  try {
    return statusOf(await call());
  } catch (error) {
    return failure(error);
  }
}
