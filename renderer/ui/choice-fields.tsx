import { IconLock } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import { classNames } from './class-names.ts'
import { FieldError, type FieldProps } from './field.tsx'
import styles from './fields.module.css'
import { type Icon, smallIconProps } from './icon.ts'

export type Choice<V extends string> = {
  value: V
  label: string
  hint?: string
  icon?: Icon
  /** Shows a lock; say the reason in the field's hint or beside it. */
  disabled?: boolean
}

type CheckboxProps = Pick<FieldProps, 'label' | 'disabled' | 'error' | 'id' | 'hideLabel'> & {
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: ReactNode
  indeterminate?: boolean
  /** Said after the label by screen readers, where several boxes have the same label. */
  about?: string
}

/** One yes-or-no. */
export function Checkbox({
  label,
  hideLabel,
  checked,
  onChange,
  hint,
  indeterminate = false,
  about,
  disabled,
  error,
  id,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null)
  const errorId = useId()
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <div>
      <label className={styles.choice}>
        <input
          ref={input}
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={error ? errorId : undefined}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        <span className={hideLabel ? styles.hiddenLabel : undefined}>
          {label}
          {about && <span className="visually-hidden">{` ${about}`}</span>}
          {hint && <span className={styles.choiceHint}>{hint}</span>}
        </span>
      </label>
      {error && (
        <div id={errorId} className={styles.error}>
          <FieldError text={error} />
        </div>
      )}
    </div>
  )
}

type ChoiceFieldProps<V extends string> = FieldProps & {
  /** Null when nobody has chosen yet. */
  value: V | null
  onChange: (value: V) => void
  choices: readonly Choice<V>[]
}

/** One of a few, each on its own line (or side by side with `row`). */
export function RadioGroup<V extends string>(props: ChoiceFieldProps<V> & { row?: boolean }) {
  const { value, onChange, choices, row, disabled } = props
  const name = useId()
  return (
    <ChoiceSet {...props}>
      <div className={row ? styles.choicesRow : undefined}>
        {choices.map(choice => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              disabled={disabled || choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <span className={styles.choiceHint}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </ChoiceSet>
  )
}

/** One of two to five short words in one line. */
export function SegmentedControl<V extends string>(props: ChoiceFieldProps<V> & { fill?: boolean }) {
  const { value, onChange, choices, fill, disabled } = props
  const name = useId()
  return (
    <ChoiceSet {...props}>
      <div className={classNames(styles.segments, fill && styles.fill)}>
        {choices.map(choice => {
          const Icon = choice.disabled ? IconLock : choice.icon
          return (
            <label key={choice.value} title={choice.hint}>
              <input
                type="radio"
                name={name}
                checked={choice.value === value}
                disabled={disabled || choice.disabled}
                onChange={() => onChange(choice.value)}
              />
              <span>
                {Icon && <Icon {...smallIconProps} />}
                {choice.label}
              </span>
            </label>
          )
        })}
      </div>
    </ChoiceSet>
  )
}

function ChoiceSet({
  label,
  hideLabel,
  hint,
  required,
  error,
  id,
  children,
}: FieldProps & { children: ReactNode }) {
  const hintId = useId()
  const errorId = useId()
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <fieldset className={styles.choices} id={id} aria-describedby={describedBy || undefined}>
      <legend className={hideLabel ? styles.hiddenLabel : styles.label}>
        <span>{label}</span>
        {required && <span className={styles.required}>{common.required}</span>}
      </legend>
      {hint && (
        <div id={hintId} className={styles.description}>
          {hint}
        </div>
      )}
      {children}
      {error && (
        <div id={errorId} className={styles.error}>
          <FieldError text={error} />
        </div>
      )}
    </fieldset>
  )
}
