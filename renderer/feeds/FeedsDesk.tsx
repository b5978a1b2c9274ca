/** The feeds: where figures come from by themselves, and what they propose. */
export function FeedsDesk() {
  return <main />;
}
