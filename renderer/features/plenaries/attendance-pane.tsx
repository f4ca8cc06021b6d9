import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { Text } from '../../ui/text.tsx'
import { isPresider } from './presiding.ts'
import { SidePane } from './side-pane.tsx'
import styles from './vote.module.css'

const words = t.plenaries.attendance

/** Who has come; the meeting can be opened once they may decide. */
export function AttendancePane({ plenary, onDone }: { plenary: Plenary; onDone: () => void }) {
  const account = useAccount()
  const record = useAction('plenaries.recordAttendance')
  const open = useAction('plenaries.open')
  const { quorum, members, state } = plenary
  const present = members.filter(member => member.present).map(member => member.accountId)
  const save = (ids: typeof present) => void record.run({ plenaryId: plenary.id, present: ids })
  const reason = isPresider(account.role)
    ? quorum.met
      ? null
      : words.noQuorum(quorum.present, quorum.needed)
    : words.onlyPresiders
  return (
    <SidePane
      label={words.title}
      foot={
        state === 'planned' ? (
          <>
            <Button
              size="plenary"
              pending={record.pending}
              onClick={() => save(members.map(member => member.accountId))}
            >
              {words.all}
            </Button>
            <Button
              variant="primary"
              size="plenary"
              fill
              pending={open.pending}
              disabledReason={reason}
              onClick={() => void open.run({ plenaryId: plenary.id })}
            >
              {words.open}
            </Button>
          </>
        ) : (
          <Button size="plenary" onClick={onDone}>
            {t.plenaries.minutes.back}
          </Button>
        )
      }
    >
      <Text as="h2" size={20} weight="strong">
        {words.title}
      </Text>
      <Text as="p" tone="second">
        {state === 'planned' ? words.hint : words.hintOpen}
      </Text>
      <ul className={styles.seats}>
        {members.map(member => (
          <li key={member.accountId} className={styles.attendee}>
            <Checkbox
              label={member.displayName}
              hint={words.member(member.position, member.region)}
              checked={member.present}
              disabled={record.pending}
              onChange={on =>
                save(on ? [...present, member.accountId] : present.filter(id => id !== member.accountId))
              }
            />
          </li>
        ))}
      </ul>
      <ActionError error={record.error ?? open.error} />
    </SidePane>
  )
}
