import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryParam } from '../../app/router.tsx'

/**
 * What is looked for on this page. It ends when the address names another place; `cari` in the address brings it
 * back, for the way back from a provision that was found. `turn` changes when the field has to start anew.
 */
export function useSearch(place: string) {
  const [kept] = useQueryParam('cari')
  const [query, setQuery] = useState(kept ?? '')
  const [turn, setTurn] = useState(0)
  const last = useRef(place)
  const stop = useCallback(() => {
    setQuery('')
    setTurn(known => known + 1)
  }, [])
  useEffect(() => {
    if (last.current === place) return
    last.current = place
    stop()
  }, [place, stop])
  return { query, setQuery, turn, stop }
}
