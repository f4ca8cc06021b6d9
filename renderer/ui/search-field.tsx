import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ui } from '../../shared/strings/id/ui.ts'
import { smallIconProps } from './icon.ts'
import { IconButton } from './icon-button.tsx'
import { TextField } from './text-field.tsx'

const PAUSE_MS = 150

type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  width?: number
  /** Shorter than the label, where there is little room. */
  placeholder?: string
}

/** Words to look for in a list; asks after a short pause, Escape empties it, Ctrl+F goes to it. */
export function SearchField({ label, value, onChange, width = 300, placeholder = label }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => onChange(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.shiftKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chromium 114 does not know the search element yet
    <div ref={box} role="search" style={{ width }}>
      <TextField
        label={label}
        hideLabel
        value={typed}
        onChange={setTyped}
        placeholder={placeholder}
        onKeyDown={event => {
          if (event.key === 'Escape') setTyped('')
        }}
        right={
          typed ? (
            <IconButton icon={IconX} label={ui.clear} onClick={() => setTyped('')} />
          ) : (
            <IconSearch {...smallIconProps} />
          )
        }
      />
    </div>
  )
}
