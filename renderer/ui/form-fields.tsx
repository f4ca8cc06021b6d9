import type { ComponentType } from 'react'
import {
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  useController,
} from 'react-hook-form'
import { SegmentedControl } from './choice-fields.tsx'
import { DateField, type DateFieldProps, TimeField, type TimeFieldProps } from './date-field.tsx'
import { PassphraseField, type PassphraseFieldProps } from './passphrase-field.tsx'
import { Select, type SelectProps } from './select.tsx'
import { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './text-field.tsx'

// The fields of the kit, held by react-hook-form: <FormTextField control={form.control} name="place" … />.

type Held = 'value' | 'onChange' | 'onBlur' | 'error' | 'ref' | 'name'
type Bound<T extends FieldValues, P> = Omit<P, Held> & { control: Control<T>; name: FieldPath<T> }

type Bindable = { value: unknown; onChange: (value: never) => void; error?: string | null }

function bind<P extends Bindable>(Field: ComponentType<P>, empty: P['value']) {
  return function FormField<T extends FieldValues>({ control, name, ...rest }: Bound<T, P>) {
    const { field, fieldState } = useController({ control, name })
    const held = {
      ...rest,
      name: field.name,
      ref: field.ref,
      value: field.value ?? empty,
      onChange: (value: FieldPathValue<T, FieldPath<T>>) => field.onChange(value),
      onBlur: field.onBlur,
      error: fieldState.error?.message ?? null,
    }
    return <Field {...(held as unknown as P)} />
  }
}

export const FormTextField = bind<TextFieldProps>(TextField, '')
export const FormTextArea = bind<TextAreaProps>(TextArea, '')
export const FormPassphraseField = bind<PassphraseFieldProps>(PassphraseField, '')
export const FormDateField = bind<DateFieldProps>(DateField, null)
export const FormTimeField = bind<TimeFieldProps>(TimeField, '')
export const FormSelect = bind<SelectProps<string>>(Select, null)

export const FormSegmentedControl = bind<Parameters<typeof SegmentedControl<string>>[0]>(
  SegmentedControl,
  null,
)
