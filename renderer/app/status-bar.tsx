import { IconAlertTriangle, IconDeviceLaptop, IconLock, IconLockOpen2 } from '@tabler/icons-react'
import { civilDateAt, clockAt, formatShortDate, type Instant } from '../../shared/dates.ts'
import { t } from '../../shared/strings/index.ts'
import { useDevice } from '../api/device-settings.tsx'
import { smallIconProps } from '../ui/icon.ts'
import { deviceZone } from './device-zone.ts'
import { useSession } from './session.tsx'
import styles from './status-bar.module.css'

/** The last line of the window: lock, laptop, backup, network; at the right what must always be seen. */
export function StatusBar() {
  const { status } = useSession()
  const { info } = useDevice()
  const unlocked = status?.state === 'unlocked'
  const LockIcon = unlocked ? IconLockOpen2 : IconLock
  return (
    <footer className={styles.status}>
      <span>
        <LockIcon {...smallIconProps} />
        {unlocked
          ? t.app.status.unlocked
          : status?.state === 'noStore'
            ? t.app.status.noStore
            : t.app.status.locked}
      </span>
      <span>
        <IconDeviceLaptop {...smallIconProps} />
        {info.deviceName}
      </span>
      {status && status.state !== 'noStore' && (
        <span>
          {status.lastBackupAt ? t.app.status.backup(moment(status.lastBackupAt)) : t.app.status.noBackup}
        </span>
      )}
      <span className={styles.last}>{t.app.status.noNetwork}</span>
      <span className={styles.standing}>
        {status?.example && <Warning text={t.app.status.example} />}
        {info.runtime === 'evaluation' && <Warning text={t.app.status.evaluation} />}
        {!info.sandboxed && <Warning text={t.app.status.unsandboxed} />}
      </span>
    </footer>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <span>
      <IconAlertTriangle {...smallIconProps} />
      {text}
    </span>
  )
}

function moment(at: Instant): string {
  return `${formatShortDate(civilDateAt(at, deviceZone))}, ${clockAt(at, deviceZone)} ${deviceZone}`
}
