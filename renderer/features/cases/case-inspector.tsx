import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Nip } from '../../ui/nip.tsx'
import { Text } from '../../ui/text.tsx'
import { DeadlineMark } from './deadline-mark.tsx'
import { missingIn } from './missing.ts'
import { useCaseFile } from './use-case-file.ts'

const words = t.cases

/** The selected case at a glance: who, where it stands, what is missing, what is due. */
export function CaseInspector({ caseId, onOpen }: { caseId: string; onOpen: () => void }) {
  const { data: file } = useCaseFile(caseId)
  if (!file) return null
  const running = file.deadlines.filter(deadline => !deadline.doneAt)
  return (
    <Inspector
      foot={
        <Button variant="primary" size="large" fill keys="Enter" onClick={onOpen}>
          {words.summary.open}
        </Button>
      }
    >
      <InspectorSection>
        <Text as="h2" size={16} weight="strong">
          {words.caseTitle(file.registerNumber)}
        </Text>
        <Text as="p" tone="second">
          {`${words.stage[file.stage]} · ${file.rulebook.label}`}
        </Text>
      </InspectorSection>
      <InspectorSection title={words.summary.next}>
        {missingIn(file)
          .slice(0, 5)
          .map(item => (
            <Text as="p" key={item.text} tone={item.tone}>
              {item.text}
            </Text>
          ))}
      </InspectorSection>
      <InspectorSection title={words.columns.respondents} aside={String(file.respondents.length)}>
        {file.respondents.map(person => (
          <div key={person.id}>
            <Text as="p" weight="medium">
              {person.name}
            </Text>
            <Nip digits={person.nip} />
            <Text as="p" tone="second">
              {[person.position, person.agencyName].filter(Boolean).join(', ')}
            </Text>
          </div>
        ))}
      </InspectorSection>
      <InspectorSection title={words.summary.deadlines}>
        <KeyValueList
          termWidth={120}
          facts={[
            ...running.map(deadline => ({
              term:
                file.respondents.find(person => person.id === deadline.respondentId)?.name ?? deadline.label,
              value: (
                <>
                  {deadline.respondentId && (
                    <Text as="div" tone="second">
                      {deadline.label}
                    </Text>
                  )}
                  {formatDate(deadline.dueOn)}
                  <br />
                  <DeadlineMark deadline={deadline} />
                </>
              ),
            })),
            running.length === 0 && { term: words.columns.dueOn, value: words.summary.noDeadlines },
          ]}
        />
      </InspectorSection>
    </Inspector>
  )
}
