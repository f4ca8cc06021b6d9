import { z } from 'zod'
import { accountId } from '../ids.ts'
import { contract, everyone, noInput, read, sessionCall } from './define.ts'
import { account, newAccount } from './session.ts'

export const accounts = contract('accounts', {
  list: read({ input: noInput, output: z.array(account), roles: everyone }),
  /** Codes: accounts.nameTaken. */
  add: sessionCall({ input: newAccount, output: account, roles: ['secretariat'] }),
  /**
   * Takes the account's key away and re-keys the store, since its owner may have kept a copy.
   * Codes: accounts.lastSecretariat, accounts.ownAccount, accounts.alreadyRetired.
   */
  retire: sessionCall({
    input: z.strictObject({ accountId }),
    output: account,
    roles: ['secretariat'],
  }),
})
