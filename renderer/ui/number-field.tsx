import { NumberInput } from '@mantine/core'
import type { Ref } from 'react'
import { type FieldProps, fieldParts } from './field.tsx'

export type NumberFieldProps = FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: () => void
  min?: number
  max?: number
  /** Digits after the comma; whole numbers without it. */
  decimals?: number
  suffix?: string
  ref?: Ref<HTMLInputElement>
}

/** A quantity. Never for a NIP or a letter number: those are text. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onBlur, min, max, decimals = 0, suffix, ref } = props
  return (
    <NumberInput
      {...fieldParts(props)}
      ref={ref}
      value={value ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : null)}
      onBlur={onBlur}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      decimalSeparator=","
      thousandSeparator="."
      suffix={suffix}
      hideControls
    />
  )
}
