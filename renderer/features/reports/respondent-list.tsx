import type { Respondent } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'
import { Link } from '../../app/router.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Nip } from '../../ui/nip.tsx'
import { Text } from '../../ui/text.tsx'

/** Civil servants with number and post on the day of the act. */
export function RespondentList({ respondents }: { respondents: readonly Respondent[] }) {
  return (
    <Column gap={12}>
      {respondents.map(person => (
        <div key={person.id}>
          <Row>
            <Text weight="strong">{`${person.ordinal}. `}</Text>
            <Link to={`/pegawai/${person.personId}`}>{person.name}</Link>
            <Nip digits={person.nip} />
            {person.nipKind !== 'pns' && <Chip tone="accent">{t.reports.nip[person.nipKind]}</Chip>}
          </Row>
          <Text as="p" tone="second">
            {[
              t.reports.status[person.status],
              person.grade,
              person.position,
              person.workUnit,
              person.agencyName,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ))}
    </Column>
  )
}
