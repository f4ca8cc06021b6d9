import { useEffect, useState } from 'react'
import type { Bridge } from '../../../shared/bridge.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { EngineClient } from '../../api/client.ts'

export type PublicPane = NonNullable<Output<'plenaries.publicPane'>>

/**
 * What the audience may see now; null while the store is locked, the engine is gone or nothing was chosen. An
 * answer that did not come takes what was shown away: an old pane must never stand beside a new case.
 */
export function usePublicPane(client: EngineClient, bridge: Bridge): PublicPane | null {
  const [pane, setPane] = useState<PublicPane | null>(null)
  useEffect(() => {
    let turn = 0
    const ask = () => {
      turn += 1
      const own = turn
      client.call('plenaries.publicPane', {}).then(
        answer => own === turn && setPane(answer),
        () => own === turn && setPane(null),
      )
    }
    const cover = () => {
      turn += 1
      setPane(null)
    }
    const stops = [
      client.subscribe('plenaries.changed', ask),
      client.subscribe('session.changed', ask),
      bridge.onShellEvent(event => {
        if (event === 'locking' || event === 'engineGone') cover()
      }),
    ]
    ask()
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, bridge])
  return pane
}
