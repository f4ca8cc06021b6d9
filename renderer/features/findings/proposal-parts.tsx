import type { ReactNode } from 'react'
import type { ProposalView, SanctionOption } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { Chip } from '../../ui/chip.tsx'
import { Row } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './proposal.module.css'

const words = t.findings.proposal
const levels = t.findings.band.levels
type Parts = { proposal: ProposalView }

/** A titled part of the panel. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <Row align="baseline" wrap>
        <Text as="h3" weight="strong">
          {title}
        </Text>
        {note && (
          <Text size={12} tone="second">
            {note}
          </Text>
        )}
      </Row>
      {children}
    </section>
  )
}

/** The findings that the proposal rests on, which one leads, and which may not be punished again. */
export function ProvenViolations({ proposal: { violations } }: Parts) {
  if (violations.length === 0) return null
  return (
    <Part title={words.violations}>
      <ul className={styles.list}>
        {violations.map(entry => (
          <li key={entry.findingId}>
            <Row gap={8} wrap>
              <Text weight="medium">{entry.citation}</Text>
              {entry.level ? <Chip>{words.bandOf(levels[entry.level])}</Chip> : <Levels of={entry.levels} />}
              {entry.leading && <Chip tone="accent">{words.leading}</Chip>}
              {entry.barred && <Chip tone="warn">{words.barred}</Chip>}
            </Row>
            <Text as="div" size={12} tone="second">
              {entry.proposal ? words.chosen(entry.proposal.name) : entry.subject}
            </Text>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Levels({ of }: { of: ProposalView['levels'] }) {
  if (of.length > 1) return <Chip tone="warn">{words.levelMissing}</Chip>
  const [only] = of
  return only ? <Chip>{words.bandOf(levels[only])}</Chip> : null
}

/** The band, what repetition adds to it, and what stands beside it. */
export function ProposedSanctions({ proposal }: Parts) {
  const { sanctions, aggravated, moral, dismissal, referrals } = proposal
  return (
    <>
      <Part title={words.band} note={proposal.levels.map(level => levels[level]).join(', ')}>
        {sanctions.length === 0 && aggravated.length === 0 && (
          <Text as="p" tone="second">
            {words.noBand}
          </Text>
        )}
        <Kinds of={sanctions} />
        {aggravated.length > 0 && (
          <>
            <Text as="p" weight="medium" tone="warn">
              {words.aggravated}
            </Text>
            <Kinds of={aggravated} />
          </>
        )}
        <Text as="p" size={12} tone="second">
          {words.outside}
        </Text>
      </Part>
      {moral.length > 0 && (
        <Part title={words.moral}>
          <Kinds of={moral} />
          <Text as="p" size={12} tone="second">
            {words.moralNote}
          </Text>
        </Part>
      )}
      {dismissal.length > 0 && (
        <Part title={words.dismissal}>
          <Kinds of={dismissal} />
        </Part>
      )}
      {referrals.length > 0 && (
        <Part title={words.referrals}>
          <ul className={styles.list}>
            {referrals.map(entry => (
              <li key={entry.provisionId}>
                <Text>{entry.citation}</Text>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function Kinds({ of }: { of: readonly SanctionOption[] }) {
  if (of.length === 0) return null
  return (
    <ul className={styles.kinds}>
      {of.map(option => (
        <li key={option.id}>
          <Text>{option.name}</Text>
          <Text size={12} tone="third">
            {option.citation}
          </Text>
        </li>
      ))}
    </ul>
  )
}

/** Which facts, which rule, which citation; steps that a person must check are marked. */
export function ProposalTrace({ proposal: { trace } }: Parts) {
  if (trace.length === 0) return null
  return (
    <Part title={words.trace} note={words.traceNote}>
      <ol className={styles.trace}>
        {trace.map(step => (
          <li key={`${step.rule} ${step.sentence}`}>
            <Text as="div">{step.sentence}</Text>
            <Row gap={8}>
              {step.citation !== '' && (
                <Text size={12} tone="third">
                  {step.citation}
                </Text>
              )}
              {step.needsHumanCheck && <StateMark state="unknown" label={words.needsCheck} />}
            </Row>
          </li>
        ))}
      </ol>
    </Part>
  )
}
