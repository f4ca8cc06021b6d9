import type { ReactNode } from 'react'
import type { Officials } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import styles from './rulebook.module.css'

const words = t.cases.rulebook.officials

/** Who decides about a person and who did not, beside the dates that decide. */
export function OfficialsLine({ officials, children }: { officials: Officials; children: ReactNode }) {
  const { homeAgency, failedOfficial } = officials
  const failed = failedOfficial
    ? [failedOfficial.post, failedOfficial.isAuthority && words.authority].filter(Boolean).join(' · ')
    : words.none
  return (
    <div className={styles.dates}>
      <dl>
        <div>
          <dt>{words.home}</dt>
          <dd>{homeAgency?.agencyName ?? words.sameAgency}</dd>
        </div>
        <div>
          <dt>{words.failed}</dt>
          <dd title={failedOfficial?.note}>{failed}</dd>
        </div>
      </dl>
      {children}
    </div>
  )
}
