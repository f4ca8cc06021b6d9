import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  addAccount,
  changePassphrase,
  createKeyring,
  openWithCode,
  recoverWithCode,
  replaceRecoveryCode,
  unlock,
  unlockAccount,
  unlockAny,
} from '../../main/engine/keys/keyring.ts'
import { type Keyring, parseKeyring, readKeyring, writeKeyring } from '../../main/engine/keys/keyring-file.ts'
import { stretchPassphrase } from '../../main/engine/keys/passphrase.ts'
import { codeOf, first, second, tempDirectory, testCost } from './store-kit.ts'

async function twoAccounts() {
  const made = await createKeyring(first)
  const added = await addAccount(made.keyring, made.keys, second)
  return { ...made, keyring: added.keyring }
}

const tampered = (keyring: Keyring, change: (copy: Keyring) => void): Keyring => {
  const copy = structuredClone(keyring)
  change(copy)
  return copy
}

const open = (keyring: Keyring, account = first) =>
  codeOf(() => unlock(keyring, account.signInName, account.passphrase))

describe('keyring', () => {
  it('opens for each account with the same master key, whatever the spelling of the name', async () => {
    const { keyring, keys } = await twoAccounts()
    const sri = await unlock(keyring, '  sri  WAHYUNI ', first.passphrase)
    const budi = await unlock(keyring, 'budi', second.passphrase)
    expect(sri.masters.current.equals(keys.masters.current)).toBe(true)
    expect(budi.masters.current.equals(keys.masters.current)).toBe(true)
    expect(budi.signer.publicKey.equals(sri.signer.publicKey)).toBe(false)
    expect(budi.accountId).toBe('acc-2')
  })

  it('refuses a wrong passphrase and an unknown name alike', async () => {
    const { keyring } = await twoAccounts()
    expect(await open(keyring, { ...first, passphrase: 'salah' })).toBe('keys.wrongPassphrase')
    expect(await open(keyring, { ...first, signInName: 'tidak ada' })).toBe('keys.wrongPassphrase')
    expect(await open(keyring, { ...second, passphrase: first.passphrase })).toBe('keys.wrongPassphrase')
  })

  it('zeroes every secret when keys are wiped', async () => {
    const { keys } = await twoAccounts()
    keys.wipe()
    for (const secret of [keys.masters.current, keys.sealSecret, keys.signer.secretKey]) {
      expect(secret.every(byte => byte === 0)).toBe(true)
    }
  })

  it('notices every flipped byte of the file', async () => {
    const { keyring } = await twoAccounts()
    const file = `${tempDirectory()}/keyring.json`
    writeKeyring(file, keyring)
    const bytes = readFileSync(file)
    const survived: number[] = []
    for (let at = 0; at < bytes.length; at++) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
      // By id instead of by name, which would stretch the name 1500 times.
      const code = await codeOf(() => unlockAccount(parseKeyring(copy), first.accountId, first.passphrase))
      if (code === 'none') survived.push(at)
    }
    expect(survived).toEqual([])
  }, 120_000)

  it('refuses slots whose wraps, ids or keys were exchanged', async () => {
    const { keyring } = await twoAccounts()
    const swapped = tampered(keyring, k => {
      const [a, b] = k.slots
      if (a && b) [a.secrets, b.secrets] = [b.secrets, a.secrets]
    })
    expect(await open(swapped)).toBe('keys.wrongPassphrase')
    const renamed = tampered(keyring, k => {
      const [a, b] = k.slots
      if (a && b) [a.id, b.id] = [b.id, a.id]
    })
    expect(await open(renamed)).toBe('keys.wrongPassphrase')
    expect(await open({ ...keyring, slots: [...keyring.slots].reverse() })).toBe('keyring.damaged')
    const otherKey = tampered(keyring, k => {
      const [a, b] = k.slots
      if (a && b) a.signPublic = b.signPublic
    })
    expect(await open(otherKey)).toBe('keys.wrongPassphrase')
    expect(await open(otherKey, second)).toBe('keyring.damaged')
  })

  it('refuses a lowered cost, a deleted slot and a changed recovery slot', async () => {
    const { keyring } = await twoAccounts()
    const cheaper = tampered(keyring, k => {
      const slot = k.slots[0]
      if (slot) slot.cost = { memoryKib: 128, passes: 1 }
    })
    expect(await open(cheaper)).toBe('keys.wrongPassphrase')
    expect(await open(cheaper, second)).toBe('keyring.damaged')
    const deleted = tampered(keyring, k => k.slots.splice(1, 1))
    expect(await open(deleted)).toBe('keyring.damaged')
    const other = await createKeyring(first)
    expect(await open({ ...keyring, recovery: other.keyring.recovery })).toBe('keyring.damaged')
    expect(await open({ ...keyring, generation: 99 })).toBe('keyring.damaged')
  })

  it('refuses a cost that would stall the machine before stretching anything', async () => {
    const { keyring } = await twoAccounts()
    const stalling = tampered(keyring, k => {
      const slot = k.slots[0]
      if (slot) slot.cost = { memoryKib: 64 * 1024 * 1024, passes: 3 }
    })
    expect(await codeOf(() => parseKeyring(Buffer.from(JSON.stringify(stalling))))).toBe('keyring.damaged')
  })

  it('names what it cannot read: missing, cut, not JSON, of a newer program', async () => {
    const { keyring } = await twoAccounts()
    const file = `${tempDirectory()}/keyring.json`
    expect(await codeOf(() => readKeyring(file))).toBe('keyring.missing')
    writeKeyring(file, keyring)
    expect(readKeyring(file)).toEqual(keyring)
    writeFileSync(file, readFileSync(file).subarray(0, 300))
    expect(await codeOf(() => readKeyring(file))).toBe('keyring.damaged')
    writeFileSync(file, '')
    expect(await codeOf(() => readKeyring(file))).toBe('keyring.damaged')
    writeFileSync(file, '{"version":2,"slots":[]}')
    expect(await codeOf(() => readKeyring(file))).toBe('keyring.newer')
  })

  it('holds no sign-in name, plain or merely hashed with a known function', async () => {
    const { keyring } = await twoAccounts()
    const text = JSON.stringify(keyring).toLowerCase()
    for (const word of ['sri', 'wahyuni', 'budi']) expect(text.includes(word)).toBe(false)
  })

  it('changes a passphrase and keeps the keys', async () => {
    const { keyring } = await twoAccounts()
    const before = await unlock(keyring, 'Budi', second.passphrase)
    const change = {
      signInName: 'Budi',
      oldPassphrase: second.passphrase,
      newPassphrase: 'baru 456',
      cost: testCost,
    }
    const changed = await changePassphrase(keyring, change)
    expect(changed.generation).toBe(keyring.generation + 1)
    expect(await open(changed, second)).toBe('keys.wrongPassphrase')
    const after = await unlock(changed, 'Budi', 'baru 456')
    expect(after.signer.publicKey.equals(before.signer.publicKey)).toBe(true)
    expect(await open(changed)).toBe('none')
    expect(await codeOf(() => changePassphrase(keyring, { ...change, oldPassphrase: 'salah' }))).toBe(
      'keys.wrongPassphrase',
    )
  })

  it('refuses a second account of the same name or id', async () => {
    const { keyring, keys } = await twoAccounts()
    expect(
      await codeOf(() => addAccount(keyring, keys, { ...second, accountId: 'acc-9', signInName: 'BUDI ' })),
    ).toBe('keys.nameTaken')
    expect(await codeOf(() => addAccount(keyring, keys, { ...second, signInName: 'Lain' }))).toBe(
      'keys.accountTaken',
    )
  })

  it('opens by trying every slot when no name is given', async () => {
    const { keyring } = await twoAccounts()
    expect((await unlockAny(keyring, second.passphrase)).accountId).toBe('acc-2')
    expect(await codeOf(() => unlockAny(keyring, 'salah'))).toBe('keys.wrongPassphrase')
  })

  it('stretches composed and decomposed letters alike', async () => {
    const salt = Buffer.alloc(16, 7)
    const composed = await stretchPassphrase('caf\u00e9', salt, testCost)
    const decomposed = await stretchPassphrase('cafe\u0301', salt, testCost)
    expect(composed.equals(decomposed)).toBe(true)
  })
})

