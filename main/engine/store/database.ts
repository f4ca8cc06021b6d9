import { CodedError } from '../errors.ts'
import type { NativeDb, NativeStatement } from './native.ts'
import type { Sql } from './sql.ts'
import { storeError } from './store-errors.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/** A handle that can only read; a statement that writes is refused with `store.readHandle`. */
export type ReadableDb = {
  readonly [readable]: true
  /** The same object for both handles of one connection. */
  readonly connection: object
  /** The first row, or undefined. */
  get<Row>(query: Sql): Row | undefined
  all<Row>(query: Sql): Row[]
  /** Rows one by one; no other statement may write while it runs. */
  iterate<Row>(query: Sql): IterableIterator<Row>
}

/** A handle inside a transaction; only `Store.transaction` and migrations give one. */
export type WritableDb = ReadableDb & {
  readonly [writable]: true
  run(query: Sql): RunResult
  /** Constant script of several statements (tables, indexes); never with values. */
  script(query: Sql): void
}

export type RunResult = { changes: number; lastId: number }

/** Both handles over one connection; statements are prepared once. */
export function createHandles(native: NativeDb): { read: ReadableDb; write: WritableDb } {
  const prepared = new Map<string, NativeStatement>()
  const statement = (query: Sql) => {
    let found = prepared.get(query.text)
    if (!found) {
      found = native.prepare(query.text)
      prepared.set(query.text, found)
    }
    return found
  }
  const values = (query: Sql) => query.values.map(v => (typeof v === 'boolean' ? Number(v) : v))
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw storeError(error)
    }
  }
  const reader = (mayWrite: boolean) => {
    const ready = (query: Sql) => {
      const found = statement(query)
      if (!mayWrite && !found.readonly) throw new CodedError('store.readHandle')
      return found
    }
    return {
      connection: native,
      get: <Row>(query: Sql) => guarded(() => ready(query).get(...values(query)) as Row | undefined),
      all: <Row>(query: Sql) => guarded(() => ready(query).all(...values(query)) as Row[]),
      iterate: <Row>(query: Sql) =>
        guardedRows(guarded(() => ready(query).iterate(...values(query)))) as IterableIterator<Row>,
    }
  }
  const write = {
    ...reader(true),
    run: (query: Sql): RunResult =>
      guarded(() => {
        const result = statement(query).run(...values(query))
        return { changes: result.changes, lastId: Number(result.lastInsertRowid) }
      }),
    script: (query: Sql) => {
      if (query.values.length > 0) throw new CodedError('store.scriptWithValues')
      guarded(() => native.exec(query.text))
    },
  }
  // The brands exist for the type checker alone, so that queries must say whether they write.
  return { read: reader(false) as unknown as ReadableDb, write: write as unknown as WritableDb }
}

/** Reading fails at the row that is damaged, not when the query begins. */
function* guardedRows(rows: IterableIterator<unknown>): IterableIterator<unknown> {
  try {
    yield* rows
  } catch (error) {
    throw storeError(error)
  }
}
