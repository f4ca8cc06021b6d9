import { t } from '../../../shared/strings/index.ts'
import { Column } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.law.confidence

/** How sure an entry is, in words and as a number; below the pack's threshold a person has to look. */
export function Doubt({ entry, below }: { entry: Doubted; below?: number }) {
  if (!entry.needsHumanCheck) return <Text>{words.value(entry.confidence)}</Text>
  return (
    <Column gap={2}>
      <Text>{words.value(entry.confidence)}</Text>
      <StateMark state="unknown" label={words.check} />
      {below !== undefined && (
        <Text size={12} tone="second">
          {words.checkWhy(below)}
        </Text>
      )}
    </Column>
  )
}

/** The same in one line of a list. */
export function DoubtMark({ entry }: { entry: Doubted }) {
  return entry.needsHumanCheck ? (
    <StateMark state="unknown" label={words.check} />
  ) : (
    <Text tone="third">{words.value(entry.confidence)}</Text>
  )
}

type Doubted = { confidence: number | null; needsHumanCheck: boolean }
