import type { ProvisionDetail, ProvisionRow } from '../../../shared/contract/law-shapes.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Link } from '../../app/router.tsx'
import { Chip } from '../../ui/chip.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { sectionAddress } from './addresses.ts'
import { Doubt } from './doubt.tsx'
import styles from './law.module.css'
import { ProvisionLinks } from './law-links.tsx'

const words = t.law

/** What kind of provision it is, as chips: neutrality, level, penal side. */
export function ProvisionChips({ entry }: { entry: ProvisionRow }) {
  return (
    <Row gap={6} wrap>
      <Chip>{words.kinds[entry.kind]}</Chip>
      {entry.neutrality && <Chip tone="accent">{words.neutrality}</Chip>}
      <Chip>{words.levelList(entry.levels)}</Chip>
      {entry.criminal && <Chip tone="warn">{words.criminal}</Chip>}
    </Row>
  )
}

/** Beside a provision: validity, scope, how sure it is, and where it came from and went. */
export function ProvisionFacts({
  entry,
  below,
  version,
}: {
  entry: ProvisionDetail
  below: number
  version: string | null
}) {
  return (
    <>
      <InspectorSection title={words.provision.facts}>
        <KeyValueList
          termWidth={112}
          facts={[
            {
              term: words.provision.regulation,
              value: (
                <Link
                  className={styles.link}
                  to={sectionAddress('peraturan', { row: entry.regulationId, version })}
                >
                  {entry.regulation}
                </Link>
              ),
            },
            {
              term: words.provision.validity,
              value: words.period(
                formatDate(entry.inForce.from),
                entry.inForce.to && formatDate(entry.inForce.to),
              ),
            },
            { term: words.provision.scope, value: words.scopeList(entry.scopes) },
            entry.appliesTo.length > 0 && {
              term: words.provision.appliesTo,
              value: entry.appliesTo.join(', '),
            },
            { term: words.confidence.label, value: <Doubt entry={entry} below={below} /> },
            { term: words.provision.verifiedFrom, value: entry.verifiedFrom },
          ]}
        />
      </InspectorSection>
      {entry.predecessor.length > 0 && (
        <InspectorSection title={words.provision.predecessor}>
          <ProvisionLinks links={entry.predecessor} version={version} />
        </InspectorSection>
      )}
      {entry.successor.length > 0 && (
        <InspectorSection title={words.provision.successor}>
          <ProvisionLinks links={entry.successor} version={version} />
        </InspectorSection>
      )}
      {entry.forms.length > 0 && (
        <InspectorSection title={words.provision.forms}>
          <ul className={styles.links}>
            {entry.forms.map(form => (
              <li key={form.id}>
                <Link className={styles.link} to={sectionAddress('bentuk', { row: form.id, version })}>
                  {form.label}
                </Link>
              </li>
            ))}
          </ul>
        </InspectorSection>
      )}
      {entry.predecessor.length + entry.successor.length === 0 && (
        <InspectorSection title={words.provision.successor}>
          <Text tone="second">{words.provision.noSuccessor}</Text>
        </InspectorSection>
      )}
    </>
  )
}
