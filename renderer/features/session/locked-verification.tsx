import { IconChevronLeft } from '@tabler/icons-react'
import { t } from '../../../shared/strings/index.ts'
import { routes, VERIFICATION_PATH } from '../../app/routes.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './session.module.css'

const Page = routes.find(route => route.path === VERIFICATION_PATH)?.page

/** The verification page without a rail: it needs no store and no account. */
export default function LockedVerification({ onBack }: { onBack: () => void }) {
  return (
    <div className={styles.lockedPage}>
      <div className={styles.lockedBar}>
        <Button variant="quiet" icon={IconChevronLeft} onClick={onBack}>
          {t.common.back}
        </Button>
      </div>
      <div className={styles.lockedBody}>{Page && <Page params={{}} />}</div>
    </div>
  )
}
