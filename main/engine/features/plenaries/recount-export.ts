import { CodedError } from '../../errors.ts'
export const exportRecount = () => {
  throw new CodedError('method.unknown')
}
