import { writeSync } from 'node:fs'
import { openUnlocked } from '../../../main/engine/keys/open-unlocked.ts'
import { retireAccount } from '../../../main/engine/keys/retire-account.ts'
import { signIn } from '../../../main/engine/keys/sign-in.ts'

/** Retires an account; killed by the test at some moment of it. */
const [directory = '', signInName = '', passphrase = '', accountId = ''] = process.argv.slice(2)
const signedIn = await signIn(directory, { signInName, passphrase }, new Date())
const { store, keyring, keys } = await openUnlocked({ directory }, signedIn.keyring, signedIn.keys)
writeSync(1, 'ready\n')
retireAccount(store, keyring, keys, accountId)
writeSync(1, 'done\n')
store.close()
