import type { ReactNode, RefObject } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { Place } from '../../../shared/contract/findings.ts'
import type { Mark } from './marks.ts'
import type { PlaceState } from './use-place.ts'

/** What the keys and the mark list can ask of whichever viewer is on screen. */
export type ViewerActions = {
  /** B or T: points at a place in what is seen now. */
  mark?(): void
  go(place: Place): void
}

export type ViewerProps = {
  exhibit: Exhibit
  /** Where the opened bytes are, '/berkas/TOKEN'. */
  address: string
  /** The head of the pane with this viewer's own tools in it. */
  head: (tools: ReactNode) => ReactNode
  marks: readonly Mark[]
  activeKey: string | null
  findingId: string | null
  onMark: (mark: Mark) => void
  place: PlaceState
  actions: RefObject<ViewerActions | null>
}
