import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import styles from './letter-editor.module.css'
import type { TraceChoice } from './trace-marks.ts'

type Choose = ((trace: string, choice: TraceChoice) => void) | null

/** The amber lines under a block whose source has moved, made node by node: no HTML text is ever parsed. */
export function changedNotice(
  { trace, label, currentText }: Letter['traces'][number],
  onChoose: Choose,
): HTMLElement {
  const words = t.letters.editor
  const notice = element('div', styles.notice)
  notice.contentEditable = 'false'
  notice.dataset.notice = trace
  notice.append(element('p', styles.noticeTitle, words.changed(label)))
  notice.append(element('p', '', currentText === null ? words.sourceGone : words.sourceNow(currentText)))
  if (onChoose === null) return notice
  const actions = element('div', styles.noticeActions)
  const add = (text: string, choice: TraceChoice) => {
    const button = element('button', styles.noticeButton, text)
    button.type = 'button'
    button.addEventListener('click', () => onChoose(trace, choice))
    actions.append(button)
  }
  add(words.keep, 'keep')
  if (currentText !== null) add(words.useSource, 'useSource')
  notice.append(actions)
  return notice
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}
