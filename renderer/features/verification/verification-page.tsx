import { useCallback, useEffect, useRef, useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { asEngineError, type EngineError } from '../../api/engine-error.ts'
import { useCommands } from '../../app/commands.ts'
import { usePage } from '../../app/page-slots.tsx'
import { useSession } from '../../app/session.tsx'
import { useKey } from '../../app/use-key.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { addCheck, useChecks } from './checks-of-session.ts'
import { DropZone } from './drop-zone.tsx'
import { Verdict } from './verdict.tsx'
import styles from './verification.module.css'
import { VerificationSide } from './verification-side.tsx'

const words = t.verification

/** Any PDF, also while the store is locked: genuine, changed, or cannot tell and what is missing. */
export default function VerificationPage() {
  const { client, bridge } = useEngine()
  const who = useSession().status?.account?.id ?? ''
  const checks = useChecks(who)
  const [shownId, setShownId] = useState<number | null>(null)
  const [checking, setChecking] = useState<string | null>(null)
  const [error, setError] = useState<EngineError | null>(null)
  const [trust, setTrust] = useState<FileTicket | null>(null)
  const shown = checks.find(check => check.id === shownId) ?? checks[0]

  const check = useCallback(
    async (files: readonly FileTicket[]) => {
      setError(null)
      for (const file of files) {
        setChecking(file.name)
        try {
          const input = { file: file.ticket, trust: trust?.ticket ?? null }
          addCheck(await client.call('verification.check', input), who)
          setShownId(null)
        } catch (thrown) {
          setError(asEngineError(thrown))
        }
      }
      setChecking(null)
    },
    [client, who, trust],
  )
  const latest = useRef(check)
  latest.current = check
  useEffect(() => bridge.onFilesDropped(files => void latest.current(files)), [bridge])

  const choose = async () => void check(await bridge.shell('chooseFiles', { kind: 'pdf', many: true }))
  const chooseTrust = async () => {
    const [chosen] = await bridge.shell('chooseFiles', { kind: 'certificate', many: false })
    if (chosen) setTrust(chosen)
  }
  useKey('Ctrl+O', () => void choose())
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['Ctrl O'], label: words.keys.choose },
      { keys: ['F6'], label: words.keys.panes },
    ],
  })
  useCommands([
    { id: 'verification.choose', label: words.chooseVerb, keys: 'Ctrl O', run: () => void choose() },
  ])
  return (
    <div className={styles.page}>
      <section className={styles.work} aria-label={words.heading} data-pane="" tabIndex={-1}>
        <div className={styles.column}>
          <header className={styles.heading}>
            <h1>{words.heading}</h1>
            <p>{words.intro}</p>
          </header>
          <DropZone
            checking={checking}
            trust={trust}
            onChoose={() => void choose()}
            onChooseTrust={() => void chooseTrust()}
            onDropTrust={() => setTrust(null)}
          />
          <ActionError error={error} />
          <div role="status" className="visually-hidden">
            {shown && !checking && announcement(shown)}
          </div>
          {shown && <Verdict key={shown.id} result={shown} />}
        </div>
      </section>
      <VerificationSide checks={checks} shownId={shown?.id ?? null} onShow={setShownId} />
    </div>
  )
}

function announcement({ fileName, outcome, letter }: Parameters<typeof Verdict>[0]['result']): string {
  return words.announce(
    fileName,
    words.outcomes[outcome],
    words.sentences[outcome](letter?.institution ?? ''),
  )
}
