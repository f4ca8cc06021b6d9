import { IconTrash } from '@tabler/icons-react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './coding.module.css'
import { type Mark, markLabel } from './marks.ts'
import { shortName } from './person-tabs.ts'
import type { Coding } from './use-coding.ts'

const words = t.evidence

type MarkListProps = {
  file: CaseFile
  marks: readonly Mark[]
  activeKey: string | null
  findingId: string | null
  onMark: (mark: Mark) => void
  coding: Coding
  refusal: string | null
}

/** Every place of the exhibit that is tied to an element; choosing one goes there. */
export function MarkList({ file, marks, activeKey, findingId, onMark, coding, refusal }: MarkListProps) {
  return (
    <InspectorSection title={words.code.marks} aside={marks.length || undefined}>
      {marks.length === 0 && (
        <Text as="p" size={12} tone="third">
          {words.code.noMarks}
        </Text>
      )}
      <ul className={styles.markList}>
        {marks.map(mark => {
          const own = mark.ties.filter(tie => tie.finding.id === findingId)
          return (
            <li key={mark.key}>
              <button
                type="button"
                className={classNames(styles.markButton, mark.key === activeKey && styles.activeMark)}
                aria-pressed={mark.key === activeKey}
                onClick={() => onMark(mark)}
              >
                <span>{markLabel(mark, findingId)}</span>
                {own.length === 0 && <small>{othersOf(mark, file)}</small>}
                {own[0]?.link.note && <small>{own[0].link.note}</small>}
              </button>
              {own.length > 0 && refusal === null && (
                <IconButton
                  icon={IconTrash}
                  label={words.mark.remove}
                  onClick={() => coding.remove(own.map(tie => tie.link))}
                />
              )}
            </li>
          )
        })}
      </ul>
    </InspectorSection>
  )
}

function othersOf(mark: Mark, file: CaseFile): string {
  const ids = new Set(mark.ties.map(tie => tie.finding.respondentId))
  const names = file.respondents.filter(person => ids.has(person.id)).map(person => shortName(person.name))
  return words.mark.otherPerson(names.join(', '))
}
