export { indexForSearch, type Searchable } from './search-index.queries.ts'
export { matchQuery, stemsOf } from './search-terms.ts'
