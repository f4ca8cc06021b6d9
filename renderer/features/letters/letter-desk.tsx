import type { Editor } from '@tiptap/react'
import { useCallback, useRef } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import type { DraftState } from '../../api/use-draft.ts'
import { useCommands } from '../../app/commands.ts'
import { usePage } from '../../app/page-slots.tsx'
import { useKey } from '../../app/use-key.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Inspector } from '../../ui/inspector.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { Pane, SplitPane } from '../../ui/pane.tsx'
import { showToast } from '../../ui/toast.tsx'
import { IssuedFacts } from './issued-facts.tsx'
import { LetterBanners } from './letter-banners.tsx'
import { LetterChecks } from './letter-checks.tsx'
import { LetterEditor } from './letter-editor.tsx'
import { LetterHeadForm } from './letter-head-form.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { LetterStages } from './letter-stages.tsx'
import type { KeptText } from './letter-text.ts'
import styles from './letters.module.css'
import { NextStep } from './next-step.tsx'
import { ReplacedBanner } from './replaced-banner.tsx'
import { goToMark, type TraceChoice } from './trace-marks.ts'
import { isFixed } from './use-letter-pdf.ts'
import { useLetterText } from './use-letter-text.ts'

const words = t.letters

/** Text left, the final pages beside it, checks and the next step at the right. */
export function LetterDesk({ letter, draft }: { letter: Letter; draft: DraftState<KeptText> }) {
  const typing = useLetterText(letter, draft)
  const { text, turn, phase, change, save } = typing
  const editor = useRef<Editor | null>(null)
  const confirm = useAction('letters.confirmTrace')
  const fixed = isFixed(letter)
  const editable = (letter.may.edit?.allowed ?? false) && phase !== 'stale'
  const ready = useCallback((made: Editor | null) => {
    editor.current = made
  }, [])
  const chooseTrace = async (trace: string, choice: TraceChoice) => {
    if (await save()) await confirm.run({ letterId: letter.id, trace, choice })
    editor.current?.commands.focus()
  }
  const goTo = (step: 1 | -1, trace?: string) => editor.current && goToMark(editor.current, step, trace)
  const saveNow = async () => {
    if (phase === 'saved') return showToast(words.page.nothingToSave)
    if (await save()) showToast(words.page.justSaved)
  }
  usePage({
    crumbs: [
      { label: t.cases.caseTitle(letter.caseNumber), to: `/perkara/${letter.caseId}/surat` },
      { label: letter.respondentName, to: `/perkara/${letter.caseId}/surat` },
      { label: words.letterTitle },
    ],
    keys: [
      { keys: ['F6'], label: words.keys.panes },
      { keys: ['F8'], label: words.keys.panel },
      ...(fixed ? [] : [{ keys: ['Alt ↓'], label: words.keys.nextMark }]),
      { keys: ['Ctrl Shift Enter'], label: words.keys.sendOn },
    ],
    savedAt: phase === 'saved' ? typing.savedAt : phase === 'typing' || phase === 'saving' ? 'saving' : null,
  })
  useKey('Ctrl+S', editable ? () => void saveNow() : null)
  useKey('Alt+ArrowDown', fixed ? null : () => goTo(1))
  useKey('Alt+ArrowUp', fixed ? null : () => goTo(-1))
  useCommands([
    ...(editable
      ? [{ id: 'letter.save', label: words.page.saveVerb, keys: 'Ctrl S', run: () => void saveNow() }]
      : []),
    ...(fixed
      ? []
      : [{ id: 'letter.mark', label: words.page.nextMarkVerb, keys: 'Alt ↓', run: () => goTo(1) }]),
  ])
  const blocked = phase === 'stale' ? words.page.stale : phase === 'refused' ? words.page.notSaved : null
  const preview = <LetterPreview letter={letter} text={text} />
  return (
    <Page>
      <PageHeader title={words.letterTitle} meta={headline(letter)}>
        <Chip>{words.states[letter.state]}</Chip>
        {!fixed && <Chip>{words.page.version(letter.version)}</Chip>}
        <Chip>{letter.number ?? words.noNumber}</Chip>
        {letter.replacedBy && <Chip tone="warn">{t.letterStanding.replaced.chip}</Chip>}
        {letter.addressedTo === 'higher' && <Chip>{t.letterStanding.addressedHigher}</Chip>}
        {letter.cites && <Chip>{t.letterStanding.cites(letter.cites)}</Chip>}
      </PageHeader>
      {letter.replacedBy && (
        <div className={styles.banners}>
          <ReplacedBanner letter={letter} />
        </div>
      )}
      <LetterBanners typing={typing} />
      {confirm.error && (
        <div className={styles.banners}>
          <ActionError error={confirm.error} />
        </div>
      )}
      <div className={styles.desk}>
        {fixed ? (
          preview
        ) : (
          <SplitPane
            id="letter"
            panes={[
              {
                id: 'text',
                size: '55%',
                min: '320px',
                content: (
                  <Pane label={words.editor.pane}>
                    <div className={styles.textPane}>
                      <LetterHeadForm
                        header={text.header}
                        editable={editable}
                        onChange={header => change({ header })}
                      />
                      <LetterEditor
                        body={text.body}
                        turn={turn}
                        variables={letter.variables}
                        traces={letter.traces}
                        editable={editable}
                        onChange={body => change({ body })}
                        onChooseTrace={(trace, choice) => void chooseTrace(trace, choice)}
                        onReady={ready}
                      />
                    </div>
                  </Pane>
                ),
              },
              { id: 'preview', size: '45%', min: '280px', content: preview },
            ]}
          />
        )}
      </div>
      <Inspector foot={<NextStep letter={letter} save={save} blocked={blocked} />}>
        {letter.state === 'issued' && <IssuedFacts letter={letter} />}
        {letter.state !== 'issued' && (
          <LetterChecks checks={letter.checks} onGoTo={fixed ? null : trace => goTo(1, trace)} />
        )}
        <LetterStages letter={letter} />
      </Inspector>
    </Page>
  )
}

function headline(letter: Letter): string {
  const addressee = (letter.header.addressee[0] ?? '').replace(/^Yth\.\s*/, '')
  return `${letter.respondentName} · ${words.page.to(addressee)}`
}
