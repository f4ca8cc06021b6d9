import { Component, type ReactNode } from 'react'
import { t } from '../../shared/strings/index.ts'
import { EmptyState } from '../ui/empty-state.tsx'

type Props = { children: ReactNode }
type State = { failed: string | null; turn: number }

/** Keeps a broken page from taking the frame with it; what was saved is safe, and the page can be tried again. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failed: null, turn: 0 }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: error instanceof Error ? error.name : 'unknown' }
  }

  override componentDidCatch(error: unknown): void {
    console.error('page failed', error)
  }

  override render(): ReactNode {
    if (this.state.failed === null)
      return (
        <div key={this.state.turn} style={{ display: 'contents' }}>
          {this.props.children}
        </div>
      )
    const again = () => this.setState(({ turn }) => ({ failed: null, turn: turn + 1 }))
    return (
      <EmptyState
        title={t.app.broken.title}
        next={`${t.app.broken.next} ${t.app.broken.code(this.state.failed)}`}
        action={{ label: t.app.broken.reload, run: again }}
      />
    )
  }
}
