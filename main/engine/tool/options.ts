import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { CodedError } from '../errors.ts'

/**
 * The options of one command. Throws 'tool.unknownOption' {option}, 'tool.optionWithoutValue' {option},
 * 'tool.optionTwice' {option}; the last because two dates for one fact would silently lose one of them.
 */
export function parseOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  const config = { args: [...args], allowPositionals: true, options } as const
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true })
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name: option, rawName, value } = token
    const known = options[option]
    if (!known) throw new CodedError('tool.unknownOption', { option: rawName })
    if (known.type === 'string' && (value === undefined || value.startsWith('--')))
      throw new CodedError('tool.optionWithoutValue', { option: rawName })
    if (known.type === 'boolean' && value !== undefined)
      throw new CodedError('tool.unknownWord', { word: value })
    if (known.type === 'string' && seen.has(option))
      throw new CodedError('tool.optionTwice', { option: rawName })
    seen.add(option)
  }
  return parseArgs(config)
}
