/** How a graphic's call went, in the standard's terms: what it answered, or what it threw. */

export interface Status {
  statusCode: number;
  statusMessage?: string;
  /** As the graphic says: null where it says that it has left; nothing where it does not say. */
  currentStep?: number | null | undefined;
  /** Of a custom action; `v_fit` of any. Only what can be cloned to another page. */
  result?: unknown;
}

/**
 * Null alone says "has left". Many answer with `undefined`, or with text, in the middle of their run: what is to be seen
 * of them says whether they have left, for a wrong "off" would take a picture from the air.
 */
const isStep = (step: unknown): step is number | null => step === null || Number.isFinite(step);

/** Reads a graphic's answer: none at all counts as success. */
export function statusOf(answer: unknown): Status {
  if (typeof answer !== 'object' || answer === null) return { statusCode: 200 };
  const { statusCode, statusMessage, currentStep, result } = answer as Record<string, unknown>;
  return {
    statusCode: typeof statusCode === 'number' ? statusCode : 200,
    ...(typeof statusMessage === 'string' ? { statusMessage } : {}),
    ...(isStep(currentStep) ? { currentStep } : {}),
    ...(result === undefined ? {} : { result: plain(result) }),
  };
}

/** As JSON has it: a function or an element cannot cross to another page, and would lose the whole answer. */
function plain(value: unknown): unknown {
  try {
    const json = JSON.stringify(value);
    return json === undefined ? null : (JSON.parse(json) as unknown);
  } catch {
    // a cycle, or a getter that throws: nothing that could be shown
    return null;
  }
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
