/** "1 fact", "2,000 facts". */
export const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-NZ')} ${n === 1 ? one : many}`;
