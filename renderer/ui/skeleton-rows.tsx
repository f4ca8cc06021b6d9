import { common } from '../../shared/strings/id/common.ts'
import styles from './feedback.module.css'

const WIDTHS = [
  [72, 140, 180, 120],
  [64, 160, 150, 96],
  [72, 120, 190, 140],
] as const

/** Rows in the rhythm of a table while it loads; quiet, without a shimmer. */
export function SkeletonRows({ rows = 12 }: { rows?: number }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={common.loading}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing here moves
        <div key={index} className={styles.skeletonRow} aria-hidden="true">
          {(WIDTHS[index % 3] ?? WIDTHS[0]).map(width => (
            <i key={width} style={{ width }} />
          ))}
        </div>
      ))}
    </div>
  )
}
