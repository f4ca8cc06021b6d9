import { CodedError } from '../../errors.ts'
export const exportBallots = () => {
  throw new CodedError('method.unknown')
}
export const importBallots = exportBallots
