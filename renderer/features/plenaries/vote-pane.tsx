import type { Plenary } from '../../../shared/contract/plenaries.ts'
import type { Turn } from './agenda-order.ts'
import { BeforeVote } from './before-vote.tsx'
import { OpenVote } from './open-vote.tsx'
import { VoteResult } from './vote-result.tsx'

export type VotePaneProps = {
  plenary: Plenary
  turn: Turn
  /** No person comes after this one. */
  last: boolean
  onNext: () => void
  /** The meeting was closed; its minutes come next. */
  onClosed: () => void
}

/** The question for one person, and where its vote stands. */
export function VotePane(props: VotePaneProps) {
  const { vote } = props.turn.person
  if (!vote || vote.state === 'annulled') return <BeforeVote {...props} />
  return vote.state === 'open' ? <OpenVote {...props} vote={vote} /> : <VoteResult {...props} vote={vote} />
}
