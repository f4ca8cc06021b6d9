import { prepareContext } from '../../main/engine/call-context.ts'
import type { PrepareContext } from '../../main/engine/context.ts'
import type { Engine } from '../../main/engine/engine-state.ts'
import { registry } from '../../main/engine/features/index.ts'
import type { ReadHandler } from '../../main/engine/handlers.ts'
import { type NativeDb, openNative } from '../../main/engine/store/native.ts'
import type { Sql, SqlValue } from '../../main/engine/store/sql.ts'
import { contract, type Input, type MethodName } from '../../shared/contract/index.ts'

export type Wanted<K extends MethodName = MethodName> = { name: string; method: K; input: Input<K> }
export const wanted = <K extends MethodName>(name: string, method: K, input: Input<K>): Wanted<K> => ({
  name,
  method,
  input,
})

/** The plain copy of a store, with the same cache as the engine gives the real one. */
export function openPlain(path: string): NativeDb {
  const file = openNative(path, { readonly: true })
  file.pragma('cache_size = -131072')
  file.pragma('temp_store = MEMORY')
  return file
}

/** The very SQL of some read calls, ready to run on a plain file: `run` runs it once. */
export async function floorOf(
  engine: Engine,
  file: NativeDb,
  calls: readonly Pick<Wanted, 'method' | 'input'>[],
): Promise<{ count: number; run: () => void }> {
  const prepared: { statement: ReturnType<NativeDb['prepare']>; values: SqlValue[] }[] = []
  for (const { method, input } of calls) {
    for (const { text, values } of await recordSql(engine, method, input)) {
      prepared.push({ statement: file.prepare(text), values: bound(values) })
    }
  }
  return {
    count: prepared.length,
    run: () => {
      for (const { statement, values } of prepared) statement.all(...values)
    },
  }
}

/** The statements that one call runs, with their values. */
async function recordSql(engine: Engine, method: MethodName, input: unknown): Promise<Sql[]> {
  const signal = new AbortController().signal
  const call = {
    name: method,
    engine,
    outside: { redeem: async () => '' },
    signal,
    progress: () => undefined,
  }
  const ctx = prepareContext(call)
  const said: Sql[] = []
  const noted = (query: Sql) => {
    said.push(query)
    return query
  }
  const { db } = ctx
  const recorder: typeof db = {
    ...db,
    get: query => db.get(noted(query)),
    all: query => db.all(noted(query)),
    iterate: query => db.iterate(noted(query)),
  }
  const watched: PrepareContext = Object.create(ctx, { db: { value: recorder } })
  const run = registry[method] as ReadHandler<unknown, unknown>
  await run(contract[method].input.parse(input), watched)
  return said
}

function bound(values: Sql['values']): SqlValue[] {
  return values.map(value => (typeof value === 'boolean' ? Number(value) : value))
}
