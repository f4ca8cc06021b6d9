import { errorSentence } from '../../shared/strings/index.ts'
import { LockedApp } from '../features/session/locked-app.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ToastHost } from '../ui/toast.tsx'
import { Frame } from './frame.tsx'
import { OverlaysProvider } from './overlays.tsx'
import { PageSlotsProvider } from './page-slots.tsx'
import { useSession } from './session.tsx'

/** The whole window: the lock screen until a store is open, then the frame. */
export function App() {
  const { status, failed, held } = useSession()
  if (!status) return failed && <EmptyState title={errorSentence(failed.code, failed.facts)} />
  if (status.state !== 'unlocked' || held) return <LockedApp status={status} />
  return (
    <PageSlotsProvider>
      <OverlaysProvider key={status.account?.id}>
        <Frame />
        <ToastHost />
      </OverlaysProvider>
    </PageSlotsProvider>
  )
}
