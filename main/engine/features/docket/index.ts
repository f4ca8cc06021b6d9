export {
  countMatches,
  indexForSearch,
  matchingIds,
  type Searchable,
  stemsOfEntry,
} from './search-index.queries.ts'
export { matchQuery, ofKind } from './search-terms.ts'
