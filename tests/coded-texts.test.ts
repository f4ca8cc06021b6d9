import { describe, expect, it } from 'vitest'
import { toolErrorText } from '../main/engine/tool/tool-wording.ts'
import type { Method } from '../shared/contract/define.ts'
import { contract } from '../shared/contract/index.ts'
import { fieldSentence } from '../shared/strings/id/errors.ts'
import { narratedMethods } from '../shared/strings/id/history.ts'
import { isTest } from './helpers/import-rules.ts'
import { isNode, readSources, type SyntaxNode, walk } from './helpers/source-tree.ts'

/** Faults of our own code that no input, file or person can cause: they show as an unknown code, to be reported. */
const FAULTS_OF_CODE = [
  'audit.chainExists',
  'audit.headSignerMissing',
  'store.asyncTransaction',
  'store.migrationList',
  'store.nestedTransaction',
  'store.readHandle',
  'store.scriptWithValues',
  'vault.headerFailed',
]

/** Calls about the store itself that leave no entry of their own. */
const SILENT = ['session.status', 'session.chooseStore', 'session.openExample']

const engine = readSources(['main/engine']).filter(file => !isTest(file) && !file.path.includes('/testing/'))

describe('every code has a sentence', () => {
  it('that the engine throws', () => {
    const codes = new Set(engine.flatMap(file => thrownCodes(file.program)))
    expect(codes.size).toBeGreaterThan(150)
    expect([...codes].filter(code => !hasSentence(code)).sort()).toEqual(FAULTS_OF_CODE)
  })

  it('that the store makes of an error of SQLite or the file system', () => {
    const table = engine.find(file => file.path.endsWith('store/store-errors.ts'))
    const codes = table?.text.match(/'store\.\w+'/g)?.map(quoted => quoted.slice(1, -1)) ?? []
    expect(codes.length).toBeGreaterThan(5)
    expect(codes.filter(code => !hasSentence(code))).toEqual([])
  })

  it('that a schema gives for one field', () => {
    const shared = readSources(['shared']).filter(file => !isTest(file))
    const codes = new Set(shared.flatMap(file => fieldCodes(file.program)))
    expect(codes.size).toBeGreaterThan(5)
    const plain = fieldSentence('no such code')
    expect([...codes].filter(code => fieldSentence(code) === plain)).toEqual([])
  })
})

describe('the readable history', () => {
  it('has a sentence for every call that leaves an audit entry', () => {
    const unsaid = Object.entries<Method>(contract)
      .filter(([name, { kind }]) => kind !== 'read' && kind !== 'draft' && !SILENT.includes(name))
      .map(([name]) => name)
      .filter(name => !narratedMethods.has(name))
    expect(unsaid).toEqual([])
  })
})

/** Literals inside the first argument of `new CodedError(…)`, branches included. */
function thrownCodes(program: SyntaxNode): string[] {
  const codes: string[] = []
  walk(program, node => {
    if (node.type !== 'NewExpression' || !isNode(node.callee) || node.callee.name !== 'CodedError') return
    const [code] = node.arguments as SyntaxNode[]
    if (code) walk(code, part => void (isText(part) && codes.push(part.value)))
  })
  return codes
}

/** Literals of `{ error: '…' }`, as zod's checks take them. */
function fieldCodes(program: SyntaxNode): string[] {
  const codes: string[] = []
  walk(program, node => {
    if (node.type !== 'Property' || !isNode(node.key) || node.key.name !== 'error') return
    if (isNode(node.value) && isText(node.value)) codes.push(node.value.value)
  })
  return codes
}

function isText(node: SyntaxNode): node is SyntaxNode & { value: string } {
  return node.type === 'Literal' && typeof node.value === 'string'
}

const hasSentence = (code: string) => !toolErrorText(code, {}).includes(`(kode ${code})`)
