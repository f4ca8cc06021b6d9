import { t } from '../../../shared/strings/index.ts'
import { FormSection } from '../../ui/form-section.tsx'
import { Row } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './law.module.css'
import type { LawViewProps } from './view-props.ts'

const words = t.law

/** Rules for several violations at once, and the officials who may impose a sanction. */
export function ConcurrenceText({ pack }: LawViewProps) {
  return (
    <Pane label={words.tabs.perbarengan} padded reading>
      <FormSection title={words.concurrence.title}>
        {pack.concurrence.map(rule => (
          <article key={rule.id} className={styles.article}>
            <Row wrap>
              <h3>{rule.citation}</h3>
              {rule.needsHumanCheck && <StateMark state="unknown" label={words.confidence.check} />}
            </Row>
            <p>{rule.summary}</p>
          </article>
        ))}
      </FormSection>
      <FormSection title={words.concurrence.authorities}>
        {pack.authorities.map(entry => (
          <article key={entry.id} className={styles.article}>
            <h3>{entry.official}</h3>
            <p>{`${entry.scope}. ${entry.summary}`}</p>
            <Text size={12} tone="second">
              {`${entry.regulation} ${entry.citation}`}
            </Text>
          </article>
        ))}
      </FormSection>
    </Pane>
  )
}
