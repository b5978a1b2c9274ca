/** The facts desk: all facts of the show in a table, one of them in full beside it. */
export function FactsDesk() {
  return <main />;
}
