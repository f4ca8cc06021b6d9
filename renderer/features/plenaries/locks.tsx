import styles from './vote.module.css'

/** One lock for each thing that is waited for; they have no names, so that they tell nothing. */
export function Locks({ done, of }: { done: number; of: number }) {
  return (
    <div className={styles.locks} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: locks have no identity, so that they tell nothing
        <i key={index} data-on={index < done || undefined} />
      ))}
    </div>
  )
}
