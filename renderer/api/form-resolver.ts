import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { fieldSentence } from '../../shared/strings/index.ts'

/** Checks a form with the schema of the contract; what is refused is said in Indonesian under its field. */
export function formResolver<I extends FieldValues, O extends FieldValues>(
  schema: z.ZodType<O, I>,
): Resolver<I, unknown, O> {
  const check = zodResolver(schema) as unknown as Resolver<I, unknown, O>
  return async (values, context, options) => {
    const result = await check(values, context, options)
    translate(result.errors)
    return result
  }
}

function translate(errors: FieldErrors | undefined): void {
  if (!errors || typeof errors !== 'object') return
  for (const part of Object.values(errors)) {
    if (!part || typeof part !== 'object') continue
    if ('message' in part && typeof part.message === 'string') part.message = fieldSentence(part.message)
    else translate(part as FieldErrors)
  }
}
