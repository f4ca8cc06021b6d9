import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { Nip } from '../../ui/nip.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './cases.module.css'
import { rulebookChipText, rulebookTone } from './rulebook-words.ts'

const words = t.cases.summary
const heads = words.personColumns

/** One row for each person: a case goes on only as fast as its slowest person. */
export function PersonStates({ file }: { file: CaseFile }) {
  return (
    <table className={styles.persons}>
      <thead>
        <tr>
          {Object.entries(heads).map(([id, label]) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {file.respondents.map(person => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              <Text as="div" size={12} tone="second">
                <Nip digits={person.nip} />
              </Text>
            </th>
            <td>{t.cases.stage[person.stage]}</td>
            <td>
              <Text tone={rulebookTone(person.rulebook)}>{rulebookChipText(person.rulebook)}</Text>
            </td>
            <td>{words.findings(person.provenCount, person.findingCount)}</td>
            <td>
              <Decided person={person} />
            </td>
            <td>
              {person.letterState
                ? (words.letterState[person.letterState] ?? person.letterState)
                : words.noLetter}
            </td>
            <td>
              <FollowUp person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Decided({ person }: { person: CaseRespondent }) {
  const label = words.decided[person.decided]
  if (person.decided === 'proven') return <StateMark state="proven" label={label} />
  if (person.decided === 'notProven') return <StateMark state="notProven" label={label} />
  return <Text tone="third">{label}</Text>
}

function FollowUp({ person }: { person: CaseRespondent }) {
  const label = words.followUp[person.followUpState]
  if (person.followUpState === 'none') return <Text tone="third">{label}</Text>
  const state = { waiting: 'waiting', late: 'late', closed: 'closed' } as const
  return <StateMark state={state[person.followUpState]} label={label} />
}
