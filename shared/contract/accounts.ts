import { z } from 'zod'
import { accountId } from '../ids.ts'
import { contract, everyone, noInput, read, sessionCall, write } from './define.ts'
import { account, accountNip, newAccount } from './session.ts'

export const accounts = contract('accounts', {
  list: read({ input: noInput, output: z.array(account), roles: everyone }),
  /** Codes: accounts.nameTaken, accounts.nipTaken {name}. */
  add: sessionCall({ input: newAccount, output: account, roles: ['secretariat'] }),
  /**
   * Enters, corrects or clears ('') the NIP; both values are kept in the history. What was signed stays as it is.
   * Codes: accounts.unknown, accounts.alreadyRetired, accounts.nipSame, accounts.nipTaken {name}.
   */
  changeNip: write({
    input: z.strictObject({ accountId, nip: accountNip }),
    output: account,
    roles: ['secretariat'],
  }),
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
