import { useEffect, useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import styles from './evidence.module.css'

/** While files hang over the window: says what letting go will do. The files themselves come through the bridge. */
export function DropVeil({ active }: { active: boolean }) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!active) return
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      depth += 1
      setOver(true)
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = () => {
      depth = 0
      setOver(false)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop, true)
    }
  }, [active])
  if (!over) return null
  return <div className={styles.veil}>{t.evidence.intake.drop}</div>
}
