import { useEffect, useMemo, useState } from 'react'
import type { LawContents } from '../../../shared/contract/law-shapes.ts'
import { useQueryParam } from '../../app/router.tsx'

/** What each part of the law is given; `version` is null while the newest is shown. */
export type LawViewProps = { pack: LawContents; version: string | null }

/** The row of a list that the address names, then the one that the cursor is on. */
export function useActiveRow<T extends { id: string }>(rows: readonly T[]) {
  const [named] = useQueryParam('baris')
  const [activeId, setActiveId] = useState<string | null>(named)
  useEffect(() => {
    if (named) setActiveId(named)
  }, [named])
  const active = useMemo(() => rows.find(row => row.id === activeId) ?? null, [rows, activeId])
  return { active, activeId: active?.id ?? null, setActiveId }
}
