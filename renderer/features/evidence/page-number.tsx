import { useEffect, useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import styles from './viewers.module.css'

type PageNumberProps = { page: number; total: number; onGo: (page: number) => void }

/** Which page is on screen; type another and press Enter. */
export function PageNumber({ page, total, onGo }: PageNumberProps) {
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  return (
    <form
      className={styles.pageNumber}
      onSubmit={event => {
        event.preventDefault()
        const wanted = Number.parseInt(typed, 10)
        if (wanted >= 1 && wanted <= total) onGo(wanted)
        else setTyped(String(page))
      }}
    >
      <input
        aria-label={t.evidence.pdf.goTo}
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
        onBlur={() => setTyped(String(page))}
      />
      <Text size={12} tone="second" lines="oneLine">
        {`/ ${total}`}
      </Text>
    </form>
  )
}
