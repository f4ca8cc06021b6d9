import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import styles from './viewers.module.css'

/** The viewer could not show what the engine took for showable; the bytes are whole all the same. */
export function ViewerFailed({ text = t.evidence.viewerFailed }: { text?: string }) {
  return (
    <div className={styles.failed}>
      <Banner tone="warn" announce>
        {text}
      </Banner>
    </div>
  )
}
