import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { fieldSentence } from '../../shared/strings/index.ts'
import type { EngineError } from './engine-error.ts'

/** Puts the engine's refused fields under the fields of a form; gives whether there were any. */
export function showIssues<T extends FieldValues>(form: UseFormReturn<T>, error: EngineError): boolean {
  for (const issue of error.issues) {
    form.setError(issue.path as FieldPath<T>, { type: 'engine', message: fieldSentence(issue.message) })
  }
  const first = error.issues[0]
  if (first) form.setFocus(first.path as FieldPath<T>)
  return first !== undefined
}
