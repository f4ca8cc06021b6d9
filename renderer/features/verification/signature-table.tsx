import type { VerificationResult } from '../../../shared/contract/verification.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import styles from './verification.module.css'

const words = t.verification.signatures
type Signature = VerificationResult['signatures'][number]

/** Who signed according to the certificates, and whether each signature holds. */
export function SignatureTable({ signatures }: { signatures: readonly Signature[] }) {
  return (
    <div className={styles.tableScroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.serialNumber}</th>
            <th scope="col">{words.claimedAt}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {signatures.map(signature => (
            <tr key={signature.field}>
              <th scope="row">{signature.signerName || signature.field}</th>
              <td>{signature.serialNumber || words.none}</td>
              <td>{signature.claimedAt ? formatInstant(signature.claimedAt, deviceZone) : words.none}</td>
              <td>
                <StateMark {...resultOf(signature)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function resultOf({ valid, trusted }: Signature): { state: State; label: string } {
  if (!valid) return { state: 'broken', label: words.invalid }
  return trusted ? { state: 'verified', label: words.valid } : { state: 'unknown', label: words.untrusted }
}
