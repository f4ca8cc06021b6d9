import { ui } from '../../shared/strings/id/ui.ts'
import { Kbd } from './kbd.tsx'
import styles from './layout.module.css'

/** Keys that do one thing, with what they do: {keys: ['J', 'K'], label: 'bukti berikut, sebelumnya'}. */
export type KeyHint = { keys: readonly string[]; label: string }

/** The bar above the status bar: the keys of this screen that have room, and F1 for all of them. */
export function KeyHints({ hints, onShowAll }: { hints: readonly KeyHint[]; onShowAll?: () => void }) {
  return (
    <div className={styles.keys} role="note" aria-label={ui.keyBar}>
      <div className={styles.keyList}>
        {hints.map(hint => (
          <span key={hint.label}>
            {hint.keys.map(key => (
              <Kbd key={key} keys={key} />
            ))}
            {hint.label}
          </span>
        ))}
      </div>
      {onShowAll && (
        <button type="button" className={styles.keysAll} onClick={onShowAll}>
          <Kbd keys="F1" />
          {ui.keysHere}
        </button>
      )}
    </div>
  )
}
