import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { InlineCharacters } from './inline-characters.tsx'
import { InlinePassphrase } from './inline-passphrase.tsx'

type InlineGeneratorProps = { readonly passphraseFirst: boolean; onUse(text: string, bits: number): void }

/** The generator beside the field it is for; nothing is replaced until it is used. */
export function InlineGenerator({ passphraseFirst, onUse }: InlineGeneratorProps) {
  const t = useTexts().editor.generator
  const [kind, setKind] = useState<'passphrase' | 'characters'>(passphraseFirst ? 'passphrase' : 'characters')
  const choice = (
    <Segmented
      label={t.kind}
      value={kind}
      onChange={setKind}
      choices={[
        { value: 'passphrase', label: t.passphrase },
        { value: 'characters', label: t.characters }
      ]}
    />
  )
  return kind === 'passphrase' ? (
    <InlinePassphrase kind={choice} onUse={onUse} />
  ) : (
    <InlineCharacters kind={choice} onUse={onUse} />
  )
}
