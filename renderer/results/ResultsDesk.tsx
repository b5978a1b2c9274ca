/** The results of a feed or a stored election, reckoned: House, majority, who could govern. */
export function ResultsDesk() {
  return <main />;
}
