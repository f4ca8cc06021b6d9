/** One key or a chord: 'Ctrl Enter' shows as one cap, as on the mock-ups. Screen readers skip it. */
export function Kbd({ keys }: { keys: string }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd element never takes the focus
  return <kbd aria-hidden="true">{keys}</kbd>
}
