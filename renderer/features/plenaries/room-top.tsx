import {
  IconAlertTriangle,
  IconArrowLeft,
  IconCheck,
  IconEyeOff,
  IconFileText,
  IconUser,
} from '@tabler/icons-react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { navigate } from '../../app/router.tsx'
import { iconProps } from '../../ui/icon.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spacer } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { type Turn, turnsOf } from './agenda-order.ts'
import styles from './room.module.css'
import { RoomMenu } from './room-menu.tsx'

const words = t.plenaries.room
const present = t.plenaries.presenting

type RoomTopProps = {
  plenary: Plenary
  turn: Turn | undefined
  onMinutes: () => void
  onAttendance: () => void
}

/** Date, place on the agenda, who is there and whether they may decide. */
export function RoomTop({ plenary, turn, onMinutes, onAttendance }: RoomTopProps) {
  const { quorum, members, agenda } = plenary
  const all = turnsOf(plenary)
  const decided = all.filter(({ person }) => person.vote?.state === 'closed')
  const Mark = quorum.met ? IconCheck : IconAlertTriangle
  return (
    <header className={styles.top}>
      <IconButton icon={IconArrowLeft} label={words.back} keys="Alt ←" onClick={() => navigate('/sidang')} />
      <Text as="h1" size={16} weight="strong" lines="oneLine">
        {words.heading(formatDate(plenary.heldOn))}
      </Text>
      <Text tone="second" lines="cut">
        {turn
          ? `${present.at(turn.item.ordinal, agenda.length)} · ${present.decided(decided.length, all.length)}`
          : plenary.number}
      </Text>
      <Spacer />
      <span className={styles.topFact}>
        <IconEyeOff {...iconProps} />
        <Text tone="second" lines="oneLine">
          {words.reporterHidden}
        </Text>
      </span>
      <button
        type="button"
        className={styles.topButton}
        disabled={plenary.state === 'closed'}
        title={t.plenaries.attendance.change}
        onClick={onAttendance}
      >
        <IconUser {...iconProps} />
        {present.attendance(quorum.present, members.length)}
        <Text tone={quorum.met ? 'ok' : 'bad'}>
          <span className={styles.topFact}>
            <Mark {...iconProps} />
            {quorum.met ? present.quorumMet : present.quorumMissing(quorum.needed)}
          </span>
        </Text>
      </button>
      <IconButton icon={IconFileText} label={t.plenaries.minutes.preview} onClick={onMinutes} />
      <RoomMenu plenary={plenary} turn={turn} />
    </header>
  )
}
