import type { PlenaryId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import styles from './room.module.css'
import { Room } from './room.tsx'

const words = t.plenaries.room

/** The meeting room: large, without the frame, nothing in it that names the reporter. */
export default function RoomPage({ params: { plenaryId = '' } }: PageProps) {
  const query = useQuery(
    'plenaries.get',
    { plenaryId: plenaryId as PlenaryId },
    {
      topics: ['plenaries.changed', 'findings.changed', 'evidence.changed', 'cases.changed'],
    },
  )
  usePage({
    crumbs: [{ label: t.plenaries.title, to: '/sidang' }, { label: query.data?.number ?? words.label }],
    // F1 names them all; the room's own foot has them as buttons.
    keys: [
      { keys: ['←', '→'], label: words.keys.move },
      { keys: ['E'], label: words.keys.exhibits },
      { keys: ['Z'], label: words.keys.zoom },
      { keys: ['A'], label: words.keys.agenda },
      { keys: ['.'], label: words.keys.blank },
      { keys: ['U'], label: words.keys.display },
    ],
    bare: true,
  })
  if (query.data) return <Room plenary={query.data} />
  return (
    <div className={styles.room}>
      <QueryError query={query} />
      {query.loading && <SkeletonRows rows={12} />}
    </div>
  )
}
