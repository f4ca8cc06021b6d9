import { useState } from 'react'
import type { RelatedCase } from '../../../shared/contract/intake-shapes.ts'
import type { CaseId, ReportId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link } from '../../app/router.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './reports.module.css'

const words = t.intake.related

type Props = { reportId: ReportId; caseId: CaseId | null; mayLink: boolean }
type Linking = { otherCaseId: CaseId; caseNumber: string; linked: boolean }

/** Reports of the same person and days, cases with the same exhibit, and linked ones (features row 4). */
export function RelatedNotice({ reportId, caseId, mayLink }: Props) {
  const query = useQuery(
    'reports.related',
    { reportId },
    { topics: ['reports.changed', 'cases.changed', 'evidence.changed'] },
  )
  const [linking, setLinking] = useState<Linking | null>(null)
  const { rows, hidden } = query.data ?? { rows: [], hidden: 0 }
  if (rows.length === 0 && hidden === 0) return null
  const alert = hidden > 0 || rows.some(row => !row.linked)
  return (
    <Banner tone={alert ? 'warn' : 'info'} title={words.title}>
      <Column gap={4}>
        {rows.map(row => (
          <div key={`${row.why}${row.reportNumber}${row.detail}`} className={styles.relatedRow}>
            <Link to={row.caseId ? `/perkara/${row.caseId}` : `/laporan/${row.reportId}`}>
              {words[row.why](row.caseNumber ?? row.reportNumber, row.detail)}
            </Link>
            {row.linked && row.why !== 'linked' && <Chip>{words.linkedMark}</Chip>}
            {mayLink && caseId && isFirst(rows, row) && (
              <Button
                variant="link"
                onClick={() =>
                  row.caseId &&
                  setLinking({
                    otherCaseId: row.caseId,
                    caseNumber: row.caseNumber ?? '',
                    linked: row.linked,
                  })
                }
              >
                {row.linked ? words.unlink : words.link}
              </Button>
            )}
          </div>
        ))}
        {hidden > 0 && <Text>{words.hidden(hidden)}</Text>}
      </Column>
      {linking && caseId && <LinkDialog caseId={caseId} {...linking} onClose={() => setLinking(null)} />}
    </Banner>
  )
}

/** One button for each other case, at its first line. */
const isFirst = (rows: readonly RelatedCase[], row: RelatedCase) =>
  row.caseId !== null && rows.find(other => other.caseId === row.caseId) === row

function LinkDialog({
  caseId,
  otherCaseId,
  caseNumber,
  linked,
  onClose,
}: Linking & { caseId: CaseId; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const link = useAction('reports.linkCases', { onDone: onClose })
  const unlink = useAction('reports.unlinkCases', { onDone: onClose })
  const act = linked ? unlink : link
  return (
    <Dialog
      opened
      onClose={onClose}
      title={linked ? words.unlinkTitle(caseNumber) : words.linkTitle(caseNumber)}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button
            variant="primary"
            pending={act.pending}
            onClick={() => void act.run({ caseId, otherCaseId, reason })}
          >
            {linked ? words.unlink : words.link}
          </Button>
        </>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.hint}
        </Text>
        <TextField label={words.reason} required autoFocus value={reason} onChange={setReason} />
        <ActionError error={act.error} />
      </Column>
    </Dialog>
  )
}
