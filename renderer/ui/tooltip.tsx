import { Tooltip as LibraryTooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import { Kbd } from './kbd.tsx'
import styles from './overlays.module.css'

type TooltipProps = {
  label: string
  keys?: string
  children: ReactElement
  position?: 'top' | 'bottom' | 'left' | 'right'
}

/** Says the name of an icon and its key, on hover and on keyboard focus. */
export function Tooltip({ label, keys, children, position = 'bottom' }: TooltipProps) {
  return (
    <LibraryTooltip
      label={
        <span className={styles.tooltip}>
          {label}
          {keys && <Kbd keys={keys} />}
        </span>
      }
      position={position}
      openDelay={350}
      transitionProps={{ transition: 'fade', duration: 100 }}
      events={{ hover: true, focus: true, touch: false }}
      classNames={{ tooltip: styles.tooltipBox }}
      withinPortal
    >
      {children}
    </LibraryTooltip>
  )
}
