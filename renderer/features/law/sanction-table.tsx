import type { LawSanction } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './law.module.css'

const words = t.law.provision

/** Sanctions by name, light to heavy, with their article. */
export function SanctionTable({ sanctions }: { sanctions: readonly LawSanction[] }) {
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">{t.law.columns.level}</th>
          <th scope="col">{t.law.columns.sanction}</th>
          <th scope="col" className={styles.cited}>
            {t.law.procedure.citation}
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
  )
}
