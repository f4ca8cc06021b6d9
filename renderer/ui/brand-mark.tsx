/** The drawn mark of the program: an A that is also a pair of compasses. */
export function BrandMark({ size = 18, stroke = 1.6 }: { size?: number; stroke?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M2.5 15.5 9 2.5l6.5 13M5 10.5h8" />
    </svg>
  )
}
