import type { CustodyEntry, Exhibit } from '../../../shared/contract/evidence.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Timeline } from '../../ui/timeline.tsx'

const words = t.evidence.custody

type CustodyDialogProps = { exhibit: Exhibit; entries: readonly CustodyEntry[]; onClose: () => void }

/** Every hand the exhibit went through, oldest first. */
export function CustodyDialog({ exhibit, entries, onClose }: CustodyDialogProps) {
  return (
    <Dialog opened onClose={onClose} title={words.dialogTitle(exhibit.number)} width={640}>
      <Timeline
        label={words.dialogTitle(exhibit.number)}
        events={entries.map((entry, index) => ({
          id: `${entry.at}-${index}`,
          title: words.act[entry.act],
          detail: [entry.actorName, detailOf(entry)].filter(Boolean).join(' · '),
          when: formatInstant(entry.at, deviceZone),
        }))}
      />
    </Dialog>
  )
}

function detailOf(entry: CustodyEntry): string {
  if (entry.act !== 'provenanceChanged') return words.detail[entry.detail] ?? entry.detail
  const fields: Readonly<Record<string, string>> = t.evidence.card.fields
  return entry.detail
    .split(', ')
    .map(field => fields[field] ?? t.evidence.card.unknown)
    .join(', ')
}
