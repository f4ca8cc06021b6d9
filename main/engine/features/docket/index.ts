export {
  countMatches,
  indexForSearch,
  matchingIds,
  type Searchable,
  stemsOfEntry,
} from './search-index.queries.ts'
export { matchQuery, ofKind, stemOf, wordsOf } from './search-terms.ts'
