import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'

/** The copy that is being reviewed, wherever it was chosen. */
export type CopyChoice = { readonly file: ChosenFile | null; readonly choose: (file: ChosenFile | null) => void }

const CopyContext = createContext<CopyChoice | null>(null)

export function CopyProvider({ children }: { readonly children: ReactNode }) {
  const [file, choose] = useState<ChosenFile | null>(null)
  const choice = useMemo(() => ({ file, choose }), [file])
  return <CopyContext value={choice}>{children}</CopyContext>
}

export function useCopy(): CopyChoice {
  const choice = useContext(CopyContext)
  if (choice === null) throw new Error('useCopy needs a CopyProvider above it')
  return choice
}
