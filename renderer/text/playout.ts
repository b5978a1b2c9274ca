/** The words of playout: recall by number, what comes by itself, what went wrong. A part of text.ts. */
export const playout = {
  forgotten: (digits: string) => `${digits} was not recalled: nothing was typed for 8 seconds.`,
  noCue: (digits: string) => `No cue ${digits}`,
  typing: (digits: string) => `Recall ${digits}`,
  recallHint: 'Enter recalls · ⌫ erases · Esc empties',
  nothingChanged: 'Nothing on air has changed since it was taken.',
  due: {
    region: 'Comes by itself',
    none: 'Nothing comes by itself',
    /** Before a cue and how long it still takes. */
    next: 'Next by itself',
    in: (time: string) => `in ${time}`,
    more: (n: number) => `and ${n} more`,
    callOff: 'Call off',
    callOffLong: (n: number) => `Call off what comes by itself: ${n === 1 ? '1 take' : `${n} takes`}`,
    missed: (detail: string) => detail,
  },
  tools: 'More playout',
  swap: 'what is on preview for what is on air',
  retake: 'the last taken, with its entrance',
  lastOut: 'back to preview',
  nothingYet: 'nothing yet',
  taken: (who: string, cue: string) => `Last taken by ${who}: ${cue}`,
  /** A layer whose outputs have not said that they did what they were told, for so long. */
  unanswered: { coming: 'No answer: not seen yet', going: 'No answer: may still be seen' },
  unansweredLong: (seconds: number) =>
    `Told ${seconds} s ago, and no output has said that it is done. Look at the output itself; Panic drops it.`,
};
