import type { Place } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import styles from './viewers.module.css'

const percent = (share: number) => Math.round(share * 100)

/** While a box is drawn: how, and where it is now (read aloud). */
export function DrawingHint({ place }: { place: Place | null }) {
  const box = place?.box
  return (
    <div className={styles.hint} role="status">
      <span>{t.evidence.drawing}</span>
      {box && (
        <span className="visually-hidden">
          {t.evidence.boxAt(percent(box.x), percent(box.y), percent(box.width), percent(box.height))}
        </span>
      )}
    </div>
  )
}
