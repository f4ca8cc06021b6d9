import type { ProvisionRow } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Text } from '../../ui/text.tsx'
import { DoubtMark } from './doubt.tsx'

const words = t.law.columns

/** What a list says of each provision; the inspector says the rest. */
export function provisionColumns(): Column<ProvisionRow>[] {
  return [
    {
      id: 'citation',
      header: words.citation,
      width: 208,
      look: 'strong',
      whole: true,
      cell: row => row.citation,
      copy: row => `${row.regulation} ${row.citation}`,
    },
    {
      id: 'subject',
      header: words.subject,
      width: 220,
      grow: true,
      cell: row => row.subject,
      copy: row => row.subject,
    },
    {
      id: 'levels',
      header: words.levels,
      width: 168,
      cell: row =>
        row.levels.length > 0 ? (
          t.law.levelList(row.levels)
        ) : (
          <Text tone="third">{t.law.levelList(row.levels)}</Text>
        ),
      copy: row => t.law.levelList(row.levels),
    },
    {
      id: 'scopes',
      header: words.scopes,
      width: 150,
      look: 'second',
      from: 820,
      cell: row => row.scopes.map(scope => t.law.scopes[scope]).join(', ') || '–',
      copy: row => t.law.scopeList(row.scopes),
    },
    {
      id: 'doubt',
      header: words.doubt,
      width: 192,
      from: 900,
      cell: row => <DoubtMark entry={row} />,
      copy: row => t.law.confidence.value(row.confidence),
    },
  ]
}
