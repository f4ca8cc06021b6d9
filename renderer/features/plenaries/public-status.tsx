import { t } from '../../../shared/strings/index.ts'
import styles from './public-display.module.css'
import type { PublicPane } from './use-public-pane.ts'

const words = t.plenaries.public

/** How far the vote is: never who chose what before the ballots were opened together. */
export function PublicStatus({ item }: { item: NonNullable<PublicPane['item']> }) {
  const { sealed, decision, recused } = item
  return (
    <aside className={styles.status} data-fit="" aria-label={words.decision}>
      {decision ? (
        <>
          <h2>{words.decision}</h2>
          <p className={styles.decision}>{decision}</p>
        </>
      ) : sealed ? (
        <>
          <p className={styles.sealed} role="status">
            {words.sealed(sealed.cast, sealed.expected)}
          </p>
          <div className={styles.locks} aria-hidden="true">
            {Array.from({ length: sealed.expected }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: locks have no identity, so that they tell nothing
              <i key={index} data-on={index < sealed.cast || undefined} />
            ))}
          </div>
          <p className={styles.second}>{words.sealedHint}</p>
        </>
      ) : (
        <p className={styles.second}>{words.notVoting}</p>
      )}
      {recused.length > 0 && <p className={styles.recused}>{words.recused(recused)}</p>}
    </aside>
  )
}
