import type { LawContents } from '../../../shared/contract/law-shapes.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Row } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './law.module.css'
import type { LawViewProps } from './view-props.ts'

const words = t.law.selection

/** How the rulebook of a person is chosen: the facts, the start, the exceptions, the tables by date. */
export function SelectionText({ pack }: LawViewProps) {
  const { selection } = pack
  return (
    <Pane label={t.law.tabs.aturan} padded reading>
      <FormSection title={words.start} hint={selection.start}>
        <p className={styles.measure}>{`${words.inputs}: ${selection.inputs.join(', ')}`}</p>
      </FormSection>
      <FormSection title={words.rules}>
        {selection.rules.map(rule => (
          <article key={rule.id} className={styles.article}>
            <Row wrap gap={12}>
              <h3>{rule.basis}</h3>
              {rule.requiresHumanDecision && <StateMark state="contested" label={words.human} />}
              {rule.needsHumanCheck && <StateMark state="unknown" label={t.law.confidence.check} />}
            </Row>
            <dl className={styles.rule}>
              <dt>{words.when}</dt>
              <dd>{rule.condition}</dd>
              <dt>{words.so}</dt>
              <dd>{rule.consequence}</dd>
            </dl>
            {rule.note && (
              <Text as="p" tone="second">
                {rule.note}
              </Text>
            )}
          </article>
        ))}
      </FormSection>
      <FormSection title={words.continuing}>
        <div style={{ maxWidth: '84ch' }}>
          <Banner tone="warn">{selection.continuingActs}</Banner>
        </div>
      </FormSection>
      <DateTable title={words.statutes} rows={selection.statutes} />
      <DateTable title={words.guidelines} rows={selection.guidelines} />
      <DateTable title={words.objections} rows={selection.objections} />
    </Pane>
  )
}

function DateTable({ title, rows }: { title: string; rows: LawContents['selection']['statutes'] }) {
  return (
    <FormSection title={title}>
      <table className={styles.rows} style={{ maxWidth: '84ch' }}>
        <tbody>
          {rows.map(row => (
            <tr key={row.label}>
              <td>
                {row.from === null && row.to !== null
                  ? t.law.until(formatDate(row.to))
                  : row.from && t.law.period(formatDate(row.from), row.to && formatDate(row.to))}
              </td>
              <td>
                {row.label}
                {row.note && (
                  <Text as="div" size={12} tone="second">
                    {row.note}
                  </Text>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FormSection>
  )
}
