import { useState } from 'react'
import type { AgendaItem } from '../../../shared/contract/plenaries.ts'
import type { CaseId, PlenaryId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import styles from './vote.module.css'

const words = t.plenaries.presenting.prompts

type RecusalQuestionProps = {
  plenaryId: PlenaryId
  caseId: CaseId
  prompt: AgendaItem['recusalPrompts'][number]
  mayAnswer: boolean
  onRecuse: () => void
}

/** One question to one member, with its two answers. */
export function RecusalQuestion(props: RecusalQuestionProps) {
  const { plenaryId, caseId, prompt, mayAnswer, onRecuse } = props
  const { accountId, displayName, reason, detail } = prompt
  const kinship = reason === 'kinship'
  const [staying, setStaying] = useState(false)
  const [text, setText] = useState(kinship ? words.none : '')
  const answer = useAction('plenaries.answerPrompt')
  return (
    <div className={styles.promptBox}>
      <Text as="p">{words.ask[reason](displayName, detail)}</Text>
      {!mayAnswer && (
        <Text as="p" size={16} tone="second">
          {words.onlyDeciders}
        </Text>
      )}
      {mayAnswer && !staying && (
        <Row wrap>
          <Button size="plenary" aria-label={words.recuseOf(displayName)} onClick={onRecuse}>
            {words.recuse}
          </Button>
          <Button size="plenary" aria-label={words.stayOf(displayName)} onClick={() => setStaying(true)}>
            {words.stay}
          </Button>
        </Row>
      )}
      {mayAnswer && staying && (
        <form
          className={classNames(styles.form, styles.questions)}
          onSubmit={event => {
            event.preventDefault()
            void answer.run({ plenaryId, caseId, accountId, reason, text })
          }}
        >
          <TextArea
            label={words.stayReason(displayName)}
            required
            autoFocus
            rows={2}
            value={text}
            onChange={setText}
            maxLength={500}
          />
          <ActionError error={answer.error} />
          <Row>
            <Button size="plenary" type="submit" pending={answer.pending}>
              {words.save}
            </Button>
            <Button size="plenary" variant="quiet" onClick={() => setStaying(false)}>
              {t.common.cancel}
            </Button>
          </Row>
        </form>
      )}
    </div>
  )
}
