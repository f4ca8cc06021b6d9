import { useState } from 'react'
import { type Finding, REVIEW_CHECKS } from '../../../shared/contract/findings.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useDraft } from '../../api/use-draft.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import styles from './findings.module.css'

const words = t.findings.review
type Check = (typeof REVIEW_CHECKS)[number]
type Reviewed = { checks: Check[]; comment: string }

/** The second person's part: every point ticked to approve, a comment to give it back. */
export function ReviewForm({ finding }: { finding: Finding }) {
  const account = useAccount()
  const draft = useDraft<Reviewed>(`findings/${finding.id}/review`, account.id)
  const [typed, setTyped] = useState<Reviewed | null>(null)
  const review = useAction('findings.review', { onDone: () => void draft.discard() })
  const { checks, comment } = typed ?? draft.restored ?? { checks: [], comment: '' }
  if (!finding.mayReview) {
    const code = finding.mayReviewReason ?? ''
    return (
      <InspectorSection title={words.title}>
        <StateMark state="waiting" label={t.findings.panel.waiting} />
        <Text as="p" tone="second">
          {words.mayNot[code] ?? t.cases.reasons[code]}
        </Text>
      </InspectorSection>
    )
  }
  const change = (part: Partial<Reviewed>) => {
    const next = { checks, comment, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const left = REVIEW_CHECKS.length - checks.length
  const send = (outcome: 'approved' | 'returned') =>
    void review.run({ findingId: finding.id, outcome, checks, comment })
  return (
    <InspectorSection title={words.title}>
      <Column gap={12}>
        <Column gap={4}>
          {REVIEW_CHECKS.map(check => (
            <Checkbox
              key={check}
              label={words.checks[check]}
              checked={checks.includes(check)}
              onChange={on =>
                change({ checks: on ? [...checks, check] : checks.filter(entry => entry !== check) })
              }
            />
          ))}
        </Column>
        <TextArea
          label={words.comment}
          value={comment}
          onChange={text => change({ comment: text })}
          maxLength={4000}
        />
        <ActionError error={review.error} />
        <Row wrap>
          <Button
            variant="primary"
            pending={review.pending}
            disabledReason={left > 0 ? words.approveOff(left) : null}
            onClick={() => send('approved')}
          >
            {words.approve}
          </Button>
          <Button
            pending={review.pending}
            disabledReason={comment.trim() === '' ? words.returnOff : null}
            onClick={() => send('returned')}
          >
            {words.giveBack}
          </Button>
        </Row>
      </Column>
    </InspectorSection>
  )
}

/** Who approved or returned the finding, when and with what words; newest first. */
export function ReviewHistory({ finding: { reviews } }: { finding: Finding }) {
  if (reviews.length === 0) return null
  return (
    <InspectorSection title={words.history}>
      <ul className={styles.reviews}>
        {reviews.toReversed().map(entry => (
          <li key={entry.at}>
            <StateMark
              state={entry.outcome === 'approved' ? 'verified' : 'returned'}
              label={words.outcome[entry.outcome]}
            />
            <Text as="div" size={12} tone="third">
              {words.by(entry.reviewerName, formatInstant(entry.at, deviceZone))}
            </Text>
            {entry.outcome === 'approved' && <Confirmed checks={entry.checks} />}
            {entry.comment && (
              <Text as="p" lines="preserve">
                {entry.comment}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </InspectorSection>
  )
}

/** Which points of the list the reviewer confirmed; a point that was left out is named as such. */
function Confirmed({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className={styles.confirmed}>
      {REVIEW_CHECKS.map(check => (
        <li key={check}>
          <StateMark
            state={checks.includes(check) ? 'verified' : 'notAssessed'}
            label={
              checks.includes(check) ? words.checks[check] : `${words.notConfirmed}: ${words.checks[check]}`
            }
          />
        </li>
      ))}
    </ul>
  )
}
