import { useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Select } from '../../ui/select.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { AddFinding } from './add-finding.tsx'
import styles from './coding.module.css'
import { ElementRows } from './element-rows.tsx'
import { MarkList } from './mark-list.tsx'
import { type Mark, NO_PLACE, placeKey, placeLabel } from './marks.ts'
import { personState, tabNames } from './person-tabs.ts'
import type { Coding } from './use-coding.ts'
import type { PlaceState } from './use-place.ts'

const words = t.evidence.code

type CodingPaneProps = {
  file: CaseFile
  exhibit: Exhibit | undefined
  findings: readonly Finding[]
  finding: Finding | undefined
  respondentId: string
  onRespondent: (id: string) => void
  onFinding: (id: string) => void
  marks: readonly Mark[]
  activeKey: string | null
  onMark: (mark: Mark) => void
  place: PlaceState
  coding: Coding
  /** Why nothing can be tied now; null when it can. */
  refusal: string | null
  note: string
  onNote: (note: string) => void
  next: Exhibit | null
  onSave: () => void
}

/** The exhibit against the elements of one person's finding; saved step by step. */
export function CodingPane(props: CodingPaneProps) {
  const { file, exhibit, findings, finding, respondentId, coding, refusal, marks, place, next } = props
  const [adding, setAdding] = useState(false)
  const own = findings.filter(one => one.respondentId === respondentId)
  const person = file.respondents.find(one => one.id === respondentId)
  const names = tabNames(file.respondents)
  const pending =
    place.place && !marks.some(mark => mark.key === placeKey(place.place ?? NO_PLACE)) ? place.place : null
  const showForm = person && (adding || own.length === 0)
  return (
    <section className={styles.coding} aria-label={words.persons} data-pane="" tabIndex={-1}>
      <Tabs
        label={words.persons}
        value={respondentId}
        onChange={id => {
          setAdding(false)
          props.onRespondent(id)
        }}
        tabs={file.respondents.map(one => ({
          value: one.id,
          label: names.get(one.id) ?? one.name,
          icon: personState(one, findings),
        }))}
      />
      <div className={styles.codingBody}>
        {showForm && (
          <AddFinding
            file={file}
            person={person}
            first={own.length === 0}
            refusal={refusal}
            onAdded={id => {
              setAdding(false)
              props.onFinding(id)
            }}
            onCancel={() => setAdding(false)}
          />
        )}
        {finding && !showForm && (
          <>
            <InspectorSection
              title={words.elementsOf(finding.citation)}
              aside={
                refusal === null && (
                  <Button variant="link" onClick={() => setAdding(true)}>
                    {words.addAnother}
                  </Button>
                )
              }
            >
              {own.length > 1 && (
                <Select
                  label={words.finding}
                  hideLabel
                  value={finding.id}
                  choices={own.map(one => ({ value: one.id, label: `${one.citation} · ${one.subject}` }))}
                  onChange={id => id && props.onFinding(id)}
                />
              )}
              <ElementRows {...props} finding={finding} />
              {refusal && (
                <Text as="p" size={12} tone="second">
                  {refusal}
                </Text>
              )}
            </InspectorSection>
            <InspectorSection title={words.note}>
              <TextArea
                label={words.note}
                hideLabel
                hint={words.noteHint}
                value={props.note}
                onChange={props.onNote}
                readOnly={refusal !== null}
                maxLength={1000}
                rows={3}
              />
            </InspectorSection>
          </>
        )}
        {exhibit && <MarkList {...props} findingId={finding?.id ?? null} />}
      </div>
      <div className={styles.codingFoot}>
        <ActionError error={coding.error} />
        {pending && finding && !place.drawing && (
          <Text as="p" size={12} tone="warn">
            {words.pendingPlace(placeLabel(pending, null))}
          </Text>
        )}
        <Button
          variant="primary"
          size="large"
          fill
          keys="Ctrl Enter"
          pending={coding.pending}
          onClick={props.onSave}
        >
          {next ? words.saveNext(next.number) : words.saveOnly}
        </Button>
      </div>
    </section>
  )
}
