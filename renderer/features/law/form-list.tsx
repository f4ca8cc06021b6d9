import type { LawForm } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column as Stack } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { Doubt, DoubtMark } from './doubt.tsx'
import { EntryList } from './entry-list.tsx'
import styles from './law.module.css'
import { ProvisionLinks } from './law-links.tsx'
import type { LawViewProps } from './view-props.ts'

const words = t.law
const columns = formColumns()

/** Forms of violation, and the provisions that the pack suggests to start from. */
export function FormList({ pack, version }: LawViewProps) {
  return (
    <EntryList name="law-forms" label={words.tabs.bentuk} columns={columns} rows={pack.forms}>
      {active => <FormFacts form={active} version={version} below={pack.humanCheckBelow} />}
    </EntryList>
  )
}

function FormFacts({ form, version, below }: { form: LawForm; version: string | null; below: number }) {
  return (
    <>
      <InspectorSection>
        <Stack>
          <Text as="h2" size={16} weight="strong">
            {form.label}
          </Text>
          {!form.isViolation && <StateMark state="open" label={words.form.notViolation} />}
          <KeyValueList
            facts={[
              { term: words.form.examples, value: <Lines lines={form.examples} /> },
              form.platforms.length > 0 && {
                term: words.form.platforms,
                value: form.platforms.map(words.platforms).join(', '),
              },
              form.guideline.length > 0 && {
                term: words.form.guideline,
                value: <Lines lines={form.guideline} />,
              },
              { term: words.confidence.label, value: <Doubt entry={form} below={below} /> },
            ]}
          />
          {form.note && <Text as="p">{form.note}</Text>}
        </Stack>
      </InspectorSection>
      <InspectorSection title={words.form.suggests}>
        <Text as="p" size={12} tone="second">
          {form.stages.length > 0 ? words.form.suggestsWhy : words.form.none}
        </Text>
        <Stack gap={12}>
          {form.stages.map(row => (
            <div key={`${row.stage} ${row.rulebook} ${row.scope}`}>
              <Text as="h4" weight="medium">
                {[
                  words.form.stage[row.stage],
                  row.rulebook ?? words.form.any,
                  row.scope && words.scopeOf(row.scope),
                ]
                  .filter(part => part)
                  .join(' · ')}
              </Text>
              <ProvisionLinks links={row.provisions} version={version} />
            </div>
          ))}
        </Stack>
      </InspectorSection>
      {form.alsoConsider.length > 0 && (
        <InspectorSection title={words.form.alsoConsider}>
          <ProvisionLinks links={form.alsoConsider} version={version} />
        </InspectorSection>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.plain}>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function formColumns(): Column<LawForm>[] {
  return [
    {
      id: 'label',
      header: words.columns.form,
      width: 300,
      grow: true,
      look: 'strong',
      cell: row => row.label,
      copy: row => row.label,
    },
    {
      id: 'examples',
      header: words.form.examples,
      width: 290,
      from: 1100,
      look: 'second',
      cell: row => row.examples.join('; '),
      copy: row => row.examples.join('; '),
    },
    {
      id: 'doubt',
      header: words.columns.doubt,
      width: 192,
      cell: row =>
        row.isViolation ? (
          <DoubtMark entry={row} />
        ) : (
          <StateMark state="open" label={words.form.notViolation} />
        ),
      copy: row => words.confidence.value(row.confidence),
    },
  ]
}
