import { IconAlertCircle, IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { LetterCheck } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { smallIconProps } from '../../ui/icon.ts'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './letters.module.css'

const words = t.letters.checks
const ICONS = { error: IconAlertCircle, warning: IconAlertTriangle, ok: IconCheck } as const
const TONES = { error: 'bad', warning: 'warn', ok: 'second' } as const

type Props = { checks: readonly LetterCheck[]; onGoTo: ((trace: string) => void) | null }

/** What is wrong with the letter first, then what is right: what a reviewer would look for. */
export function LetterChecks({ checks, onGoTo }: Props) {
  const count = (severity: LetterCheck['severity']) => checks.filter(row => row.severity === severity).length
  const passed = checks.filter(check => check.severity === 'ok')
  return (
    <InspectorSection title={words.title} aside={words.count(count('error'), count('warning'))}>
      <CheckLines checks={checks.filter(check => check.severity !== 'ok')} onGoTo={onGoTo} />
      {passed.length > 0 && (
        <details className={styles.passed}>
          <summary>{words.passed(passed.length)}</summary>
          <CheckLines checks={passed} onGoTo={null} />
        </details>
      )}
    </InspectorSection>
  )
}

function CheckLines({ checks, onGoTo }: Props) {
  return (
    <ul className={styles.checks}>
      {checks.map(check => (
        <CheckLine key={JSON.stringify([check.code, check.facts])} check={check} onGoTo={onGoTo} />
      ))}
    </ul>
  )
}

function CheckLine({ check, onGoTo }: { check: LetterCheck; onGoTo: Props['onGoTo'] }) {
  const { severity, code, facts } = check
  const Icon = ICONS[severity]
  const hint = severity === 'ok' ? null : words.hint(code)
  const { trace } = facts
  return (
    <li className={styles.check}>
      <Text tone={TONES[severity]}>
        <Icon {...smallIconProps} />
      </Text>
      <div>
        <Text as="p" weight={severity === 'ok' ? undefined : 'medium'}>
          {words.sentence(code, facts)}
        </Text>
        {hint && (
          <Text as="p" size={12} tone="second">
            {hint}
          </Text>
        )}
        {onGoTo && typeof trace === 'string' && (
          <Button variant="link" onClick={() => onGoTo(trace)}>
            {words.goTo}
          </Button>
        )}
      </div>
    </li>
  )
}
