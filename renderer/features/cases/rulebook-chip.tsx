import { IconAlertTriangle, IconBook2 } from '@tabler/icons-react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { smallIconProps } from '../../ui/icon.ts'
import { Column } from '../../ui/layout.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './cases.module.css'

const words = t.cases.rulebook

/** Which rules govern the case and the day they are read for; amber until somebody has decided. Opens the trace. */
export function RulebookChip({ file: { rulebook, report } }: { file: CaseFile }) {
  const open = rulebook.requiresHumanDecision
  const Icon = open ? IconAlertTriangle : IconBook2
  return (
    <Popover
      label={words.title}
      target={
        <button
          type="button"
          className={classNames(styles.rulebook, open && styles.undecided)}
          title={words.open(rulebook.label)}
        >
          <Icon {...smallIconProps} />
          {words.chip(rulebook.label, formatShortDate(report.actOn))}
        </button>
      }
    >
      <Column gap={8}>
        <Text as="h2" weight="strong">
          {words.title}
        </Text>
        {open && <Text tone="warn">{words.undecided}</Text>}
        <ol className={styles.trace}>
          {rulebook.trace.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {rulebook.readings.length > 1 && (
          <div>
            <Text as="p" weight="medium">
              {words.readings}
            </Text>
            {rulebook.readings.map(reading => (
              <Text as="p" tone="second" key={reading.rulebook}>
                {[reading.label, reading.basis].filter(Boolean).join(' · ')}
              </Text>
            ))}
          </div>
        )}
      </Column>
    </Popover>
  )
}
