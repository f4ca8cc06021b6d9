import type { ReactNode } from 'react'
import { t } from '../../../shared/strings/index.ts'
import styles from './law.module.css'

const words = t.law

/** Rows by level with their article; `middle` heads the column between the two. */
export function LevelTable({ middle, children }: { middle: string; children: ReactNode }) {
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">{words.columns.level}</th>
          <th scope="col">{middle}</th>
          <th scope="col" className={styles.cited}>
            {words.procedure.citation}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
