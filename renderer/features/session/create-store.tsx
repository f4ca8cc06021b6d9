import { useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { SessionStatus } from '../../../shared/contract/session.ts'
import type { InstitutionPack } from '../../../shared/institution-pack.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { ProgressPanel } from '../../ui/progress-panel.tsx'
import { type AccountDraft, accountProblems, blankAccount, toNewAccount } from './account-draft.ts'
import { AccountsStep } from './accounts-step.tsx'
import { InstitutionStep } from './institution-step.tsx'
import { PlaceField } from './place-field.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'
import { Wizard } from './wizard.tsx'

const TOTAL = 4

/** First start: place, institution, accounts, recovery sheet. Nothing is written before the third step ends. */
export function CreateStore({ onBack }: { onBack: () => void }) {
  const { show, hold } = useSession()
  const example = useQuery('institution.example', {}, { topics: [] })
  const [step, setStep] = useState(1)
  const [folder, setFolder] = useState<FileTicket | null>(null)
  const [edited, setEdited] = useState<InstitutionPack | null>(null)
  const [accounts, setAccounts] = useState<readonly AccountDraft[]>(() => [
    blankAccount('secretariat'),
    blankAccount('assistant'),
    blankAccount('chair'),
  ])
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState<{ status: SessionStatus; recoveryKey: string } | null>(null)
  const create = useAction('session.createStore', { onDone: setMade, onRefused: () => hold(false) })
  const institution = edited ?? example.data ?? null
  const problems = accountProblems(accounts)

  if (made)
    return (
      <RecoverySheet
        recoveryKey={made.recoveryKey}
        step={{ at: TOTAL, total: TOTAL }}
        onDone={() => {
          show(made.status)
          hold(false)
        }}
      />
    )

  if (step === 1) {
    return (
      <Wizard
        title={t.session.place.title}
        why={t.session.place.why}
        step={{ at: 1, total: TOTAL }}
        onBack={onBack}
        next={{
          label: t.common.next,
          run: () => setStep(2),
          disabledReason: folder ? null : t.session.place.missing,
        }}
      >
        <PlaceField value={folder} onChange={setFolder} />
      </Wizard>
    )
  }
  if (step === 2) {
    return (
      <Wizard
        title={t.session.institution.title}
        why={t.session.institution.why}
        step={{ at: 2, total: TOTAL }}
        onBack={() => setStep(1)}
        next={{
          label: t.common.next,
          run: () => setStep(3),
          pending: !institution,
          disabledReason: institution && !institution.name.trim() ? t.ui.fieldEmpty : null,
        }}
      >
        {institution && <InstitutionStep value={institution} onChange={setEdited} />}
        {example.error && (
          <Banner tone="bad">{errorSentence(example.error.code, example.error.facts)}</Banner>
        )}
      </Wizard>
    )
  }
  const finish = () => {
    setTried(true)
    if (!folder || !institution || problems.any) return
    const packId = edited ? 'own-institution' : institution.packId
    hold(true) // the recovery sheet comes before the work
    void create.run({
      folder: folder.ticket,
      institution: { ...institution, packId, example: edited === null && institution.example },
      accounts: accounts.map(toNewAccount),
    })
  }
  return (
    <Wizard
      title={t.session.accounts.title}
      why={t.session.accounts.why}
      step={{ at: 3, total: TOTAL }}
      onBack={create.pending ? undefined : () => setStep(2)}
      next={{
        label: create.pending ? t.session.accounts.creating : t.session.accounts.create,
        run: finish,
        pending: create.pending,
      }}
    >
      {create.pending && (
        <ProgressPanel
          label={t.session.accounts.creating}
          done={create.progress?.done ?? 0}
          total={create.progress?.total ?? null}
        />
      )}
      <AccountsStep accounts={accounts} onChange={setAccounts} problems={tried ? problems : null} />
      <ActionError error={create.error} />
    </Wizard>
  )
}
