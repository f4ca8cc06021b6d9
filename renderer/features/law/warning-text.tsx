import { IconAlertTriangle } from '@tabler/icons-react'
import { t } from '../../../shared/strings/index.ts'
import { FormSection } from '../../ui/form-section.tsx'
import { smallIconProps } from '../../ui/icon.ts'
import { Pane } from '../../ui/pane.tsx'
import styles from './law.module.css'
import type { LawViewProps } from './view-props.ts'

const words = t.law.warnings

/** What must not be overlooked, and what the pack is and is not. */
export function WarningText({ pack }: LawViewProps) {
  return (
    <Pane label={t.law.tabs.peringatan} padded reading>
      <FormSection title={words.title}>
        <ul className={styles.warnings}>
          {pack.warnings.map(warning => (
            <li key={warning}>
              <IconAlertTriangle {...smallIconProps} />
              {warning}
            </li>
          ))}
        </ul>
      </FormSection>
      <FormSection title={words.note}>
        <p className={styles.basis}>{words.unofficial(pack.humanCheckBelow)}</p>
      </FormSection>
    </Pane>
  )
}
