import { createContext, use } from 'react'
import type { Bridge } from '../../shared/bridge.ts'
import type { EngineClient } from './client.ts'

type Engine = { client: EngineClient; bridge: Bridge }
const EngineContext = createContext<Engine | null>(null)
export const EngineProvider = EngineContext.Provider

/** The connection to the engine and the bridge to the shell. */
export function useEngine(): Engine {
  const engine = use(EngineContext)
  if (!engine) throw new Error('EngineProvider is missing')
  return engine
}
