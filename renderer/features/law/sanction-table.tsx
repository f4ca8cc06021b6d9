import type { LawSanction } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { LevelTable } from './level-table.tsx'

const words = t.law.provision

/** Sanctions by name, light to heavy, with their article. */
export function SanctionTable({ sanctions }: { sanctions: readonly LawSanction[] }) {
  return (
    <LevelTable middle={t.law.columns.sanction}>
      {sanctions.map(sanction => (
        <tr key={sanction.id}>
          <td>{t.law.levels[sanction.level]}</td>
          <td>
            {sanction.name}
            {sanction.survives && <StateMark state="open" label={words.survives} />}
            {sanction.note && (
              <Text as="div" size={12} tone="second">
                {sanction.note}
              </Text>
            )}
          </td>
          <td>
            {sanction.citation}
            <Text as="div" size={12} tone="second">
              {sanction.regulation}
            </Text>
          </td>
        </tr>
      ))}
    </LevelTable>
  )
}
