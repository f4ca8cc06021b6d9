import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../main/engine/features/index.ts'
import { type Method, ROLES, type Role } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { Refused, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

/** No schema takes this, so a call that gets past the role ends at its input and does nothing. */
const NONSENSE = 'not an input'
const methods = Object.entries<Method>(contract)
const person: Readonly<Record<Role, string>> = {
  assistant: 'rina',
  commissioner: 'laksmi',
  chair: 'bakti',
  deputyChair: 'ningsih',
  secretariat: 'sari',
}

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

async function answerTo(method: string): Promise<{ code: string; facts: Refused['facts'] } | 'done'> {
  try {
    await engine.raw(method, NONSENSE)
    return 'done'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { code: error.code, facts: error.facts }
  }
}

/** The refusal of each call, by name; `expected` says which it must be. */
async function differing(expected: (method: Method) => { code: string; facts?: object }): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, method] of methods) {
    const answer = await answerTo(name)
    const wanted = expected(method)
    const same =
      answer !== 'done' &&
      answer.code === wanted.code &&
      (!wanted.facts || JSON.stringify(answer.facts) === JSON.stringify(wanted.facts))
    if (!same) wrong.push(`${name}: ${JSON.stringify(answer)}, not ${wanted.code}`)
  }
  return wrong
}

describe('the contract', () => {
  it('is served by exactly one handler for each call', () => {
    expect(Object.keys(registry).sort()).toEqual(methods.map(([name]) => name).sort())
  })

  it('lets nobody but those it names make a call, whatever the input', async () => {
    for (const role of ROLES) {
      await engine.as(person[role])
      const wrong = await differing(({ roles }) =>
        roles === 'lockedToo' || roles.includes(role)
          ? { code: 'input.invalid' }
          : { code: 'access.denied', facts: { role } },
      )
      expect(wrong, role).toEqual([])
    }
  })

  it('answers nothing of the store while it is locked', async () => {
    await engine.call('session.lock', {})
    const wrong = await differing(({ roles }) => ({
      code: roles === 'lockedToo' ? 'input.invalid' : 'session.locked',
    }))
    expect(wrong).toEqual([])
  })

  it('gives only a few calls to the locked program', () => {
    const open = methods.filter(([, method]) => method.roles === 'lockedToo').map(([name]) => name)
    expect(open.sort()).toEqual([
      'institution.example',
      'session.chooseStore',
      'session.createStore',
      'session.lock',
      'session.openExample',
      'session.recover',
      'session.status',
      'session.unlock',
      'verification.check',
    ])
  })

  it.each(['cases', 'cases.', 'cases.drop', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'knows no call named %j',
    async name => {
      expect(await answerTo(name)).toMatchObject({ code: 'method.unknown' })
    },
  )

  it('lets the secretariat see no case, and nobody but the secretariat change accounts', () => {
    const caseWork = methods.filter(([name]) => /^(cases|evidence|findings|plenaries|letters)\./.test(name))
    const seen = caseWork.filter(([, { roles }]) => roles !== 'lockedToo' && roles.includes('secretariat'))
    expect(seen.map(([name]) => name)).toEqual([])
    for (const name of ['accounts.add', 'accounts.retire', 'institution.update'] as const) {
      expect(contract[name].roles).toEqual(['secretariat'])
    }
  })
})
