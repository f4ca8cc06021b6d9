import type { PersonVote, Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import type { EngineError } from '../../api/engine-error.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { AnnulVote } from './annul-vote.tsx'

const words = t.plenaries.opening

type OpeningRefusedProps = {
  error: EngineError
  plenary: Plenary
  votes: readonly PersonVote[]
  onReplace: (accountId: AccountId) => void
}

/** Why the ballots did not open, and what can be done about it. */
export function OpeningRefused({ error, plenary, votes, onReplace }: OpeningRefusedProps) {
  if (error.code !== 'plenaries.ballotDamaged') return <ActionError error={error} />
  const names = String(error.facts.names ?? '')
  const owners = plenary.members.filter(member => names.includes(member.displayName))
  return (
    <>
      <ActionError error={error} />
      <Text as="p" tone="second">
        {words.damagedNext}
      </Text>
      <Row wrap>
        {votes.length === 1 &&
          owners.map(member => (
            <Button key={member.accountId} size="plenary" onClick={() => onReplace(member.accountId)}>
              {t.plenaries.ballots.replaceOf(member.displayName)}
            </Button>
          ))}
        {votes.length === 1 && votes.map(vote => <AnnulVote key={vote.voteId} vote={vote} />)}
      </Row>
    </>
  )
}
