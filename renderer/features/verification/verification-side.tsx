import { clockAt } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { iconProps, smallIconProps } from '../../ui/icon.ts'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Text } from '../../ui/text.tsx'
import type { Check } from './checks-of-session.ts'
import { OUTCOME_LOOKS } from './verdict.tsx'
import styles from './verification.module.css'

const words = t.verification
const OUTCOMES = ['genuine', 'changed', 'cannotTell'] as const
type Props = { checks: readonly Check[]; shownId: number | null; onShow: (id: number) => void }

/** What the three words mean, what was checked before, and how to check without this program. */
export function VerificationSide({ checks, shownId, onShow }: Props) {
  return (
    <aside className={styles.side} aria-label={words.side.label} data-pane="" tabIndex={-1}>
      <InspectorSection title={words.side.outcomes}>
        <ul className={styles.outcomes}>
          {OUTCOMES.map(outcome => {
            const { icon: Icon, tone } = OUTCOME_LOOKS[outcome]
            return (
              <li key={outcome}>
                <Text tone={tone}>
                  <Icon {...iconProps} />
                </Text>
                <div>
                  <Text as="p" weight="medium">
                    {words.outcomes[outcome]}
                  </Text>
                  <Text as="p" size={12} tone="second">
                    {words.side.explain[outcome]}
                  </Text>
                </div>
              </li>
            )
          })}
        </ul>
      </InspectorSection>
      <InspectorSection
        title={words.side.recent}
        aside={checks.length > 0 ? String(checks.length) : undefined}
      >
        {checks.length === 0 && <Text tone="third">{words.side.none}</Text>}
        <ul className={styles.recent}>
          {checks.map(check => (
            <li key={check.id}>
              <Recent check={check} shown={check.id === shownId} onShow={() => onShow(check.id)} />
            </li>
          ))}
        </ul>
      </InspectorSection>
      <InspectorSection title={words.side.withoutApp}>
        <Text as="p" tone="second">
          {words.side.withoutAppText}
        </Text>
        <code className={styles.command}>{words.side.command}</code>
        <code className={styles.command}>{words.side.pdfsig}</code>
      </InspectorSection>
    </aside>
  )
}

function Recent({ check, shown, onShow }: { check: Check; shown: boolean; onShow: () => void }) {
  const { icon: Icon, tone } = OUTCOME_LOOKS[check.outcome]
  return (
    <button type="button" className={styles.recentLine} aria-current={shown || undefined} onClick={onShow}>
      <Text tone={tone}>
        <Icon {...smallIconProps} />
      </Text>
      <span>
        <Text tone={tone} weight="medium">
          {words.outcomes[check.outcome]}
        </Text>
        <Text as="p" size={12} tone="second" lines="cut">
          {check.letter?.number || check.fileName}
        </Text>
      </span>
      <Text size={12} tone="third">
        {clockAt(check.checkedAt, deviceZone)}
      </Text>
    </button>
  )
}
