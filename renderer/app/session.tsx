import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Bridge } from '../../shared/bridge.ts'
import type { Account, SessionStatus } from '../../shared/contract/session.ts'
import type { EngineClient } from '../api/client.ts'
import { useDevice } from '../api/device-settings.tsx'
import { useEngine } from '../api/engine-context.tsx'
import { asEngineError, type EngineError } from '../api/engine-error.ts'
import { flushDrafts, forgetOtherDrafts } from '../api/use-draft.ts'
import { forgetAnswers } from '../api/use-query.ts'
import { rememberAccount } from './recent-accounts.ts'
import { navigate } from './router.tsx'

type Session = {
  /** Null until the engine has answered for the first time. */
  status: SessionStatus | null
  /** Why the engine's first answer did not come. */
  failed: EngineError | null
  /** The engine died and has been started again since the last unlock. */
  engineWasGone: boolean
  /** The store is open, but something must still be read before the work is shown (the recovery sheet). */
  held: boolean
  hold(held: boolean): void
  show(status: SessionStatus): void
  lock(): Promise<void>
  /** When the lock that was asked for has happened; at once when none was. */
  whenLocked(): Promise<void>
}
const SessionContext = createContext<Session | null>(null)

/** Knows whether the store is open and for whom; every lock forgets what was read. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { client, bridge } = useEngine()
  const { settings, change } = useDevice()
  const [status, setStatus] = useState<SessionStatus | null>(null)
  const [engineWasGone, setEngineWasGone] = useState(false)
  const [held, hold] = useState(false)
  const [failed, setFailed] = useState<EngineError | null>(null)

  const remember = useRef<(status: SessionStatus) => void>(() => undefined)
  remember.current = ({ account, storeId }) => {
    if (!account || !storeId) return
    const recentAccounts = rememberAccount(settings.recentAccounts, storeId, account)
    if (JSON.stringify(recentAccounts) !== JSON.stringify(settings.recentAccounts)) change({ recentAccounts })
  }

  const lastAccount = useRef<string | null>(null)

  const show = useCallback((next: SessionStatus) => {
    if (next.state !== 'unlocked') forgetAnswers()
    if (next.account) {
      // Another person begins with the own work, not on the page that was left open.
      if (lastAccount.current && lastAccount.current !== next.account.id)
        navigate('/pekerjaan', { replace: true })
      lastAccount.current = next.account.id
      remember.current(next)
      forgetOtherDrafts(next.account.id)
      setEngineWasGone(false)
    }
    setFailed(null)
    setStatus(next)
  }, [])

  useEffect(() => {
    let current = true
    const ask = async () => {
      try {
        const status = await presentStatus(client, bridge)
        if (current) show(status)
      } catch (thrown) {
        const error = asEngineError(thrown)
        // A dead engine is asked again as soon as the fresh one has given its port.
        if (current && error.code !== 'engine.gone') setFailed(error)
      }
    }
    const stopTopic = client.subscribe('session.changed', () => void ask())
    const stopShell = bridge.onShellEvent(event => {
      if (event === 'engineGone') setEngineWasGone(true)
      if (event === 'engineGone' || event === 'locking') setStatus(before => before && lockedFace(before))
    })
    void ask()
    return () => {
      current = false
      stopTopic()
      stopShell()
    }
  }, [client, bridge, show])

  // The lock screen stands before the engine has locked: a quick passphrase must come after the lock, not before.
  const locking = useRef<Promise<void>>(Promise.resolve())
  const lock = useCallback(() => {
    const perform = async () => {
      setStatus(before => before && lockedFace(before))
      await flushDrafts(client)
      forgetAnswers()
      show(await client.call('session.lock', {}))
    }
    locking.current = perform()
    return locking.current
  }, [client, show])
  const whenLocked = useCallback(() => locking.current.catch(() => undefined), [])

  const session = useMemo(
    () => ({ status, failed, engineWasGone, held, hold, show, lock, whenLocked }),
    [status, failed, engineWasGone, held, show, lock, whenLocked],
  )
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

/** A fresh engine knows no store yet: it is shown the last one of this device, which then waits to be unlocked. */
export async function presentStatus(client: EngineClient, bridge: Bridge): Promise<SessionStatus> {
  const status = await client.call('session.status', {})
  if (status.state !== 'noStore') return status
  const last = await bridge.shell('lastStoreTicket', {})
  if (!last) return status
  try {
    return await client.call('session.chooseStore', { folder: last.ticket })
  } catch (thrown) {
    if (asEngineError(thrown).code === 'engine.gone') throw thrown
    return status // moved or unplugged: the person chooses where it is now
  }
}

/** What the window shows the moment it is told to lock, before the engine has answered. */
function lockedFace(status: SessionStatus): SessionStatus {
  return status.state === 'unlocked' ? { ...status, state: 'locked', account: null } : status
}

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('SessionProvider is missing')
  return session
}

/** The signed-in person; only for pages inside the frame, which exist only while the store is open. */
export function useAccount(): Account {
  const account = useSession().status?.account
  if (!account) throw new Error('no account: this page is shown while locked')
  return account
}
