import { IconAlertTriangle, IconBook2 } from '@tabler/icons-react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { smallIconProps } from '../../ui/icon.ts'
import { Column } from '../../ui/layout.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './rulebook.module.css'
import { COMPARE_KEYS } from './rulebook-comparison.tsx'
import { type RulebookGroup, rulebookGroups, rulebookName, rulebookTone } from './rulebook-words.ts'

const words = t.cases.rulebook

/**
 * Which rules govern the case: one chip when all persons share them, else one for each answer; red with words
 * while a choice or a date is missing. Opens the reasons.
 */
export function RulebookChips({ file, onCompare }: { file: CaseFile; onCompare: () => void }) {
  return rulebookGroups(file).map(group => (
    <RulebookChip key={group.key} group={group} onCompare={onCompare} />
  ))
}

function RulebookChip({ group, onCompare }: { group: RulebookGroup; onCompare: () => void }) {
  const { rulebook, names, text } = group
  const bad = rulebookTone(rulebook) === 'bad'
  const Icon = bad ? IconAlertTriangle : IconBook2
  return (
    <Popover
      label={words.why}
      width={420}
      target={
        <button
          type="button"
          className={classNames(styles.chip, bad && styles.bad)}
          title={words.open(rulebook.label)}
        >
          <Icon {...smallIconProps} />
          <span className={styles.chipText}>{text}</span>
        </button>
      }
    >
      <Column gap={8}>
        <Text as="h2" weight="strong">
          {words.why}
        </Text>
        <Text as="p" tone="second" size={12}>
          {words.chipFor(rulebookName(rulebook), names.join(', '))}
        </Text>
        {rulebook.undecided && <Text tone="bad">{words.undecided}</Text>}
        {rulebook.datesMissing && <Text tone="bad">{words.datesMissing}</Text>}
        <ol className={styles.trace}>
          {rulebook.trace.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div>
          <Button keys={COMPARE_KEYS.hint} onClick={onCompare}>
            {words.compare.command}
          </Button>
        </div>
      </Column>
    </Popover>
  )
}
