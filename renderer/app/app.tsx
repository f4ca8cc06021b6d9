import { LockedApp } from '../features/session/locked-app.tsx'
import { ToastHost } from '../ui/toast.tsx'
import { Frame } from './frame.tsx'
import { OverlaysProvider } from './overlays.tsx'
import { PageSlotsProvider } from './page-slots.tsx'
import { useSession } from './session.tsx'

/** The whole window: the lock screen until a store is open, then the frame. */
export function App() {
  const { status } = useSession()
  if (!status) return null
  if (status.state !== 'unlocked') return <LockedApp status={status} />
  return (
    <PageSlotsProvider>
      <OverlaysProvider key={status.account?.id}>
        <Frame />
        <ToastHost />
      </OverlaysProvider>
    </PageSlotsProvider>
  )
}
