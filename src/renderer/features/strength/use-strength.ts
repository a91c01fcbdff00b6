import { useEffect, useState } from 'react'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { type Asker, createAsker, type StrengthPort, type Told } from './asker.ts'

const PORT: StrengthPort = {
  estimate: async (password) => (await call('vault.estimatePassword', { password: secret(password) })).bits,
  judge: ({ password, beside }) => call('vault.judgePassword', { password: secret(password), beside: [...beside] })
}

/** What is told of the password that is typed in one field; null while there is nothing to tell. */
export function useStrength(): readonly [Told | null, Asker] {
  const [told, setTold] = useState<Told | null>(null)
  const [asker] = useState(() => createAsker(PORT, setTold))
  useEffect(() => () => asker.clear(), [asker])
  return [told, asker]
}
