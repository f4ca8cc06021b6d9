import { useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import type { EngineError } from '../../api/engine-error.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Text } from '../../ui/text.tsx'
import type { Turn } from './agenda-order.ts'
import { Locks } from './locks.tsx'
import { OpenerForm } from './opener-form.tsx'
import { OpenerList } from './opener-list.tsx'
import { OpeningRefused } from './opening-refused.tsx'
import { holdersOf, type Opener, openingProgress, type Scope, scopesOf } from './opening-scope.ts'
import styles from './vote.module.css'

const words = t.plenaries.opening

type OpeningDialogProps = {
  plenary: Plenary
  turn: Turn
  /** A damaged ballot is to be replaced by its owner. */
  onReplace: (accountId: AccountId) => void
  onClose: () => void
}

/**
 * The ceremony at the close: the holders come forward one after the other, and once enough of them have given
 * their passphrases the ballots are opened together. The passphrases stay in this dialog and go with it.
 */
export function OpeningDialog({ plenary, turn, onReplace, onClose }: OpeningDialogProps) {
  const me = useAccount()
  const [scope, setScope] = useState<Scope>('person')
  const [others, setOthers] = useState<Opener[]>([])
  const [refusal, setRefusal] = useState<EngineError | null>(null)
  const close = useAction('plenaries.closeVotes', {
    onDone: onClose,
    onRefused: error => {
      setRefusal(error)
      // Only the one whose passphrase was wrong types it again.
      if (error.code === 'keys.wrongPassphrase') {
        setOthers(before => before.filter(opener => opener.displayName !== error.facts.name))
      }
    },
  })
  const scopes = scopesOf(plenary, turn)
  const votes = (scopes.find(entry => entry.scope === scope) ?? scopes[0])?.votes ?? []
  const holders = holdersOf(votes)
  const own = holders.filter(holder => holder.accountId === me.id)
  const openers: Opener[] = [...own.map(holder => ({ ...holder, passphrase: null })), ...others]
  const progress = openingProgress(
    votes,
    openers.map(opener => opener.accountId),
  )
  const left = holders.filter(holder => !openers.some(opener => opener.accountId === holder.accountId))
  const open = () => {
    setRefusal(null)
    const typed = others.flatMap(({ accountId, passphrase }) =>
      passphrase === null ? [] : [{ accountId, passphrase }],
    )
    void close.run({ voteIds: votes.map(vote => vote.voteId), openers: typed })
  }
  const labels: Readonly<Record<Scope, string>> = {
    person: words.person(turn.person.name),
    case: words.case(turn.item.caseNumber, scopes.find(entry => entry.scope === 'case')?.votes.length ?? 0),
    meeting: words.meeting(scopes.find(entry => entry.scope === 'meeting')?.votes.length ?? 0),
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      closable={!close.pending}
      title={words.title}
      width={680}
      foot={
        <Button
          variant="primary"
          size="plenary"
          pending={close.pending}
          disabledReason={progress.missing > 0 ? words.missing(progress.missing) : null}
          onClick={open}
        >
          {words.open}
        </Button>
      }
    >
      <div className={styles.ceremony}>
        <Text as="p" tone="second">
          {words.why}
        </Text>
        {scopes.length > 1 && (
          <RadioGroup
            label={words.scope}
            value={scope}
            onChange={setScope}
            choices={scopes.map(entry => ({ value: entry.scope, label: labels[entry.scope] }))}
          />
        )}
        <div>
          <Text as="p" size={20} weight="strong">
            {words.needed(progress.needed, progress.of)}
          </Text>
          <div role="status">
            <Text tone="second">
              {progress.missing === 0 ? words.enough : words.given(progress.given, progress.needed)}
            </Text>
          </div>
          <Locks done={Math.min(progress.given, progress.needed)} of={progress.needed} />
        </div>
        <OpenerList
          openers={openers}
          onTakeBack={accountId => setOthers(others.filter(opener => opener.accountId !== accountId))}
        />
        {left.length > 0 && progress.missing > 0 && (
          <OpenerForm
            key={openers.length}
            holders={left}
            onAdd={opener => {
              setRefusal(null)
              setOthers([...others, opener])
            }}
          />
        )}
        {refusal && <OpeningRefused error={refusal} plenary={plenary} votes={votes} onReplace={onReplace} />}
        <Text as="p" size={16} tone="second">
          {words.tieRule}
        </Text>
      </div>
    </Dialog>
  )
}
