import { DateInput } from '@mantine/dates'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { type CivilDate, formatDate, parseCivilDate } from '../../shared/dates.ts'
import { ui } from '../../shared/strings/id/ui.ts'
import { type FieldProps, fieldParts } from './field.tsx'
import styles from './fields.module.css'
import { smallIconProps } from './icon.ts'
import { TextField } from './text-field.tsx'
import { parseTypedDate, parseTypedTime } from './typed-date.ts'

export type DateFieldProps = FieldProps & {
  value: CivilDate | null
  onChange: (value: CivilDate | null) => void
  onBlur?: () => void
  /** First and last day that can be picked. */
  min?: CivilDate
  max?: CivilDate
  ref?: Ref<HTMLInputElement>
}

/** A day: typed as 14-10-2020 (and other usual ways) or picked; shown as '14 Oktober 2020'. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, onBlur, min, max, ref } = props
  const [unread, setUnread] = useState(false)
  const parts = fieldParts({ ...props, error: unread ? ui.dateNotUnderstood : props.error })
  return (
    <DateInput
      {...parts}
      classNames={{
        ...parts.classNames,
        day: styles.day,
        calendarHeaderControl: styles.calendarControl,
        calendarHeaderLevel: styles.calendarControl,
        weekday: styles.weekday,
        monthsListControl: styles.calendarControl,
        yearsListControl: styles.calendarControl,
      }}
      ref={ref}
      value={value}
      onChange={next => {
        setUnread(false)
        onChange(next === null ? null : parseCivilDate(next))
      }}
      onBlur={event => {
        const text = event.currentTarget.value.trim()
        setUnread(text !== '' && parseTypedDate(text) === null)
        onBlur?.()
      }}
      valueFormat={shown}
      dateParser={parseTypedDate}
      fixOnBlur={false}
      allowDeselect
      minDate={min}
      maxDate={max}
      placeholder={ui.datePlaceholder}
      rightSection={<IconCalendar {...smallIconProps} />}
      rightSectionPointerEvents="none"
      popoverProps={{
        transitionProps: { transition: 'fade', duration: 100 },
        offset: 4,
        shadow: undefined,
        classNames: { dropdown: styles.dropdown },
      }}
      previousIcon={<IconChevronLeft {...smallIconProps} />}
      nextIcon={<IconChevronRight {...smallIconProps} />}
      ariaLabels={{
        previousMonth: ui.calendar.previousMonth,
        nextMonth: ui.calendar.nextMonth,
        previousYear: ui.calendar.previousYear,
        nextYear: ui.calendar.nextYear,
        previousDecade: ui.calendar.previousDecade,
        nextDecade: ui.calendar.nextDecade,
      }}
      getDayProps={day => ({ 'aria-label': shown(day) })}
    />
  )
}

function shown(day: string): string {
  const date = parseCivilDate(day)
  return date ? formatDate(date) : day
}

export type TimeFieldProps = FieldProps & {
  /** 'HH:mm', or '' when unknown. */
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
}

/** A time of day, typed as 19.46. */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, onBlur, ...field } = props
  const [text, setText] = useState<string | null>(null)
  const unread = text !== null && text.trim() !== '' && parseTypedTime(text) === null
  const [left, setLeft] = useState(false)
  return (
    <TextField
      {...field}
      error={unread && left ? ui.timeNotUnderstood : field.error}
      value={text ?? value.replace(':', '.')}
      placeholder={ui.timePlaceholder}
      inputMode="numeric"
      onChange={typed => {
        setLeft(false)
        setText(typed)
        const time = parseTypedTime(typed)
        if (time !== null || typed.trim() === '') onChange(time ?? '')
      }}
      onBlur={() => {
        setLeft(true)
        if (!unread) setText(null)
        onBlur?.()
      }}
    />
  )
}
