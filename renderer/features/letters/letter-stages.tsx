import { IconCheck, IconCircle, IconCircleHalf2 } from '@tabler/icons-react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { civilDateAt, clockAt, formatShortDate, type Instant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Banner } from '../../ui/banner.tsx'
import { iconProps } from '../../ui/icon.ts'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Text } from '../../ui/text.tsx'
import { chainOf, remarkOf, type StageState } from './letter-chain.ts'
import styles from './letters.module.css'

const words = t.letters.chain
const ICONS = { done: IconCheck, next: IconCircleHalf2, waiting: IconCircle } as const
const TONES = { done: 'accent', next: 'accent', waiting: 'third' } as const

/** Who has done what with the letter, whose turn it is, and the remark that came back. */
export function LetterStages({ letter }: { letter: Letter }) {
  const chain = chainOf(letter)
  const remark = remarkOf(letter)
  const done = chain.filter(row => row.state === 'done').length
  return (
    <InspectorSection title={words.title} aside={words.count(done, chain.length)}>
      {remark && (
        <Banner
          tone={remark.step === 'returned' ? 'warn' : 'info'}
          title={
            remark.step === 'returned' ? words.returned(remark.by) : words.approvedWithComment(remark.by)
          }
        >
          <Text lines="preserve">{remark.comment}</Text>
        </Banner>
      )}
      <ol className={styles.chain}>
        {chain.map(row => (
          <StageLine key={row.stage} row={row} />
        ))}
      </ol>
    </InspectorSection>
  )
}

function StageLine({ row: { stage, state, step } }: { row: StageState }) {
  const Icon = ICONS[state]
  const { role, who } = words.stages[stage]
  const when = state === 'done' && step ? shortInstant(step.at) : null
  return (
    <li className={styles.stage}>
      <Text tone={TONES[state]}>
        <Icon {...iconProps} />
      </Text>
      <div>
        <Text as="p" weight="medium">
          {step?.by ?? who}
        </Text>
        <Text as="p" size={12} tone="second">
          {when ? `${role} · ${when}` : role}
        </Text>
      </div>
      {state !== 'done' && (
        <Text size={12} tone={state === 'next' ? 'accent' : 'third'} lines="oneLine">
          {state === 'next' ? words.next : words.waiting}
        </Text>
      )}
    </li>
  )
}

const shortInstant = (at: Instant) =>
  `${formatShortDate(civilDateAt(at, deviceZone))}, ${clockAt(at, deviceZone)}`
