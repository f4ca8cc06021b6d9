import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { type Icon, iconProps } from './icon.ts'
import { Kbd } from './kbd.tsx'

export type ButtonProps = {
  children: ReactNode
  /** One primary per screen; 'link' is a quiet word inside a sentence. */
  variant?: 'default' | 'primary' | 'quiet' | 'link'
  /** 28, 36 for the primary in a pane foot, 40 on the lock screen, 44 in plenary. */
  size?: 'normal' | 'large' | 'huge' | 'plenary'
  icon?: Icon
  /** Key shown on the button, 'Ctrl Enter'. The key itself is handled by the page. */
  keys?: string
  /** Why it cannot act now. The button stays reachable, does nothing, and the reason stands beside it. */
  disabledReason?: string | null
  /** Off without a reason of its own, for example while the form is being sent. */
  pending?: boolean
  /** Takes the whole width; the reason then stands above. */
  fill?: boolean
  type?: 'button' | 'submit'
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
} & Pick<
  ComponentProps<'button'>,
  'form' | 'title' | 'id' | 'autoFocus' | 'ref' | 'aria-label' | 'aria-expanded'
>

/** A button that, when it cannot act, says why. */
export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'default',
    size = 'normal',
    icon: Icon,
    keys,
    disabledReason,
    pending,
    fill,
    onClick,
    type = 'button',
    ...rest
  } = props
  const reasonId = useId()
  const off = Boolean(disabledReason) || pending
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <button
      type={type}
      className={classNames(styles.button, styles[variant], styles[size], fill && styles.fill)}
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabledReason ? reasonId : undefined}
      aria-keyshortcuts={keys?.replaceAll('Ctrl', 'Control').replaceAll(' ', '+')}
      onClick={press}
      data-autofocus={rest.autoFocus || undefined}
      {...rest}
    >
      {Icon && <Icon {...iconProps} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span className={classNames(styles.withReason, fill && styles.fill)}>
      {button}
      <span id={reasonId} className={styles.reason}>
        {disabledReason}
      </span>
    </span>
  )
}
