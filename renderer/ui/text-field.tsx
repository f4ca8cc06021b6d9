import { Textarea, TextInput } from '@mantine/core'
import type { ComponentProps, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { type FieldProps, fieldParts } from './field.tsx'
import styles from './fields.module.css'

type Passed = Pick<
  ComponentProps<'input'>,
  'inputMode' | 'autoComplete' | 'maxLength' | 'spellCheck' | 'onPaste' | 'onKeyDown'
>
export type TextFieldProps = FieldProps &
  Passed & {
    value: string
    onChange: (value: string) => void
    onBlur?: () => void
    placeholder?: string
    /** Something at the right edge inside the field. */
    right?: ReactNode
    ref?: Ref<HTMLInputElement>
  }

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, placeholder, right, ref, ...rest } = props
  const { label: _l, hideLabel: _h, hint: _t, error: _e, large: _g, ...passed } = rest
  return (
    <TextInput
      {...passed}
      {...fieldParts(props)}
      ref={ref}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      placeholder={placeholder}
      rightSection={right}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={props.spellCheck ?? false}
    />
  )
}

export type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  rows?: number
  maxLength?: number
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text; grows with what is typed up to 16 lines. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, placeholder, rows = 3, maxLength, ref } = props
  const parts = fieldParts(props)
  return (
    <Textarea
      {...parts}
      classNames={{ ...parts.classNames, input: classNames(styles.input, styles.area) }}
      ref={ref}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      placeholder={placeholder}
      autosize
      minRows={rows}
      maxRows={16}
      maxLength={maxLength}
      spellCheck={false}
    />
  )
}
