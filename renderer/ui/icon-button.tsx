import type { ComponentProps, MouseEvent } from 'react'
import styles from './button.module.css'
import { type Icon, iconProps } from './icon.ts'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = {
  icon: Icon
  /** Its name, read aloud and shown as a tooltip. */
  label: string
  keys?: string
  /** For a button that is on or off. */
  pressed?: boolean
  disabled?: boolean
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  tooltipPosition?: 'top' | 'bottom' | 'left' | 'right'
} & Pick<ComponentProps<'button'>, 'ref' | 'id' | 'aria-expanded' | 'aria-haspopup' | 'tabIndex'>

/** A button that is only an icon; it always has a name and a tooltip with its key. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, pressed, disabled, onClick, tooltipPosition, ...rest } = props
  return (
    <Tooltip label={label} keys={keys} position={tooltipPosition}>
      <button
        type="button"
        className={styles.iconButton}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        aria-keyshortcuts={keys?.replaceAll('Ctrl', 'Control').replaceAll(' ', '+')}
        onClick={event => !disabled && onClick?.(event)}
        {...rest}
      >
        <Icon {...iconProps} />
      </button>
    </Tooltip>
  )
}
