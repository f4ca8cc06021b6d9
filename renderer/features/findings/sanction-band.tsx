import { Fragment, useState } from 'react'
import type { CaseRespondent } from '../../../shared/contract/cases.ts'
import type { Finding, SanctionOption } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Row, Spacer } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './findings.module.css'
import { OutsideBandDialog } from './outside-band-dialog.tsx'

const words = t.findings.band
export type Level = SanctionOption['level']

type SanctionBandProps = { finding: Finding; person: CaseRespondent; readOnly: string | null }

/** The levels of the rulebook with the provision's own set off, and the sanction proposed from it. */
export function SanctionBand({ finding, person, readOnly }: SanctionBandProps) {
  const propose = useAction('findings.propose', { onDone: () => setOutside(null) })
  const [outside, setOutside] = useState<Level | null>(null)
  const { band, proposal } = finding
  const levels = [...new Set(band.sanctions.map(option => option.level))]
  const needsLevel = finding.level === null && band.levels.length > 1
  const off =
    readOnly ?? (finding.conclusion !== 'proven' ? words.onlyProven : needsLevel ? words.chooseLevel : null)
  const chosen = proposal?.sanction ?? null
  const choose = (sanctionId: string | null) =>
    void propose.run({ findingId: finding.id, sanctionId, reason: '' })
  const inBand = finding.level === null ? band.levels : [finding.level]
  const bandName = inBand.map(level => words.levels[level]).join(', ')
  return (
    <section className={styles.band} aria-label={words.title}>
      <Row wrap>
        <Text as="h2" weight="strong">
          {words.title}
        </Text>
        <Text tone="second">{person.name}</Text>
        <Spacer />
        {finding.legalBasis.split(' jo. ').map((part, index) => (
          <Fragment key={part}>
            {index > 0 && (
              <Text tone="third" size={12}>
                {words.jo}
              </Text>
            )}
            <Chip>{part}</Chip>
          </Fragment>
        ))}
        {bandName && (
          <>
            <Text tone="third" size={12}>
              {words.arrow}
            </Text>
            <Chip tone="accent">{words.levelChip(bandName)}</Chip>
          </>
        )}
      </Row>
      {levels.length === 0 && (
        <Text as="p" size={12} tone="second">
          {words.noBand}
        </Text>
      )}
      <div className={levels.length > 0 ? styles.levels : undefined}>
        {levels.map(level => {
          const inside = inBand.includes(level)
          const options = band.sanctions.filter(option => option.level === level)
          const picked = options.find(option => option.id === chosen?.id)
          return (
            <div key={level} className={classNames(styles.level, inside && styles.inside)}>
              {inside ? (
                <RadioGroup
                  label={words.levels[level]}
                  hideLabel
                  value={chosen?.id ?? null}
                  onChange={choose}
                  disabled={off !== null || propose.pending}
                  choices={options.map(option => ({
                    value: option.id,
                    label: words.option(option.citation, option.name),
                  }))}
                />
              ) : (
                <>
                  <span className={styles.levelName}>{words.levels[level]}</span>
                  {picked ? (
                    <Text weight="medium" tone="warn">
                      {words.option(picked.citation, picked.name)}
                    </Text>
                  ) : (
                    words.outside
                  )}
                  {off === null && (
                    <div>
                      <Button
                        variant="link"
                        aria-label={words.chooseOutside(words.levels[level])}
                        onClick={() => setOutside(level)}
                      >
                        {words.choose}
                      </Button>
                    </div>
                  )}
                </>
              )}
            </div>
          )
        })}
      </div>
      {(off || proposal) && (
        <Row>
          <Text as="p" size={12} tone="second">
            {off ?? (proposal?.reason ? `${words.reason}: ${proposal.reason}` : '')}
          </Text>
          <Spacer />
          {proposal && off === null && (
            <Button variant="link" onClick={() => choose(null)}>
              {words.clear}
            </Button>
          )}
        </Row>
      )}
      {!outside && <ActionError error={propose.error} />}
      {outside && (
        <OutsideBandDialog
          options={band.sanctions.filter(option => option.level === outside)}
          bandName={bandName}
          pending={propose.pending}
          error={propose.error}
          onSubmit={(sanctionId, reason) => void propose.run({ findingId: finding.id, sanctionId, reason })}
          onClose={() => setOutside(null)}
        />
      )}
    </section>
  )
}
