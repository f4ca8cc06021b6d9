import { lazy, Suspense, useState } from 'react'
import type { SessionStatus } from '../../../shared/contract/session.ts'
import { StatusBar } from '../../app/status-bar.tsx'
import { FirstStart } from './first-start.tsx'
import { LockScreen } from './lock-screen.tsx'
import { RecoverForm } from './recover-form.tsx'
import styles from './session.module.css'

const LockedVerification = lazy(() => import('./locked-verification.tsx'))

export type LockedView = 'unlock' | 'recover' | 'verify' | 'create' | 'example' | 'start'

/** Everything that can be done before a store is open: unlock, recover, verify a letter, make a store. */
export function LockedApp({ status }: { status: SessionStatus }) {
  const [view, setView] = useState<LockedView | null>(null)
  const home = status.state === 'noStore' ? 'start' : 'unlock'
  const shown = view ?? home
  return (
    <div className={styles.screen}>
      <main className={styles.centre}>
        {shown === 'unlock' && <LockScreen status={status} go={setView} />}
        {shown === 'recover' && <RecoverForm onBack={() => setView(null)} />}
        {shown === 'verify' && (
          <Suspense>
            <LockedVerification onBack={() => setView(null)} />
          </Suspense>
        )}
        {(shown === 'start' || shown === 'create' || shown === 'example') && (
          <FirstStart view={shown} go={setView} onBack={() => setView(null)} />
        )}
      </main>
      <StatusBar />
    </div>
  )
}
