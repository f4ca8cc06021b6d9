import type { z } from 'zod'
import type { Method } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { PUBLIC_METHODS } from '../../shared/contract/public-scope.ts'
import type { CallMessage, PortScope, ToWindow, WireError } from '../../shared/wire.ts'
import { requireRole } from './authorise.ts'
import { prepareContext, sessionContext, writeContext } from './call-context.ts'
import type { ConfirmedAccount } from './context.ts'
import type { Engine, OpenSession } from './engine-state.ts'
import { CodedError } from './errors.ts'
import type { PrepareContext, ReadHandler, SessionHandler, TwoSteps, WriteHandler } from './handlers.ts'
import { publishAuditHead } from './record.ts'

export type AnyHandler =
  | ReadHandler<never, unknown>
  | WriteHandler<never, unknown>
  | SessionHandler<never, unknown>
export type Registry = Readonly<Record<string, AnyHandler>>

/** Ways out of the engine that a call may need. */
export type Outside = {
  redeem: (ticket: string) => Promise<string>
  /** Only for replays, which opened each account by its passphrase before; null asks for the passphrase. */
  confirm?: (accountId: string, passphrase: string) => ConfirmedAccount | null
}

/**
 * The one way in: authorise, parse, run in one transaction with its audit entry, parse the
 * output, reply. Knows methods and kinds, and nothing of cases.
 */
export function createDispatcher(engine: Engine, registry: Registry, outside: Outside) {
  const running = new Map<string, AbortController>()

  async function answer(message: CallMessage, progress: (value: unknown) => void, abort: AbortController) {
    const { method, handler } = find(registry, message.method)
    requireRole(method.roles, engine.session?.actor ?? null)
    const input = method.input.parse(message.input)
    const tell = (value: unknown) => {
      if (method.progress) progress(method.progress.parse(value))
    }
    const call = { name: message.method, engine, outside, signal: abort.signal, progress: tell }
    switch (method.kind) {
      case 'session': {
        const run = handler as SessionHandler<unknown, unknown>
        return method.output.parse(await run(input, sessionContext(call)))
      }
      case 'read': {
        const run = handler as ReadHandler<unknown, unknown>
        return method.output.parse(await run(input, prepareContext(call)))
      }
      default:
        return change(method, handler as WriteHandler<unknown, unknown>, input, call)
    }
  }

  return {
    /**
     * Answers one call; `post` gets progress and exactly one reply. `port` tells windows apart; on a 'public'
     * port every method but those of the public pane is refused, whoever is signed in.
     */
    async handle(
      port: number,
      message: CallMessage,
      post: (message: ToWindow) => void,
      scope: PortScope = 'full',
    ): Promise<void> {
      const key = `${port}/${message.id}`
      const abort = new AbortController()
      running.set(key, abort)
      try {
        const progress = (value: unknown) => post({ t: 'progress', id: message.id, value })
        if (scope === 'public') requirePublic(message.method)
        const value = await answer(message, progress, abort)
        post({ t: 'reply', id: message.id, ok: true, value })
      } catch (error) {
        post({ t: 'reply', id: message.id, ok: false, error: wireError(error, message.method) })
      } finally {
        running.delete(key)
      }
    },
    cancel(port: number, id: number): void {
      running.get(`${port}/${id}`)?.abort()
    },
    cancelAll(port: number): void {
      for (const [key, abort] of running) if (key.startsWith(`${port}/`)) abort.abort()
    },
  }
}

export type Call = {
  name: string
  engine: Engine
  outside: Outside
  signal: AbortSignal
  progress: (value: unknown) => void
}

/** Throws `access.denied` {reason} for whatever is not meant for the audience. */
function requirePublic(method: string): void {
  if (!PUBLIC_METHODS.some(allowed => allowed === method)) {
    throw new CodedError('access.denied', { reason: 'publicPort' })
  }
}

function find(registry: Registry, name: string): { method: Method; handler: AnyHandler } {
  if (!Object.hasOwn(contract, name)) throw new CodedError('method.unknown')
  const method = (contract as Record<string, Method>)[name]
  const handler = registry[name]
  if (!method || !handler) throw new CodedError('method.unknown')
  return { method, handler }
}

/** Runs a write, view or draft call: what `prepare` does, then one transaction. */
async function change(method: Method, handler: WriteHandler<unknown, unknown>, input: unknown, call: Call) {
  const session = call.engine.session
  if (!session) throw new CodedError('session.locked')
  if (typeof handler === 'function') {
    return commit(method, call, session, ctx => handler(input, ctx))
  }
  const steps: TwoSteps<unknown, unknown, unknown> = handler
  const before: PrepareContext = prepareContext(call)
  const prepared = await steps.prepare(input, before)
  try {
    if (call.signal.aborted) throw new CodedError('call.cancelled')
    if (call.engine.session !== session) throw new CodedError('session.locked')
    return commit(method, call, session, ctx => steps.commit(input, ctx, prepared))
  } catch (error) {
    steps.discard?.(prepared)
    throw error
  }
}

function commit(
  method: Method,
  call: Call,
  session: OpenSession,
  work: (ctx: ReturnType<typeof writeContext>['ctx']) => unknown,
): unknown {
  const events: (() => void)[] = []
  const output = session.store.transaction(db => {
    const { ctx, recorded } = writeContext(call, session, db, events)
    const value: z.output<typeof method.output> = method.output.parse(work(ctx))
    // A change that leaves no trace is a fault of the program, and is taken back.
    if (method.kind !== 'draft' && recorded() === 0) throw new CodedError('audit.entryMissing')
    return value
  })
  if (method.kind !== 'draft') publishAuditHead(session)
  for (const tell of events) {
    try {
      tell()
    } catch {
      // The change is committed: an error now would have the caller discard files that belong to it.
      console.error(`[engine] ${call.name}: an event could not be told`)
    }
  }
  return output
}

/** Codes and facts go out; messages and stacks, which may carry content, do not. */
function wireError(error: unknown, method: string): WireError {
  if (error instanceof CodedError) return { code: error.code, facts: error.facts }
  if (isZodError(error)) {
    const issues = error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message }))
    return { code: 'input.invalid', facts: { fields: issues.length }, issues }
  }
  const name = error instanceof Error ? error.name : typeof error
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter(l => l.startsWith('    at ')) : []
  console.error(`[engine] ${method}: ${name}\n${frames.slice(0, 8).join('\n')}`)
  return { code: 'internal', facts: {} }
}

function isZodError(error: unknown): error is z.ZodError {
  return error instanceof Error && 'issues' in error && Array.isArray(error.issues)
}
