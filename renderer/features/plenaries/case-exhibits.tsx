import type { AgendaItem } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link } from '../../app/router.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './room.module.css'

const words = t.plenaries.exhibits

/** The exhibits of the case under discussion; one opens in the viewer, Alt+← leads back into the room. */
export function CaseExhibits({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const list = useQuery('evidence.list', { caseId: item.caseId })
  return (
    <Dialog opened onClose={onClose} title={words.title(item.caseNumber)} width={720}>
      <QueryError query={list} />
      {list.loading && <SkeletonRows rows={6} />}
      {list.data?.length === 0 && <Text as="p">{words.empty}</Text>}
      <ul className={styles.exhibits}>
        {list.data?.map(exhibit => (
          <li key={exhibit.id}>
            <Link to={`/perkara/${item.caseId}/bukti?nomor=${exhibit.number}`}>
              <Text weight="strong" lines="oneLine">
                {exhibit.number}
              </Text>
              <span>{exhibit.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
