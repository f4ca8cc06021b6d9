import { Popover as LibraryPopover } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

type PopoverProps = {
  /** The button that opens it. */
  target: ReactElement
  /** Read aloud: what it explains. */
  label: string
  children: ReactNode
  width?: number
}

/** A small explanation on demand beside its button; Escape closes it. */
export function Popover({ target, label, children, width = 360 }: PopoverProps) {
  return (
    <LibraryPopover
      width={width}
      position="bottom-start"
      offset={4}
      trapFocus
      returnFocus
      transitionProps={{ transition: 'fade', duration: 100 }}
    >
      <LibraryPopover.Target>{target}</LibraryPopover.Target>
      <LibraryPopover.Dropdown
        aria-label={label}
        tabIndex={0}
        data-autofocus
        style={{
          background: 'var(--bg-raised)',
          border: '1px solid var(--line-strong)',
          boxShadow: 'var(--e-2)',
          padding: '10px 12px',
        }}
      >
        {children}
      </LibraryPopover.Dropdown>
    </LibraryPopover>
  )
}
