import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { formatDate } from '../../../shared/dates.ts'
import { factLines } from '../../../shared/fact-lines.ts'
import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import type { Turn } from './agenda-order.ts'
import { EarlierOutcomes } from './earlier-outcomes.tsx'
import { FindingSheet } from './finding-sheet.tsx'
import styles from './room.module.css'
import voteStyles from './vote.module.css'

const words = t.plenaries.room
const present = t.plenaries.presenting

/** One page for the projector: who, what happened, what is debated, what is proposed. */
export function PersonSheet({ turn: { item, person, nth } }: { plenary: Plenary; turn: Turn }) {
  const where =
    item.persons.length > 1
      ? words.personOf(item.caseNumber, nth, item.persons.length)
      : words.casePersons(item.caseNumber)
  const { rulebook, reconsiders } = person
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={styles.sheet} aria-label={person.name} data-pane="" tabIndex={0}>
      <Row align="start" wrap>
        <Text as="h2" size={28} weight="strong">
          {person.name}
        </Text>
        <Spacer />
        <span className={styles.rulebook}>
          <Chip>{words.rulebook(rulebook.label || item.rulebookLabel, formatDate(item.actOn))}</Chip>
        </span>
      </Row>
      <Text as="p" size={16} tone="second">
        {[person.position, person.agencyName, where].filter(Boolean).join(' · ')}
      </Text>
      {rulebook.reason && (
        <Text as="p" size={16} tone="warn">
          {present.chosenRulebook(rulebook.chosenBy, rulebook.reason)}
        </Text>
      )}
      {reconsiders && (
        <div className={voteStyles.big}>
          <Banner tone="info" title={present.reconsiders[reconsiders.kind]}>
            {`${reconsiders.cites}. ${reconsiders.reason}`}
          </Banner>
        </div>
      )}
      <ol className={styles.facts} aria-label={present.facts}>
        {factLines(item.narrative).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {person.findings.length === 0 && (
        <Text as="p" size={16} tone="warn">
          {words.noFindings}
        </Text>
      )}
      {person.findings.map(finding => (
        <FindingSheet key={finding.provisionId} finding={finding} />
      ))}
      <EarlierOutcomes earlier={person.earlier} />
    </section>
  )
}
