import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { SegmentedControl } from '../../ui/choice-fields.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import styles from './findings.module.css'

const words = t.findings.panel
const CHOICES = ['proven', 'notProven', 'undecided'] as const

export type Concluded = Pick<Finding, 'conclusion' | 'consideration'>

type ConclusionFieldsProps = {
  finding: Finding
  values: Concluded
  readOnly: string | null
  onChange: (part: Partial<Concluded>) => void
}

/** What follows from the elements; what they do not carry is locked, with the reasons below. */
export function ConclusionFields({ finding, values, readOnly, onChange }: ConclusionFieldsProps) {
  const blocked = provenBlocks(finding)
  const fails = finding.assessments.some(
    entry => entry.state === 'notProven' || entry.state === 'insufficient',
  )
  return (
    <>
      {readOnly ? (
        <Text as="p" tone="second">
          {readOnly}
        </Text>
      ) : null}
      <div>
        <SegmentedControl
          label={words.conclusion}
          fill
          value={values.conclusion}
          onChange={conclusion => onChange({ conclusion })}
          disabled={readOnly !== null}
          choices={CHOICES.map(value => ({
            value,
            label: words.choices[value],
            disabled: (value === 'proven' && blocked.length > 0) || (value === 'notProven' && !fails),
          }))}
        />
        {!readOnly && blocked.length > 0 && (
          <Text as="div" size={12} tone="second">
            {words.blockedProven}
            <ul className={styles.blocked}>
              {blocked.map(reason => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Text>
        )}
        {!readOnly && !fails && blocked.length > 0 && (
          <Text as="p" size={12} tone="second">
            {words.blockedNotProven}
          </Text>
        )}
      </div>
      <TextArea
        label={words.consideration}
        hint={readOnly ? undefined : words.considerationHint}
        required={values.conclusion !== 'undecided'}
        value={values.consideration}
        onChange={consideration => onChange({ consideration })}
        readOnly={readOnly !== null}
        rows={5}
        maxLength={12_000}
      />
    </>
  )
}

/** One line for each element that keeps the finding from being proven; a missing exhibit says more than an open state. */
function provenBlocks({ provenBlockedBy, assessments }: Finding): string[] {
  return provenBlockedBy
    .filter(
      ({ code, elementId }) =>
        code !== 'findings.elementsOpen' ||
        !provenBlockedBy.some(
          other => other.elementId === elementId && other.code === 'findings.exhibitRequired',
        ),
    )
    .map(({ code, elementId }) => {
      const index = assessments.findIndex(entry => entry.elementId === elementId)
      const label = assessments[index]?.label ?? ''
      return words.blocked[code]?.(index + 1, t.findings.elementName(elementId ?? '', label)) ?? code
    })
}
