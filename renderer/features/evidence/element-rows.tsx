import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { smallIconProps } from '../../ui/icon.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './coding.module.css'
import { type Coding, linksTo, type Stance } from './use-coding.ts'

const words = t.evidence.code
const ICONS = { none: IconMinus, supports: IconCheck, contradicts: IconX } as const

type ElementRowsProps = {
  finding: Finding
  exhibit: Exhibit | undefined
  coding: Coding
  refusal: string | null
}

/** Elements of the provision with what this exhibit says about each; the digit or a click goes round the answers. */
export function ElementRows({ finding, exhibit, coding, refusal }: ElementRowsProps) {
  return (
    <ol className={styles.elements} aria-label={words.elements}>
      {finding.assessments.map((assessment, index) => {
        const links = exhibit ? linksTo(assessment, exhibit.id) : []
        const stance: Stance = links[0]?.stance ?? 'none'
        const Icon = ICONS[stance]
        return (
          <li key={assessment.elementId} className={styles.element}>
            {index < 9 ? <Kbd keys={String(index + 1)} /> : <span />}
            <span className={styles.elementLabel} title={assessment.label}>
              {assessment.label}
              {links.length > 1 && <small>{words.places(links.length)}</small>}
            </span>
            <button
              type="button"
              className={classNames(styles.answerButton, styles[stance])}
              aria-label={words.toggle(index + 1, assessment.label, words.state[stance])}
              aria-disabled={refusal !== null || undefined}
              onClick={() => refusal === null && coding.toggle(finding, assessment)}
            >
              <Icon {...smallIconProps} />
              {words.state[stance]}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
