import type { Icon as TablerIcon } from '@tabler/icons-react'

/** An icon of the one family we use (Tabler, MIT): 16 px, 1.5 px stroke, hidden from screen readers. */
export type Icon = TablerIcon
export const iconProps = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
export const smallIconProps = { size: 14, stroke: 1.5, 'aria-hidden': true } as const
