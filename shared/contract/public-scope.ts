import type { Topic } from '../events.ts'
import type { MethodName } from './index.ts'

/** All that a port of the public display may call. The engine refuses every other method on such a port. */
export const PUBLIC_METHODS: readonly MethodName[] = ['plenaries.publicPane', 'session.status']

/** Events that a port of the public display is told; their facts stay behind. */
export const PUBLIC_TOPICS: readonly Topic[] = ['plenaries.changed', 'session.changed']
