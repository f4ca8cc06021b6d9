import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { type AgendaElement, type AgendaFinding, contestedFirst, isDebated } from './agenda-order.ts'
import styles from './room.module.css'

const words = t.plenaries.room
const MARKS: Readonly<Record<string, State>> = {
  proven: 'proven',
  notProven: 'notProven',
  insufficient: 'partial',
}

/** A provision: its elements with the debated ones first, what speaks for and against, what is proposed. */
export function FindingSheet({ finding }: { finding: AgendaFinding }) {
  const elements = contestedFirst(finding.elements)
  const debated = elements.filter(isDebated)
  const defended = finding.elements.filter(element => element.defence)
  return (
    <section className={styles.finding} aria-label={finding.legalBasis}>
      <h3 className={styles.basis}>
        <b>{words.elements}</b>
        {` ${finding.legalBasis} · ${finding.subject}`}
      </h3>
      <ul className={styles.strip}>
        {elements.map(element => (
          <li
            key={element.elementId}
            className={classNames(isDebated(element) && styles.debated)}
            title={element.label}
          >
            <Text tone="second">
              {`${element.number} ${t.findings.elementName(element.elementId, element.label)}`}
            </Text>
            <StateMark state={markOf(element)} label={stateText(element)} />
          </li>
        ))}
      </ul>
      <div className={styles.twoColumns}>
        <div>
          <Text as="h4" weight="strong">
            {words.debated}
          </Text>
          {debated.length === 0 && (
            <Text as="p" tone="second">
              {words.nothingDebated}
            </Text>
          )}
          {debated.map(element => (
            <Text as="p" tone="second" key={element.elementId}>
              {`${element.label}. ${sides(element)}`}
            </Text>
          ))}
        </div>
        <div>
          <Text as="h4" weight="strong">
            {words.defence}
          </Text>
          {defended.length === 0 && (
            <Text as="p" tone="second">
              {words.noDefence}
            </Text>
          )}
          {defended.map(element => (
            <Text as="p" tone="second" key={element.elementId}>
              {`${element.defence} ${words.reply}: ${element.defenceReply || words.noReply}`}
            </Text>
          ))}
        </div>
      </div>
      <div className={styles.proposal}>
        <div>
          <Text as="p" tone="second">
            {finding.proposal ? words.proposal : words.conclusion[finding.conclusion]}
          </Text>
          <Text as="p" size={20} weight="strong">
            {finding.proposal ?? words.noProposal}
          </Text>
          <Text as="p" size={16} tone="second">
            {[
              finding.proposal && words.conclusion[finding.conclusion],
              finding.sanctions.length > 0 &&
                t.plenaries.presenting.band(finding.sanctions.map(sanction => sanction.name).join('; ')),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {finding.proposalReason && (
            <Text as="p" tone="warn">
              {t.plenaries.presenting.outsideBand(finding.proposalReason)}
            </Text>
          )}
        </div>
      </div>
      {finding.consideration && (
        <div>
          <Text as="h4" weight="strong">
            {words.consideration}
          </Text>
          <p className={styles.consideration}>{finding.consideration}</p>
        </div>
      )}
    </section>
  )
}

const markOf = (element: AgendaElement): State =>
  element.state === 'proven' && element.contrary.length > 0
    ? 'contested'
    : (MARKS[element.state] ?? 'notAssessed')

function stateText(element: AgendaElement): string {
  const { state, exhibits, contrary } = element
  const states: Readonly<Record<string, string>> = t.findings.state
  const word = markOf(element) === 'contested' ? t.plenaries.presenting.contested : (states[state] ?? state)
  return `${word} · ${exhibits.length + contrary.length}`
}

function sides({ exhibits, contrary }: AgendaElement): string {
  const parts = [
    exhibits.length > 0 && words.supports(exhibits.join(', ')),
    contrary.length > 0 && words.contradicts(contrary.join(', ')),
  ]
  return parts.filter(Boolean).join(' ')
}
