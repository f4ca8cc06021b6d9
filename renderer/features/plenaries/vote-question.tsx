import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import type { AgendaFinding } from './agenda-order.ts'
import styles from './vote.module.css'

const words = t.plenaries.vote

/** What the members are asked. */
export function VoteQuestion({ findings }: { findings: readonly AgendaFinding[] }) {
  if (findings.length === 0) return null
  const citations = findings.map(finding => finding.legalBasis.split(' jo. ')[0]).join(', ')
  return (
    <div className={styles.question}>
      <Text as="p" tone="second">
        {words.question}
      </Text>
      <Text as="h2" size={20} weight="strong">
        {words.ask(citations.replace(/(Pasal|ayat|angka|huruf) /g, '$1\u00a0'))}
      </Text>
    </div>
  )
}
