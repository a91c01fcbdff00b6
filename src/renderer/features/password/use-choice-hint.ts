import { useTexts } from '../../texts/use-texts.ts'
import type { NewPassword } from './use-new-password.ts'

/** What is still missing before a new password can be used; null when nothing is. */
export function useChoiceHint({ mode, passphrase }: NewPassword): string | null {
  const t = useTexts()
  const [first] = passphrase.waiting
  if (mode === 'own' || first === undefined) return null
  const [word, missing] = first
  return t.password.wordWaits(word + 1, missing)
}
