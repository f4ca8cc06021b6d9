export { listRoots } from './institution.queries.ts'
export { healPublishedRoots, publishedRoots } from './trusted-roots.ts'
