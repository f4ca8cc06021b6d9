import { PasswordInput } from '@mantine/core'
import { IconAlertTriangle, IconEye, IconEyeOff } from '@tabler/icons-react'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { ui } from '../../shared/strings/id/ui.ts'
import { classNames } from './class-names.ts'
import { type FieldProps, fieldParts } from './field.tsx'
import styles from './fields.module.css'
import { iconProps, smallIconProps } from './icon.ts'

export type PassphraseFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** 'current' for signing in, 'new' when one is being chosen. */
  kind: 'current' | 'new'
  /** Cannot be shown: others look at the same screen. */
  concealed?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A passphrase: can be shown on demand, and says when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { value, onChange, onBlur, kind, concealed, ref } = props
  const [capsLock, setCapsLock] = useState(false)
  const [visible, setVisible] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const parts = fieldParts(props)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches the state of Caps Lock
    <div onKeyDown={watch} onKeyUp={watch}>
      <PasswordInput
        {...parts}
        classNames={{ ...parts.classNames, innerInput: styles.inner, input: classNames(styles.input) }}
        ref={ref}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        visible={visible && !concealed}
        onVisibilityChange={setVisible}
        visibilityToggleIcon={({ reveal }) =>
          reveal ? <IconEyeOff {...iconProps} /> : <IconEye {...iconProps} />
        }
        visibilityToggleButtonProps={{
          'aria-label': visible ? ui.hidePassphrase : ui.showPassphrase,
          tabIndex: 0,
          'aria-hidden': false,
          ...(concealed && { style: { display: 'none' } }),
        }}
        autoComplete={kind === 'current' ? 'current-password' : 'new-password'}
        spellCheck={false}
      />
      <div role="status">
        {capsLock && (
          <span className={styles.capsLock}>
            <IconAlertTriangle {...smallIconProps} />
            {ui.capsLock}
          </span>
        )}
      </div>
    </div>
  )
}
