export { listRoots } from './institution.queries.ts'
export { publishedRoots } from './trusted-roots.ts'
