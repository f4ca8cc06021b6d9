import { useState } from 'react'
import { ASSIGNMENT_KINDS, type CaseFile } from '../../../shared/contract/cases.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Text } from '../../ui/text.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import styles from './cases.module.css'

const words = t.cases.summary

/** Who works on the case, and as what; the engine decides who may change it. */
export function Assignments({ file }: { file: CaseFile }) {
  const me = useAccount()
  const [adding, setAdding] = useState(false)
  const unassign = useAction('cases.unassign')
  const mayUnassign = file.may.assign && ['chair', 'deputyChair', 'commissioner'].includes(me.role)
  return (
    <>
      {ASSIGNMENT_KINDS.map(kind => {
        const people = file.assignments.filter(entry => entry.kind === kind)
        if (people.length === 0) return null
        return (
          <div key={kind} className={styles.assigned}>
            <Text as="h3" size={12} tone="second">
              {words.kind[kind]}
            </Text>
            <ul>
              {people.map(person => (
                <li key={person.accountId}>
                  <span>
                    {person.displayName}
                    <Text tone="third" size={12}>
                      {` ${words.role[person.role]}`}
                    </Text>
                  </span>
                  {mayUnassign && (
                    <Button
                      variant="quiet"
                      aria-label={words.unassignLabel(person.displayName)}
                      pending={unassign.pending}
                      onClick={() =>
                        void unassign.run({ caseId: file.id, accountId: person.accountId, kind })
                      }
                    >
                      {words.unassign}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {file.assignments.length === 0 && <Text tone="second">{words.noAssignments}</Text>}
      <ActionError error={unassign.error} />
      <div className={styles.assignFoot}>
        <Button
          disabledReason={
            file.may.assign
              ? null
              : (t.cases.reasons[file.may.assignReason ?? ''] ?? errorSentence(file.may.assignReason ?? ''))
          }
          onClick={() => setAdding(true)}
        >
          {words.assign}
        </Button>
        {file.may.assign && !mayUnassign && (
          <Text as="p" size={12} tone="third">
            {words.onlyDeciders}
          </Text>
        )}
      </div>
      {adding && <AssignDialog file={file} onClose={() => setAdding(false)} />}
    </>
  )
}
