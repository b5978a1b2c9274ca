/**
 * How the night of 2008 is meant to run, by cue number: planned times, tags, what is passed over or waited for, a look
 * (the party vote with the ticker under it) and a pair of straps of which the second comes by itself.
 */
const PLAN = {
  400: { planned: '21:29' },
  10: { planned: '21:30', colour: 'blue' },
  20: { planned: '21:31', plannedMs: 10_000 },
  40: { planned: '21:35', plannedMs: 8000, colour: 'blue' },
  70: { plannedMs: 8000, advanceMs: 8000 },
  80: { plannedMs: 8000 },
  90: { hold: true },
  105: { skip: true, colour: 'grey' },
  110: { planned: '21:45', plannedMs: 12_000, colour: 'red' },
  120: { colour: 'red' },
  140: { colour: 'red' },
  410: { planned: '22:00', plannedMs: 25_000, with: [{ number: 450 }] },
  260: { planned: '22:20', plannedMs: 15_000, colour: 'orange' },
  320: { hold: true, colour: 'yellow' },
  340: { planned: '22:40', plannedMs: 30_000, colour: 'green' },
  360: { colour: 'grey' },
  370: { colour: 'grey' },
  430: { colour: 'grey' },
};

/** @param rundown cues with ids and numbers, of which none is changed */
export function planned(rundown) {
  const idOf = new Map(rundown.map(({ number, id }) => [number, id]));
  return rundown.map((cue) => {
    const { with: company, ...plan } = PLAN[cue.number] ?? {};
    return {
      ...cue,
      ...plan,
      ...(company && { with: company.map(({ number, ...rest }) => ({ cue: idOf.get(number), ...rest })) }),
    };
  });
}
