import { useMantineColorScheme } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { t } from '../../shared/strings/index.ts'
import { iconProps } from '../ui/icon.ts'
import { Kbd } from '../ui/kbd.tsx'
import { type Command, commandSources, usePageCommands } from './commands.ts'
import { fuzzyScore } from './fuzzy.ts'
import { useGlobalCommands } from './global-commands.ts'
import styles from './palette.module.css'

const [paletteStore, palette] = createSpotlight()
export const openPalette = (): void => palette.open()
const MOST_SHOWN = 40
const TYPING_PAUSE_MS = 120

/** Ctrl+K: every command of this screen and of the program, and what the search finds. */
export function Palette() {
  const [query, setQuery] = useState('')
  const here = usePageCommands()
  const { colorScheme } = useMantineColorScheme()
  const everywhere = useGlobalCommands(colorScheme)
  const found = useFound(query)
  const groups = useMemo(
    () => [
      { label: t.app.palette.groups.here, commands: best(query, here) },
      { label: t.app.palette.groups.found, commands: found },
      { label: t.app.palette.groups.program, commands: best(query, everywhere) },
    ],
    [query, here, found, everywhere],
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
      attributes={{ content: { 'aria-label': t.app.palette.label } }}
    >
      <Spotlight.Search
        placeholder={t.app.palette.placeholder}
        aria-label={t.app.palette.label}
        leftSection={<IconSearch {...iconProps} />}
        classNames={{ input: styles.search }}
      />
      <Spotlight.ActionsList>
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
        {total === 0 && <Spotlight.Empty>{t.app.palette.nothing}</Spotlight.Empty>}
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

/** What the registered searches find, once typing pauses; late answers to older words are dropped. */
function useFound(query: string): readonly Command[] {
  const [found, setFound] = useState<readonly Command[]>([])
  useEffect(() => {
    const words = query.trim()
    if (words.length < 2) return setFound([])
    let current = true
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(commandSources().map(source => source(words)))
      if (current) setFound(answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : [])))
    }, TYPING_PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query])
  return found
}
