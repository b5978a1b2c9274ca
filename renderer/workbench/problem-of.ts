/** Which of the packages that are not offered is this template's. Pure. */

/**
 * The station names the files of a broken package, and it has no id that could be read: its folder or its manifest must
 * have the template's name, and all of it, or the trouble of `quote-card-2` would stand at `quote-card`.
 */
export const isProblemOf = (problem: string, id: string): boolean => {
  const [path = ''] = problem.replaceAll('\\', '/').split(': ');
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const folder = last.endsWith('.json') ? parts.at(-2) : last;
  return folder === id || last === `${id}.ograf.json`;
};
