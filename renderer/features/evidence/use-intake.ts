import { useEffect, useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { EXHIBIT_SERIES, Exhibit } from '../../../shared/contract/evidence.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { type Action, useAction } from '../../api/use-action.ts'

export type Series = (typeof EXHIBIT_SERIES)[number]
export type Intake = {
  /** Files waiting for the answer whose they are; empty when none wait. */
  waiting: readonly FileTicket[]
  takeIn: Action<'evidence.takeIn'>
  result: Output<'evidence.takeIn'> | null
  /** Opens the file dialog of the operating system. */
  choose(): void
  confirm(series: Series): void
  dismiss(): void
}

/** Files from a drop on the window or from the file dialog, until they are exhibits. */
export function useIntake(
  caseId: CaseId,
  allowed: boolean,
  onTaken: (exhibits: readonly Exhibit[]) => void,
): Intake {
  const { bridge } = useEngine()
  const [waiting, setWaiting] = useState<readonly FileTicket[]>([])
  const [result, setResult] = useState<Intake['result']>(null)
  const takeIn = useAction('evidence.takeIn', {
    onDone: output => {
      setResult(output)
      onTaken(output.taken)
    },
  })
  useEffect(() => {
    if (!allowed) return
    return bridge.onFilesDropped(files => setWaiting(before => [...before, ...files]))
  }, [bridge, allowed])
  return {
    waiting,
    takeIn,
    result,
    choose: () => {
      if (!allowed) return
      void bridge
        .shell('chooseFiles', { kind: 'exhibits', many: true })
        .then(files => files.length > 0 && setWaiting(files))
    },
    confirm: series => {
      // One intake at a time: files that come meanwhile wait for their answer and are never lost.
      if (takeIn.pending) return
      const files = waiting.map(file => file.ticket)
      setWaiting([])
      setResult(null)
      void takeIn.run({ caseId, series, files })
    },
    dismiss: () => {
      setWaiting([])
      setResult(null)
      takeIn.clearError()
    },
  }
}
