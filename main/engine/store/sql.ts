/** Values SQLite can store; `boolean` becomes 0 or 1, `undefined` is refused by the type. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array

/** Text with `?` and the values bound to it; only `sql` makes one, so text is never user input. */
export type Sql = { readonly text: string; readonly values: readonly SqlValue[]; readonly [made]: true }

const made = Symbol('sql')

/**
 * SQL text with bound values: sql`select * from cases where id = ${id}`.
 * A nested `sql` piece is spliced in, all else is bound; there is no way to
 * paste a string into the text.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const values: SqlValue[] = []
  parts.forEach((part, i) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[i + 1] ?? ''
  })
  return { text, values, [made]: true }
}

/** Joins pieces with a comma (or another constant piece), for lists of values and conditions. */
export function joinSql(pieces: readonly Sql[], separator: Sql = sql`, `): Sql {
  const values: SqlValue[] = []
  const texts: string[] = []
  for (const piece of pieces) {
    texts.push(piece.text)
    values.push(...piece.values)
  }
  return { text: texts.join(separator.text), values, [made]: true }
}

/** `(?, ?, ?)` for `in`; an empty list gives `(null)`, which matches nothing. */
export function listSql(values: readonly SqlValue[]): Sql {
  if (values.length === 0) return sql`(null)`
  return { text: `(${values.map(() => '?').join(', ')})`, values: [...values], [made]: true }
}

/** Nothing at all, for optional conditions. */
export const noSql: Sql = { text: '', values: [], [made]: true }

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && made in part
}
