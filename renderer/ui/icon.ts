import type { Icon as TablerIcon } from '@tabler/icons-react'

/**
 * An icon of the one family we use (Tabler, MIT), hidden from screen readers. Tabler draws on 24 units, so
 * stroke 2 is a line of 1.3 px at 16 px: what the tokens ask for, without closing small counters.
 */
export type Icon = TablerIcon
export const iconProps = { size: 16, stroke: 2, 'aria-hidden': true } as const
export const smallIconProps = { size: 14, stroke: 2, 'aria-hidden': true } as const
