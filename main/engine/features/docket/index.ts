export { indexForSearch, type Searchable } from './search-index.queries.ts'
export { matchQuery } from './search-terms.ts'
