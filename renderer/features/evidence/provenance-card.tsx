import { IconCopy, IconLink, IconPencil, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { civilDateAt, clockAt, formatDate, formatShortDate } from '../../../shared/dates.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Button } from '../../ui/button.tsx'
import { smallIconProps } from '../../ui/icon.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './card.module.css'
import { CustodyDialog } from './custody-dialog.tsx'

const words = t.evidence.card

type ProvenanceCardProps = { exhibit: Exhibit; onEdit: (() => void) | null }

/** Where the exhibit came from, how it was taken, whether it is whole, and through whose hands it went. */
export function ProvenanceCard({ exhibit, onEdit }: ProvenanceCardProps) {
  const card = exhibit.provenance
  const taken = [
    card.obtainedOn && formatDate(card.obtainedOn),
    card.obtainedTime && `pukul ${card.obtainedTime.replace(':', '.')}`,
    card.zone,
  ].filter(Boolean)
  return (
    <>
      <div className={styles.card}>
        <section aria-label={words.origin}>
          <h3>
            {words.origin}
            {onEdit && <IconButton icon={IconPencil} label={words.edit} keys="F2" onClick={onEdit} />}
          </h3>
          <Answer exhibit={exhibit} field="obtainedFrom" />
          <Answer exhibit={exhibit} field="accountHandle" />
          <Answer exhibit={exhibit} field="url" />
        </section>
        <section aria-label={words.taking}>
          <h3>{words.taking}</h3>
          {taken.length > 0 ? <p>{taken.join(' ')}</p> : <Answer exhibit={exhibit} field="obtainedOn" />}
          <Answer exhibit={exhibit} field="obtainedBy" />
          <Answer exhibit={exhibit} field="device" />
          {!card.zone && card.obtainedTime && <Answer exhibit={exhibit} field="zone" />}
        </section>
        <Integrity exhibit={exhibit} />
      </div>
      <CustodyLine exhibit={exhibit} />
    </>
  )
}

type AnswerField = 'obtainedFrom' | 'obtainedBy' | 'obtainedOn' | 'zone' | 'url' | 'accountHandle' | 'device'

/** A filled answer, 'tidak diketahui', or amber 'belum diisi'. */
function Answer({ exhibit, field }: { exhibit: Exhibit; field: AnswerField }) {
  const value = exhibit.provenance[field]
  if (value)
    return (
      <p className={styles.answer} title={value}>
        {field === 'obtainedFrom' ? (
          value
        ) : (
          <>
            <span className={styles.term}>{`${words.fields[field]}: `}</span>
            {value}
          </>
        )}
      </p>
    )
  const unknown = exhibit.provenance.unknown.includes(field)
  return (
    <p className={styles.answer}>
      <span className={styles.term}>{`${words.fields[field]}: `}</span>
      <Text tone={unknown ? 'second' : 'warn'}>{unknown ? words.unknown : words.notFilled}</Text>
    </p>
  )
}

function Integrity({ exhibit }: { exhibit: Exhibit }) {
  const verify = useAction('evidence.verify')
  const checked = exhibit.integrityCheckedAt ? clockAt(exhibit.integrityCheckedAt, deviceZone) : ''
  const state = {
    intact: { state: 'verified', label: words.intact(checked) },
    changed: { state: 'broken', label: words.changed },
    missing: { state: 'broken', label: words.missing },
    unchecked: { state: 'unknown', label: words.unchecked },
  } as const
  return (
    <section aria-label={words.integrity}>
      <h3>
        {words.integrity}
        <IconButton
          icon={IconRefresh}
          label={words.recheck}
          disabled={verify.pending}
          onClick={() => void verify.run({ caseId: exhibit.caseId, exhibitId: exhibit.id })}
        />
      </h3>
      <StateMark {...state[exhibit.integrity]} />
      <p className={styles.hash} title={exhibit.sha256}>
        <span>{words.sha(shortHash(exhibit.sha256))}</span>
        <IconButton
          icon={IconCopy}
          label={words.copyHash}
          onClick={() => void navigator.clipboard.writeText(exhibit.sha256).catch(() => undefined)}
        />
      </p>
      <p>{words.fileSize(t.common.fileSize(exhibit.size), t.evidence.kind[exhibit.kind])}</p>
      {exhibit.sameAs && <Text tone="warn">{words.sameAs(exhibit.sameAs)}</Text>}
      {verify.error && <Text tone="bad">{errorSentence(verify.error.code, verify.error.facts)}</Text>}
    </section>
  )
}

/** '7c1e … e3f8'. */
function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} … ${hash.slice(-4)}`
}

function CustodyLine({ exhibit }: { exhibit: Exhibit }) {
  const [shown, setShown] = useState(false)
  const chain = useQuery('evidence.custody', { exhibitId: exhibit.id }, { keepPrevious: true })
  const custody = t.evidence.custody
  const entries = chain.data ?? []
  const copied = entries.filter(entry => entry.act === 'exported').length
  return (
    <div className={styles.custody}>
      <IconLink {...smallIconProps} />
      <span className={styles.custodyTitle}>{custody.title}</span>
      <span className={styles.custodySteps}>
        {[
          custody.received(formatShortDate(civilDateAt(exhibit.takenInAt, deviceZone)), exhibit.takenInBy),
          custody.openedTimes(exhibit.openCount),
          custody.copied(copied),
        ].join(' → ')}
      </span>
      <Button variant="link" onClick={() => setShown(true)}>
        {custody.all}
      </Button>
      {shown && <CustodyDialog exhibit={exhibit} entries={entries} onClose={() => setShown(false)} />}
    </div>
  )
}
