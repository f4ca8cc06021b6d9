import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { formatDate } from '../../../shared/dates.ts'
import { nipWarning } from '../../../shared/strings/id/nip.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link } from '../../app/router.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { Chip } from '../../ui/chip.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Nip } from '../../ui/nip.tsx'
import { Text } from '../../ui/text.tsx'
import { CaseFrame } from './case-frame.tsx'
import styles from './cases.module.css'
import { rulebookChipText, rulebookTone } from './rulebook-words.ts'

const words = t.cases.people

/** Persons of the case with the post on the day of the act, and what became of them elsewhere. */
export default function CasePersonsPage({ params }: PageProps) {
  return (
    <CaseFrame caseId={params.caseId} tab="persons" keys={[{ keys: ['F6'], label: t.cases.keys.panes }]}>
      {(file: CaseFile) => (
        <div className={styles.people}>
          {file.respondents.map(person => (
            <Person key={person.id} person={person} file={file} />
          ))}
        </div>
      )}
    </CaseFrame>
  )
}

function Person({ person, file }: { person: CaseRespondent; file: CaseFile }) {
  const summary = t.cases.summary
  return (
    <section className={styles.person} aria-label={person.name} data-pane="" tabIndex={-1}>
      <header>
        <h2>{`${person.ordinal}. ${person.name}`}</h2>
        <Chip tone={rulebookTone(person.rulebook)}>{rulebookChipText(person.rulebook)}</Chip>
        {person.nipKind !== 'pns' && <Chip tone="accent">{t.reports.nip[person.nipKind]}</Chip>}
        <Link className={styles.link} to={`/pegawai/${person.personId}`}>
          {words.open}
        </Link>
      </header>
      {person.nipWarnings.map(code => (
        <Text as="p" key={code} tone="warn">
          {nipWarning(code)}
        </Text>
      ))}
      <div className={styles.personGrid}>
        <div>
          <h3>{words.post}</h3>
          <KeyValueList
            facts={[
              { term: words.nip, value: <Nip digits={person.nip} /> },
              { term: words.status, value: t.reports.status[person.status] },
              person.grade !== '' && { term: words.grade, value: person.grade },
              { term: words.position, value: person.position },
              person.workUnit !== '' && { term: words.workUnit, value: person.workUnit },
              { term: words.agency, value: person.agencyName },
            ]}
          />
        </div>
        <div>
          <h3>{words.state}</h3>
          <KeyValueList
            facts={[
              { term: summary.personColumns.stage, value: t.cases.stage[person.stage] },
              {
                term: summary.personColumns.findings,
                value: summary.findings(person.provenCount, person.findingCount),
              },
              { term: summary.personColumns.decided, value: summary.decided[person.decided] },
              {
                term: summary.personColumns.letter,
                value: person.letterState
                  ? (summary.letterState[person.letterState] ?? person.letterState)
                  : summary.noLetter,
              },
              { term: summary.personColumns.followUp, value: summary.followUp[person.followUpState] },
            ]}
          />
        </div>
        <Earlier person={person} file={file} />
      </div>
    </section>
  )
}

function Earlier({ person, file }: { person: CaseRespondent; file: CaseFile }) {
  const query = useQuery('persons.get', { personId: person.personId })
  const earlier = query.data?.earlier.filter(entry => entry.caseId !== file.id) ?? []
  return (
    <div>
      <h3>{words.earlier}</h3>
      {query.data && earlier.length === 0 && <Text tone="second">{words.noEarlier}</Text>}
      {earlier.map(entry => (
        <div key={entry.respondentId} className={styles.earlier}>
          <Link to={entry.caseId ? `/perkara/${entry.caseId}` : `/laporan/${entry.reportId}`}>
            {words.earlierLine(entry.caseNumber ?? entry.reportNumber, formatDate(entry.actOn))}
          </Link>
          <Text as="p" tone="second" size={12}>
            {[words.outcome[entry.outcome], entry.legalBasis, entry.sanction].filter(Boolean).join(' · ')}
          </Text>
          <Text as="p" tone="third" size={12}>
            {[entry.position, entry.agencyName].filter(Boolean).join(', ')}
          </Text>
        </div>
      ))}
    </div>
  )
}
