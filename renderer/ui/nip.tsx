import styles from './text.module.css'

/**
 * A number in groups (8-6-1-3 for an 18-digit one), told apart by margin and not by blanks, so that a
 * copy gives the bare digits. Never cut, slashed zero.
 */
export function Nip({ digits }: { digits: string }) {
  const groups =
    digits.length === 18
      ? [digits.slice(0, 8), digits.slice(8, 14), digits.slice(14, 15), digits.slice(15)]
      : [digits]
  return (
    <span className={styles.nip}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one number never move
        <i key={index}>{group}</i>
      ))}
    </span>
  )
}
