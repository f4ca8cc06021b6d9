import { type ReactNode, useState } from 'react'
import type { CaseFile, CaseRespondent, RespondentRulebook } from '../../../shared/contract/cases.ts'
import { type CivilDate, formatDate, formatInstant } from '../../../shared/dates.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useAccount } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { ChooseRulebookDialog } from './choose-rulebook-dialog.tsx'
import { OfficialsDialog } from './officials-dialog.tsx'
import { OfficialsLine } from './officials-line.tsx'
import { RecordDatesDialog } from './record-dates-dialog.tsx'
import styles from './rulebook.module.css'
import { RulebookReadings } from './rulebook-readings.tsx'
import { rulebookChipText, rulebookTone } from './rulebook-words.ts'
import { Section } from './section.tsx'

const words = t.cases.rulebook

/** For each person: the dates that decide, the steps to the rulebook, its readings and the choice. */
export function RulebookSection({ file }: { file: CaseFile }) {
  return (
    <Section title={words.title}>
      <Column gap={12}>
        {file.respondents.map((person, n) => (
          <PersonRulebook
            key={person.id}
            file={file}
            person={person}
            sameAs={sameAnswer(person, file.respondents.slice(0, n))}
          />
        ))}
      </Column>
    </Section>
  )
}

type PersonProps = {
  file: CaseFile
  person: CaseRespondent
  /** An earlier person with the same steps and readings, which are then folded away here. */
  sameAs: string | null
}

function PersonRulebook({ file, person, sameAs }: PersonProps) {
  const [dialog, setDialog] = useState<'dates' | 'officials' | 'choose' | null>(null)
  const { rulebook } = person
  const several = rulebook.readings.length > 1 || rulebook.undecided
  const chosen = rulebook.choice?.rulebook ?? null
  const refusal = refusalOf(file, person)
  const close = () => setDialog(null)
  return (
    <section className={styles.person} aria-label={words.chipFor(words.title, person.name)}>
      <Row gap={8} wrap>
        <Text as="h3" weight="strong">
          {person.name}
        </Text>
        <Chip tone={rulebookTone(rulebook)}>{rulebookChipText(rulebook)}</Chip>
        <Text size={12} tone="second">
          {t.reports.status[person.status]}
        </Text>
      </Row>
      <Dates file={file} rulebook={rulebook}>
        <Button
          aria-label={words.dates.changeFor(person.name)}
          disabledReason={refusal}
          onClick={() => setDialog('dates')}
        >
          {words.dates.change}
        </Button>
      </Dates>
      <OfficialsLine officials={person.officials}>
        <Button
          aria-label={words.officials.changeFor(person.name)}
          disabledReason={refusal}
          onClick={() => setDialog('officials')}
        >
          {words.officials.change}
        </Button>
      </OfficialsLine>
      {rulebookTone(rulebook) && (
        <Banner tone="bad">
          {rulebook.undecided && <p>{words.undecided}</p>}
          {rulebook.datesMissing && <p>{words.datesMissing}</p>}
        </Banner>
      )}
      <details className={styles.steps} open={rulebook.undecided && sameAs === null}>
        <summary>{sameAs === null ? words.trace : words.sameAs(sameAs)}</summary>
        <ol className={styles.trace}>
          {rulebook.trace.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {sameAs !== null && several && <RulebookReadings readings={rulebook.readings} chosen={chosen} />}
      </details>
      {sameAs === null && several && <RulebookReadings readings={rulebook.readings} chosen={chosen} />}
      <Choice rulebook={rulebook} />
      {(rulebook.undecided || rulebook.choice) && (
        <ChooseButton person={person} refusal={refusal} onClick={() => setDialog('choose')} />
      )}
      {dialog === 'dates' && <RecordDatesDialog file={file} person={person} onClose={close} />}
      {dialog === 'officials' && <OfficialsDialog file={file} person={person} onClose={close} />}
      {dialog === 'choose' && <ChooseRulebookDialog file={file} person={person} onClose={close} />}
    </section>
  )
}

/** The first of the earlier persons whose steps, readings and choice read the same. */
function sameAnswer(person: CaseRespondent, earlier: readonly CaseRespondent[]): string | null {
  const answer = ({ rulebook }: CaseRespondent) =>
    JSON.stringify([rulebook.trace, rulebook.readings, rulebook.choice?.rulebook])
  return earlier.find(one => answer(one) === answer(person))?.name ?? null
}

/** Why nothing can be changed here, in words; null when it can. */
function refusalOf(file: CaseFile, person: CaseRespondent): string | null {
  if (!file.may.examine) {
    const code = file.may.examineReason ?? ''
    return t.cases.reasons[code] ?? errorSentence(code)
  }
  const decided = person.decided === 'proven' || person.decided === 'notProven'
  return decided ? errorSentence('cases.alreadyDecided', { name: person.name }) : null
}

function ChooseButton({
  person,
  refusal,
  onClick,
}: {
  person: CaseRespondent
  refusal: string | null
  onClick: () => void
}) {
  const { role } = useAccount()
  const { undecided } = person.rulebook
  const decider = role === 'commissioner' || role === 'chair' || role === 'deputyChair'
  if (!decider) {
    if (!undecided) return null
    return (
      <Text as="p" tone="second" size={12}>
        {words.choice.onlyDeciders}
      </Text>
    )
  }
  return (
    <div>
      <Button
        variant={undecided ? 'primary' : 'default'}
        aria-label={undecided ? words.choice.chooseFor(person.name) : words.choice.againFor(person.name)}
        disabledReason={refusal}
        onClick={onClick}
      >
        {undecided ? words.choice.choose : words.choice.again}
      </Button>
    </div>
  )
}

function Choice({ rulebook: { choice } }: { rulebook: RespondentRulebook }) {
  if (!choice) return null
  return (
    <div className={styles.choice}>
      <Text as="p" weight="medium">
        {words.choice.by(choice.chosenBy, formatInstant(choice.at, deviceZone))}
      </Text>
      <p className={styles.reason}>{choice.reason}</p>
      <Text as="p" size={12} tone="second">
        {choice.inLetter ? words.choice.letter : words.choice.notInLetter}
      </Text>
    </div>
  )
}

function Dates({
  file: { report },
  rulebook,
  children,
}: {
  file: CaseFile
  rulebook: RespondentRulebook
  children: ReactNode
}) {
  const day = (on: CivilDate | null, none: string) => (on ? formatDate(on) : none)
  const { dates } = words
  const shown: [string, string, boolean][] = [
    [dates.actOn, formatDate(report.actOn), false],
    ...(report.actUntil
      ? [[dates.actUntil, formatDate(report.actUntil), false] as [string, string, boolean]]
      : []),
    [dates.designatedOn, day(report.designatedOn, dates.notRecorded), false],
    [dates.examinedOn, day(rulebook.examinedOn, dates.none), rulebook.datesMissing],
    [dates.decidedOn, day(rulebook.decidedOn, dates.none), rulebook.datesMissing],
  ]
  return (
    <div className={styles.dates}>
      <dl>
        {shown.map(([term, value, bad]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={bad ? styles.missing : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  )
}
