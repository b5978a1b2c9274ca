/** When a version was saved, to the second, in the show's zone. Pure. */
export const versionTime = (at: number, timeZone: string): string =>
  new Date(at).toLocaleString('en-NZ', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
