import { useMemo, useRef, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCommands } from '../../app/commands.ts'
import { navigate, useQueryParam } from '../../app/router.tsx'
import { useKey } from '../../app/use-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { CodingPane } from './coding-pane.tsx'
import { DropVeil } from './drop-veil.tsx'
import { ElsewhereNotice } from './elsewhere-notice.tsx'
import styles from './evidence.module.css'
import { ExhibitList } from './exhibit-list.tsx'
import { isBroken, nextToOpen } from './exhibit-state.ts'
import { ExhibitViewer } from './exhibit-viewer.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { IntakePanel } from './intake-panel.tsx'
import { type Mark, marksOf } from './marks.ts'
import { ProvenanceCard } from './provenance-card.tsx'
import { ProvenanceDialog } from './provenance-dialog.tsx'
import { useCoding } from './use-coding.ts'
import { useFindingChoice } from './use-finding-choice.ts'
import { useIntake } from './use-intake.ts'
import { useOpened } from './use-opened.ts'
import { usePlace } from './use-place.ts'
import type { ViewerActions } from './viewer-props.ts'

const words = t.evidence

/** Exhibit list, viewer and coding beside each other, with one set of keys for all three. */
export function ExhibitsWorkspace({ file }: { file: CaseFile }) {
  const list = useQuery('evidence.list', { caseId: file.id })
  const found = useQuery(
    'findings.listByCase',
    { caseId: file.id },
    { topics: ['findings.changed', 'evidence.changed'] },
  )
  const [number] = useQueryParam('nomor')
  const [linkId] = useQueryParam('tanda')
  const [wide, setWide] = useState(false)
  const [exporting, setExporting] = useState(false)
  const [describing, setDescribing] = useState(false)
  const actions = useRef<ViewerActions>(null)
  const exhibits = list.data ?? noExhibits
  const findings = found.data ?? noFindings
  const exhibit = exhibits.find(one => one.number === number) ?? (number ? undefined : firstToShow(exhibits))
  const address = `/perkara/${file.id}/bukti`
  const show = (one: Exhibit) => navigate(`${address}?nomor=${one.number}`, { replace: true })
  const intake = useIntake(file.id, file.may.examine, taken => taken[0] && show(taken[0]))
  const opening = useOpened(exhibit?.id)
  const place = usePlace(exhibit?.id)
  const choice = useFindingChoice(file, findings, exhibit, linkId)
  const { finding } = choice
  const coding = useCoding(exhibit, place.place, choice.note)
  const marks = useMemo(() => (exhibit ? marksOf(exhibit.id, findings) : []), [exhibit, findings])
  const coded = useMemo(
    () =>
      new Set(
        findings.flatMap(one => one.assessments.flatMap(entry => entry.links.map(link => link.exhibitId))),
      ) as ReadonlySet<string>,
    [findings],
  )
  const activeKey = marks.find(mark => mark.ties.some(tie => tie.link.id === linkId))?.key ?? null
  const refusal = codingRefusal(file, exhibit, finding)

  const goTo = (mark: Mark) => {
    const tie = mark.ties.find(one => one.finding.id === finding?.id) ?? mark.ties[0]
    if (!tie || !exhibit) return
    navigate(`${address}?nomor=${exhibit.number}&tanda=${tie.link.id}`, { replace: true })
    if (mark.key === activeKey) actions.current?.go(mark.place)
    place.change(mark.place)
  }
  const step = (by: 1 | -1) => {
    const next = exhibits[exhibits.findIndex(one => one.id === exhibit?.id) + by]
    if (next) show(next)
  }
  const next = nextToOpen(exhibits, exhibit?.id)
  const save = async () => {
    if (finding && refusal === null && !(await coding.saveNote(finding, choice.note))) return
    if (next) show(next)
    else showToast(words.code.allOpened)
  }
  const toggle = (index: number) => {
    const assessment = finding?.assessments[index]
    if (finding && assessment && refusal === null) coding.toggle(finding, assessment)
  }
  const press = useListKeys({
    j: () => step(1),
    k: () => step(-1),
    b: () => actions.current?.mark?.(),
    t: () => actions.current?.mark?.(),
    f: () => setWide(!wide),
    ...Object.fromEntries(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key, at) => [key, () => toggle(at)]),
    ),
  })
  const mayAdd = file.may.examine
  useKey('Ctrl+Enter', exporting || describing || intake.waiting.length > 0 ? null : () => void save())
  useKey('Ctrl+O', mayAdd ? intake.choose : null)
  useKey('F2', mayAdd && exhibit ? () => setDescribing(true) : null)
  useCommands([
    ...(mayAdd ? [{ id: 'evidence.add', label: words.add, keys: 'Ctrl O', run: intake.choose }] : []),
    ...(exhibit ? [{ id: 'evidence.export', label: words.card.export, run: () => setExporting(true) }] : []),
  ])

  if (list.error) return <QueryError query={list} />
  if (list.loading) return <SkeletonRows rows={10} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the three panes inside, which hold the focus
    <div className={classNames(styles.workspace, wide && styles.wide)} onKeyDown={press}>
      <DropVeil active={mayAdd} />
      {exhibits.length === 0 ? (
        <div className={styles.nothing}>
          <IntakePanel intake={intake} />
          <EmptyState
            title={words.empty.title}
            next={words.empty.next}
            action={{
              label: words.empty.action,
              run: intake.choose,
              keys: 'Ctrl O',
              primary: true,
              disabledReason: mayAdd ? null : (t.cases.reasons[file.may.examineReason ?? ''] ?? null),
            }}
          />
        </div>
      ) : (
        <>
          <ExhibitList
            exhibits={exhibits}
            activeId={exhibit?.id}
            coded={coded}
            onChoose={show}
            onAdd={mayAdd ? intake.choose : null}
          >
            <IntakePanel intake={intake} />
            <ElsewhereNotice caseId={file.id} />
          </ExhibitList>
          <section className={styles.viewer} aria-label={words.viewer} data-pane="" tabIndex={-1}>
            {exhibit ? (
              <>
                <ExhibitViewer
                  key={exhibit.id}
                  exhibit={exhibit}
                  opening={opening}
                  marks={marks}
                  activeKey={activeKey}
                  findingId={finding?.id ?? null}
                  onMark={goTo}
                  place={place}
                  actions={actions}
                  onStep={step}
                  wide={wide}
                  onWide={() => setWide(!wide)}
                  onExport={() => setExporting(true)}
                />
                {!wide && (
                  <ProvenanceCard exhibit={exhibit} onEdit={mayAdd ? () => setDescribing(true) : null} />
                )}
              </>
            ) : (
              <div className={styles.notFound}>
                <Banner tone="warn">{words.unknownNumber(number ?? '')}</Banner>
              </div>
            )}
          </section>
          <CodingPane
            file={file}
            exhibit={exhibit}
            findings={findings}
            {...choice}
            marks={marks}
            activeKey={activeKey}
            onMark={goTo}
            place={place}
            coding={coding}
            refusal={refusal}
            next={next}
            onSave={() => void save()}
          />
        </>
      )}
      {exporting && exhibit && <ExportDialog exhibit={exhibit} onClose={() => setExporting(false)} />}
      {describing && exhibit && <ProvenanceDialog exhibit={exhibit} onClose={() => setDescribing(false)} />}
    </div>
  )
}

const noExhibits: readonly Exhibit[] = []
const noFindings: never[] = []

/** Without a number in the address: the first nobody of us has opened. */
function firstToShow(exhibits: readonly Exhibit[]): Exhibit | undefined {
  return exhibits.find(one => !one.openedByMe && !isBroken(one)) ?? exhibits[0]
}

/** Why nothing can be tied to an element now; null when it can. */
function codingRefusal(
  file: CaseFile,
  exhibit: Exhibit | undefined,
  finding: { state: string } | undefined,
): string | null {
  if (!file.may.examine) return t.cases.reasons[file.may.examineReason ?? ''] ?? null
  if (exhibit && isBroken(exhibit)) return words.code.changed
  return finding ? (words.code.locked[finding.state] ?? null) : null
}
