export type Runtime = {
  exe: string
  dir: string
  version: string
  kind: 'override' | 'official' | 'evaluation'
}
export function resolveRuntime(root: string): Runtime
