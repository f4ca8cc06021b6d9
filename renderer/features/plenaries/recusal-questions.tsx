import { useState } from 'react'
import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { openPrompts } from './agenda-order.ts'
import { isDecider, isPresider } from './presiding.ts'
import { RecusalDialog } from './recusal-dialog.tsx'
import { RecusalQuestion } from './recusal-question.tsx'
import styles from './vote.module.css'

const words = t.plenaries.presenting.prompts
const recusal = t.plenaries.recusal

/**
 * The questions that come before the votes of a case: each is answered here, by withdrawing or by staying with a
 * reason. Kinship is asked of all present at once, because nobody can look it up.
 */
export function RecusalQuestions({ plenary, item }: { plenary: Plenary; item: AgendaItem }) {
  const account = useAccount()
  const [recusing, setRecusing] = useState<{ accountId: AccountId | null; suggested?: string } | null>(null)
  const confirm = useAction('plenaries.confirmNoKinship')
  const open = openPrompts(plenary, item)
  const kinship = open.filter(prompt => prompt.reason === 'kinship')
  const single = open.filter(prompt => prompt.reason !== 'kinship')
  const answered = item.recusalPrompts.filter(prompt => prompt.answer && prompt.reason !== 'kinship')
  const mayAnswer = (accountId: AccountId) =>
    isPresider(account.role) || (isDecider(account.role) && accountId === account.id)
  return (
    <section className={styles.questions} aria-label={words.title}>
      <Text as="h3" size={16} weight="strong">
        {words.title}
      </Text>
      <Text as="p" tone={open.length > 0 ? 'warn' : 'second'}>
        {open.length > 0 ? words.unanswered(open.length) : words.allAnswered}
      </Text>
      {single.map(prompt => (
        <RecusalQuestion
          key={`${prompt.accountId} ${prompt.reason}`}
          plenaryId={plenary.id}
          caseId={item.caseId}
          prompt={prompt}
          mayAnswer={mayAnswer(prompt.accountId)}
          onRecuse={() =>
            setRecusing({
              accountId: prompt.accountId,
              ...(prompt.reason === 'sameRegion' && { suggested: recusal.sameRegion }),
            })
          }
        />
      ))}
      {kinship.length > 0 && (
        <div className={styles.promptBox}>
          <Text as="p">{words.kinship(kinship.length)}</Text>
          <Row wrap>
            {isPresider(account.role) ? (
              <Button
                size="plenary"
                pending={confirm.pending}
                onClick={() => void confirm.run({ plenaryId: plenary.id, caseId: item.caseId })}
              >
                {words.noKinship}
              </Button>
            ) : (
              kinship
                .filter(prompt => mayAnswer(prompt.accountId))
                .map(prompt => (
                  <RecusalQuestion
                    key={prompt.accountId}
                    plenaryId={plenary.id}
                    caseId={item.caseId}
                    prompt={prompt}
                    mayAnswer
                    onRecuse={() => setRecusing({ accountId: prompt.accountId })}
                  />
                ))
            )}
          </Row>
        </div>
      )}
      {answered.map(prompt => (
        <Text as="p" size={16} tone="second" key={`${prompt.accountId} ${prompt.reason}`}>
          {words.answered(prompt.displayName, prompt.answer?.text ?? '')}
        </Text>
      ))}
      {item.recusals.map(entry => (
        <Text as="p" size={16} tone="second" key={entry.accountId}>
          {recusal.recused(entry.displayName, entry.reason)}
        </Text>
      ))}
      <ActionError error={confirm.error} />
      <Button
        size="plenary"
        fill
        disabledReason={isDecider(account.role) ? null : recusal.noAssistant}
        onClick={() => setRecusing({ accountId: null })}
      >
        {recusal.action}
      </Button>
      {recusing && (
        <RecusalDialog
          plenary={plenary}
          item={item}
          accountId={recusing.accountId}
          suggested={recusing.suggested ?? ''}
          onClose={() => setRecusing(null)}
        />
      )}
    </section>
  )
}
