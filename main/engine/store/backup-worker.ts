import { parentPort, workerData } from 'node:worker_threads'
import { CodedError } from '../errors.ts'
import { type BackupRequest, backupNow } from './backup.ts'

/** Entry of the backup thread: one request in, one path or coded error out. */
const request = workerData as Omit<BackupRequest, 'key'> & { key: Uint8Array }
const key = Buffer.from(request.key.buffer, request.key.byteOffset, request.key.length)
try {
  parentPort?.postMessage({ target: backupNow({ ...request, key }) })
} catch (error) {
  const coded = error instanceof CodedError ? error : new CodedError('store.backupFailed')
  parentPort?.postMessage({ code: coded.code, facts: coded.facts })
} finally {
  key.fill(0)
}
