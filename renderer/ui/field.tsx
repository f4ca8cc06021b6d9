import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import styles from './fields.module.css'
import { smallIconProps } from './icon.ts'

/** What every field of the kit takes. */
export type FieldProps = {
  label: string
  /** Keeps the label for screen readers only (inside tables and bars). */
  hideLabel?: boolean
  /** One line under the label. */
  hint?: ReactNode
  /** Shows the word "wajib". */
  required?: boolean
  /** The sentence under the field. */
  error?: string | null
  disabled?: boolean
  readOnly?: boolean
  /** 40 px on the lock screen. */
  large?: boolean
  id?: string
  autoFocus?: boolean
  name?: string
}

/** The class names and texts that a field of the library gets from ours. */
export function fieldParts({
  label,
  hideLabel,
  hint,
  required,
  error,
  disabled,
  readOnly,
  large,
  id,
  autoFocus,
  name,
}: FieldProps) {
  return {
    id,
    name,
    disabled,
    readOnly,
    required,
    withAsterisk: false,
    size: 'xs' as const,
    label: (
      <>
        <span>{label}</span>
        {required && <span className={styles.required}>{common.required}</span>}
      </>
    ),
    description: hint,
    error: error ? <FieldError text={error} /> : undefined,
    className: large ? styles.large : undefined,
    // Mantine's own data-autofocus also works inside a dialog's focus trap.
    autoFocus,
    ...(autoFocus && { 'data-autofocus': true }),
    classNames: {
      root: styles.root,
      label: hideLabel ? styles.hiddenLabel : styles.label,
      description: styles.description,
      error: styles.error,
      wrapper: styles.wrapper,
      input: styles.input,
      section: styles.section,
    },
  }
}

/** The line under a refused field, with its icon. */
export function FieldError({ text }: { text: string }) {
  return (
    <>
      <IconAlertCircle {...smallIconProps} style={{ flex: 'none', marginTop: 1 }} />
      <span>{text}</span>
    </>
  )
}
