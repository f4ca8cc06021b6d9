import { IconArrowLeft, IconEyeOff, IconFileText, IconList, IconUser } from '@tabler/icons-react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { navigate } from '../../app/router.tsx'
import { iconProps } from '../../ui/icon.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spacer } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './room.module.css'

const words = t.plenaries.room

type RoomTopProps = {
  plenary: Plenary
  /** Position of the person on screen, from 1; 0 when there is none. */
  at: number
  total: number
  agendaShown: boolean
  onAgenda: () => void
  onMinutes: () => void
  onAttendance: () => void
}

/** Date, who is there and whether they may decide. */
export function RoomTop(props: RoomTopProps) {
  const { plenary, at, total, agendaShown, onAgenda, onMinutes, onAttendance } = props
  const { present, needed, met } = plenary.quorum
  return (
    <header className={styles.top}>
      <IconButton icon={IconArrowLeft} label={words.back} keys="Alt ←" onClick={() => navigate('/sidang')} />
      <Text as="h1" size={16} weight="strong" lines="oneLine">
        {words.heading(formatDate(plenary.heldOn))}
      </Text>
      <Text tone="second" lines="oneLine">
        {total > 0 ? words.at(at, total) : plenary.number}
      </Text>
      <Spacer />
      <span className={styles.topFact}>
        <IconEyeOff {...iconProps} />
        <Text tone="second">{words.reporterHidden}</Text>
      </span>
      <button
        type="button"
        className={styles.topButton}
        disabled={plenary.state === 'closed'}
        title={t.plenaries.attendance.change}
        onClick={onAttendance}
      >
        <IconUser {...iconProps} />
        {words.present(present, plenary.members.length)}
      </button>
      <StateMark
        state={met ? 'verified' : 'late'}
        label={met ? words.quorumMet : words.quorumMissing(needed)}
      />
      <IconButton icon={IconList} label={words.agenda} keys="A" pressed={agendaShown} onClick={onAgenda} />
      <IconButton icon={IconFileText} label={t.plenaries.minutes.preview} onClick={onMinutes} />
    </header>
  )
}