describe('recovery', () => {
  it('sets a new passphrase and new signing keys with the code', async () => {
    const { keyring, recoveryCode } = await twoAccounts()
    const old = await unlock(keyring, 'Budi', second.passphrase)
    const account = { signInName: 'Budi', passphrase: 'setelah pemulihan', cost: testCost }
    const recovered = await recoverWithCode(keyring, recoveryCode.toLowerCase().replaceAll('-', ' '), account)
    expect(recovered.publicKeys.signPublic.equals(old.signer.publicKey)).toBe(false)
    const again = await unlock(recovered.keyring, 'Budi', 'setelah pemulihan')
    expect(again.masters.current.equals(old.masters.current)).toBe(true)
    expect(await open(recovered.keyring, second)).toBe('keys.wrongPassphrase')
    expect(await open(recovered.keyring)).toBe('none')
  })

  it('refuses another store’s code and a code that was replaced', async () => {
    const { keyring, keys, recoveryCode } = await twoAccounts()
    const other = await createKeyring(first)
    expect(await codeOf(() => openWithCode(keyring, other.recoveryCode))).toBe('keys.wrongRecoveryCode')
    const replaced = replaceRecoveryCode(keyring, keys)
    expect(await codeOf(() => openWithCode(replaced.keyring, recoveryCode))).toBe('keys.wrongRecoveryCode')
    expect(await codeOf(() => openWithCode(replaced.keyring, replaced.recoveryCode))).toBe('none')
  })

  it('names an account that is not there', async () => {
    const { keyring, recoveryCode } = await twoAccounts()
    const account = { signInName: 'Siapa', passphrase: 'x', cost: testCost }
    expect(await codeOf(() => recoverWithCode(keyring, recoveryCode, account))).toBe('keys.noSuchAccount')
  })
})
