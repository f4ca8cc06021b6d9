import { Select as LibrarySelect } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import type { Ref } from 'react'
import { ui } from '../../shared/strings/id/ui.ts'
import { type FieldProps, fieldParts } from './field.tsx'
import styles from './fields.module.css'
import { smallIconProps } from './icon.ts'

export type SelectChoice<V extends string> = { value: V; label: string; disabled?: boolean; group?: string }
export type SelectProps<V extends string> = FieldProps & {
  value: V | null
  onChange: (value: V | null) => void
  onBlur?: () => void
  choices: readonly SelectChoice<V>[]
  placeholder?: string
  /** Lets people type to find; for more than about ten choices. */
  searchable?: boolean
  /** Can be emptied again. */
  clearable?: boolean
  ref?: Ref<HTMLInputElement>
}

/** One of many. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { onChange, onBlur, choices, placeholder = ui.selectPlaceholder, searchable, clearable, ref } = props
  // An empty text is no choice either, as forms keep it.
  const value = props.value || null
  const parts = fieldParts(props)
  return (
    <LibrarySelect
      {...parts}
      classNames={{
        ...parts.classNames,
        dropdown: styles.dropdown,
        options: styles.options,
        option: styles.option,
        groupLabel: styles.groupLabel,
      }}
      ref={ref}
      data={grouped(choices)}
      value={value}
      onChange={next =>
        onChange((choices.find(choice => choice.value === next)?.value ?? null) satisfies V | null)
      }
      onBlur={onBlur}
      placeholder={placeholder}
      searchable={searchable}
      selectFirstOptionOnChange={searchable}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': ui.clear }}
      allowDeselect={false}
      nothingFoundMessage={ui.selectNothingFound}
      // The list of options scrolls itself, so that it is reached through its field.
      withScrollArea={false}
      checkIconPosition="right"
      rightSection={clearable && value ? undefined : <IconSelector {...smallIconProps} />}
      rightSectionPointerEvents={clearable && value ? 'all' : 'none'}
      comboboxProps={{ transitionProps: { transition: 'fade', duration: 100 }, offset: 4 }}
    />
  )
}

type Group<V extends string> = { group: string; items: SelectChoice<V>[] }

function grouped<V extends string>(choices: readonly SelectChoice<V>[]): (SelectChoice<V> | Group<V>)[] {
  const groups = new Map<string, Group<V>>()
  const data: (SelectChoice<V> | Group<V>)[] = []
  for (const { group, ...choice } of choices) {
    if (!group) {
      data.push(choice)
      continue
    }
    const known = groups.get(group)
    if (known) known.items.push(choice)
    else {
      const made = { group, items: [choice] }
      groups.set(group, made)
      data.push(made)
    }
  }
  return data
}
