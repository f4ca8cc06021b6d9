import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './text.module.css'

export type Tone = 'plain' | 'second' | 'third' | 'accent' | 'bad' | 'warn' | 'ok'
export type TextProps = {
  children: ReactNode
  /** Six sizes and 40 for one figure in presenter mode. */
  size?: 12 | 13 | 14 | 16 | 20 | 28 | 40
  tone?: Tone
  weight?: 'medium' | 'strong'
  as?: 'span' | 'p' | 'div' | 'h1' | 'h2' | 'h3' | 'h4' | 'strong' | 'label' | 'time'
  /** 'cut' ends in an ellipsis, 'oneLine' never wraps, 'preserve' keeps typed line breaks. */
  lines?: 'cut' | 'oneLine' | 'preserve'
  id?: string
  title?: string
}

/** Text in one of the allowed sizes, weights and tones. */
export function Text({ children, size, tone, weight, lines, as: Tag = 'span', ...rest }: TextProps) {
  const name = classNames(
    size && styles[`s${size}`],
    tone && styles[tone],
    weight && styles[weight],
    lines && styles[lines],
  )
  return (
    <Tag className={name} {...rest}>
      {children}
    </Tag>
  )
}
