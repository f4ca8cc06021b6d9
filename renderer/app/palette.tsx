import { useMantineColorScheme } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../shared/strings/index.ts'
import { iconProps } from '../ui/icon.ts'
import { Kbd } from '../ui/kbd.tsx'
import { type Command, usePageCommands } from './commands.ts'
import { fuzzyScore, startsWordsOf } from './fuzzy.ts'
import { useGlobalCommands } from './global-commands.ts'
import styles from './palette.module.css'
import { type Found, searchedWords, useFound } from './use-found.ts'

const words = t.app.palette
const [paletteStore, palette] = createSpotlight()
export const openPalette = (): void => palette.open()
const MOST_SHOWN = 40
const LIST_ID = 'palette-list'

/** Ctrl+K: every command of this screen and of the program, and what the search finds. */
export function Palette() {
  const [query, setQuery] = useState('')
  const here = usePageCommands()
  const { colorScheme } = useMantineColorScheme()
  const everywhere = useGlobalCommands(colorScheme)
  const found = useFound(query)
  const groups = useMemo(() => {
    const commands = [
      { label: words.groups.here, commands: best(query, here) },
      { label: words.groups.program, commands: best(query, everywhere) },
    ].filter(group => group.commands.length > 0)
    const meant = commands.filter(group => group.commands.some(command => isMeant(query, command)))
    return [...meant, ...found.groups, ...commands.filter(group => !meant.includes(group))]
  }, [query, here, found, everywhere])
  const isSettled = found.query === searchedWords(query)
  const onEnter = useFirstOf(
    found,
    isSettled || groups[0]?.commands.some(one => isMeant(query, one)) === true,
  )
  const total = groups.reduce((sum, group) => sum + group.commands.length, 0)
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      size={600}
      maxHeight={420}
      scrollable
      clearQueryOnClose
      overlayProps={{ color: 'transparent', backgroundOpacity: 0, className: styles.veil }}
      transitionProps={{ transition: 'fade', duration: 100 }}
      classNames={{
        content: styles.palette,
        action: styles.action,
        empty: styles.empty,
        actionsGroup: styles.group,
        actionsList: styles.list,
      }}
      attributes={{ content: { 'aria-label': words.label } }}
    >
      <Spotlight.Search
        onKeyDownCapture={onEnter}
        placeholder={words.placeholder}
        aria-label={words.label}
        leftSection={<IconSearch {...iconProps} />}
        classNames={{ input: styles.search }}
      />
      <Spotlight.ActionsList id={LIST_ID}>
        {groups.map(
          group =>
            group.commands.length > 0 && (
              <Spotlight.ActionsGroup key={group.label} label={group.label}>
                {group.commands.map(command => (
                  <Spotlight.Action key={command.id} onClick={command.run}>
                    <span className={styles.body}>
                      <span>{command.label}</span>
                      {command.detail && <span className={styles.detail}>{command.detail}</span>}
                      {command.keys && <Kbd keys={command.keys} />}
                    </span>
                  </Spotlight.Action>
                ))}
              </Spotlight.ActionsGroup>
            ),
        )}
        {total === 0 && isSettled && <Spotlight.Empty>{words.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function best(query: string, commands: readonly Command[]): readonly Command[] {
  if (!query.trim()) return commands.slice(0, MOST_SHOWN)
  return commands
    .map(command => ({ command, score: fuzzyScore(query, `${command.label} ${command.keywords ?? ''}`) }))
    .filter((hit): hit is { command: Command; score: number } => hit.score !== null)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(hit => hit.command)
}

/** Typed so that this command begins with every word: it then stands above what was found. */
const isMeant = (query: string, { label, keywords = '' }: Command): boolean =>
  startsWordsOf(query, `${label} ${keywords}`)

/**
 * Marks the first entry when an answer comes, unless the arrows were used. Enter pressed before that waits for it,
 * so that it never opens what was found for half a word.
 */
function useFirstOf(found: Found, mayRun: boolean): (event: KeyboardEvent) => void {
  const waiting = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer changes the list, which is read from the page
  useEffect(() => {
    const { selected, opened } = paletteStore.getState()
    const first = document.querySelector<HTMLElement>(`#${LIST_ID} [data-action]`)
    const marked = document.querySelector(`#${LIST_ID} [data-selected]`)
    const runs = waiting.current
    waiting.current = false
    if (!opened || !first || (selected > 0 && marked)) return
    marked?.removeAttribute('data-selected')
    first.setAttribute('data-selected', 'true')
    paletteStore.updateState(state => ({ ...state, selected: 0 }))
    if (runs) first.click()
  }, [found])
  return event => {
    // What the arrows chose is run at once.
    waiting.current = event.key === 'Enter' && !mayRun && paletteStore.getState().selected <= 0
    if (waiting.current) {
      event.stopPropagation()
      event.preventDefault()
    }
  }
}
