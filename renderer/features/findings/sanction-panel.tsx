// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { IconArrowLeft } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import findingStyles from './findings.module.css'
import styles from './proposal.module.css'
import { ProposalTrace, ProposedSanctions, ProvenViolations } from './proposal-parts.tsx'
import { RecordTable, SimilarTable } from './proposal-tables.tsx'

const words = t.findings.proposal
const TOPICS = ['findings.changed', 'cases.changed', 'plenaries.changed', 'followUps.changed'] as const

type SanctionPanelProps = {
  file: CaseFile
  findings: readonly Finding[]
  person: CaseRespondent
  onPerson: (respondentId: string) => void
  onBack: () => void
}

/** What may be proposed for one person from all proven findings together, and what it rests on. */
export function SanctionPanel({ file, person, onPerson, onBack }: SanctionPanelProps) {
  const proposal = useQuery('findings.proposalOf', { respondentId: person.id }, { topics: TOPICS })
  const similar = useQuery('findings.similar', { respondentId: person.id }, { topics: TOPICS })
  const back = useRef<HTMLDivElement>(null)
  const found = proposal.data
  const ready = found !== undefined
  useEffect(() => {
    if (ready) back.current?.focus()
  }, [ready])
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onBack()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the panel from whatever has the focus
    <div className={styles.whole} onKeyDown={press}>
      <Row className={findingStyles.bar}>
        <Button icon={IconArrowLeft} keys="Esc" onClick={onBack}>
          {words.back}
        </Button>
        <Text as="h2" weight="strong">
          {words.title}
        </Text>
        <Select
          label={words.person}
          hideLabel
          value={person.id as string}
          onChange={id => id !== null && onPerson(id)}
          choices={file.respondents.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
        <Spacer />
        {found && <Chip>{words.rulebook(found.rulebook.label)}</Chip>}
        {found?.rulebook.track === 'ethics' && <Chip tone="warn">{words.ethics}</Chip>}
      </Row>
      <QueryError query={proposal} />
      {proposal.loading && <SkeletonRows rows={8} />}
      {found && (
        <section ref={back} className={styles.panel} tabIndex={0} aria-label={words.title}>
          <div className={styles.column}>
            {found.requiresHumanDecision && (
              <Banner tone="warn" title={words.check}>
                {words.checkWhy}
              </Banner>
            )}
            {found.violations.length === 0 && (
              <Banner title={words.nothingProven}>{words.nothingProvenNext}</Banner>
            )}
            <ProvenViolations proposal={found} />
            {found.violations.length > 0 && <ProposedSanctions proposal={found} />}
            <ProposalTrace proposal={found} />
          </div>
          <div className={styles.column}>
            <RecordTable rows={found.earlier} />
            <QueryError query={similar} />
            {similar.data && <SimilarTable rows={similar.data} />}
          </div>
        </section>
      )}
    </div>
  )
}
