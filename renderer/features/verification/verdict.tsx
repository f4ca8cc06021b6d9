import { IconAlertTriangle, IconCheck, IconCopy, IconX } from '@tabler/icons-react'
import type { VerificationResult } from '../../../shared/contract/verification.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { KeyValueList } from '../../ui/facts.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text, type Tone } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import { SignatureTable } from './signature-table.tsx'
import styles from './verification.module.css'

const words = t.verification
type Outcome = VerificationResult['outcome']

/** How each of the three words looks; icon and word, never colour alone. */
export const OUTCOME_LOOKS: Readonly<
  Record<Outcome, { icon: typeof IconCheck; tone: Tone & ('ok' | 'bad' | 'warn') }>
> = {
  genuine: { icon: IconCheck, tone: 'ok' },
  changed: { icon: IconX, tone: 'bad' },
  cannotTell: { icon: IconAlertTriangle, tone: 'warn' },
}

/** One word, the sentence to it, and everything it rests on. */
export function Verdict({ result }: { result: VerificationResult }) {
  const { outcome, letter, signatures, reasons, fileName } = result
  const { icon: Icon, tone } = OUTCOME_LOOKS[outcome]
  return (
    <article className={styles.card} aria-label={fileName}>
      <div className={styles.verdict}>
        <span className={styles.medal} data-tone={tone}>
          <Icon size={24} stroke={2} aria-hidden="true" />
        </span>
        <div>
          <Text as="h2" size={28} weight="strong" tone={tone}>
            {words.outcomes[outcome]}
          </Text>
          <Text as="p" size={14}>
            {words.sentences[outcome](letter?.institution ?? '')}
          </Text>
          <Text as="p" size={12} tone="second">
            {fileName}
          </Text>
        </div>
      </div>
      {letter && <LetterLine letter={letter} trusted={outcome === 'genuine'} />}
      {signatures.length > 0 && <SignatureTable signatures={signatures} />}
      <section className={styles.part}>
        <Text as="h3" size={12} weight="strong" tone="second">
          {words.basis.why}
        </Text>
        <ul className={styles.reasons}>
          {reasons.map(({ code, facts }) => (
            <li key={JSON.stringify([code, facts])}>{words.reason(code, facts)}</li>
          ))}
        </ul>
      </section>
      <Basis result={result} />
    </article>
  )
}

function LetterLine({
  letter,
  trusted,
}: {
  letter: NonNullable<VerificationResult['letter']>
  trusted: boolean
}) {
  const facts = [
    [words.facts.number, letter.number || '–'],
    [words.facts.datedOn, words.day(letter.datedOn)],
    [words.facts.subject, letter.subject],
  ] as const
  return (
    <dl className={styles.letter}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd data-trusted={trusted || undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Basis({ result: { sha256, checkedAt, trustedRootCount } }: { result: VerificationResult }) {
  const copy = () => void navigator.clipboard.writeText(sha256).then(() => showToast(words.basis.copied))
  return (
    <section className={styles.part}>
      <KeyValueList
        termWidth={140}
        facts={[
          {
            term: words.basis.sha256,
            value: (
              <Row gap={4}>
                <code className={styles.sha}>{sha256}</code>
                <IconButton icon={IconCopy} label={words.basis.copySha} onClick={copy} />
              </Row>
            ),
          },
          { term: words.basis.roots, value: words.basis.rootCount(trustedRootCount) },
          { term: words.basis.checkedAt, value: formatInstant(checkedAt, deviceZone) },
        ]}
      />
    </section>
  )
}
