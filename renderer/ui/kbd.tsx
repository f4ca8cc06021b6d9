/** One key or a chord: 'Ctrl Enter' shows as one cap, as on the mock-ups. Screen readers skip it. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>
}
