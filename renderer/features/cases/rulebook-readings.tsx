import { IconCheck } from '@tabler/icons-react'
import type { RespondentRulebook } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './rulebook.module.css'

const words = t.cases.rulebook

type Props = {
  readings: RespondentRulebook['readings']
  /** The reading that holds or is about to be chosen. */
  chosen?: string | null
}

/** The readings of the law side by side, each with what follows from it. */
export function RulebookReadings({ readings, chosen = null }: Props) {
  return (
    <ul className={styles.readings} aria-label={words.readings}>
      {readings.map(reading => (
        <li
          key={reading.rulebook}
          className={classNames(styles.reading, reading.rulebook === chosen && styles.chosen)}
        >
          <Row gap={8} align="baseline">
            <Text as="h4" weight="strong">
              {reading.label}
            </Text>
            {reading.rulebook === chosen && (
              <Chip tone="accent" icon={IconCheck}>
                {words.choice.chosen}
              </Chip>
            )}
            {reading.needsHumanCheck && <Chip tone="warn">{words.choice.check}</Chip>}
          </Row>
          {reading.basis !== '' && (
            <Text as="p" size={12} tone="second">
              {reading.basis}
            </Text>
          )}
          <ul className={styles.consequences}>
            {reading.consequences.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
