import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Stepper } from '../../ui/stepper.tsx'
import { usePassphrase } from '../generator/use-passphrase.ts'
import { WordRolls } from '../generator/word-rolls.tsx'
import { InlineFrame, type InlinePartProps } from './inline-frame.tsx'

/** Words with the dice that chose them; one word more, or another instead of one, keeps the rest. */
export function InlinePassphrase(props: InlinePartProps) {
  const t = useTexts().editor.generator
  const [words, setWords] = useState(6)
  const passphrase = usePassphrase({ list: 'eff-large', words, separator: 'hyphen', capitals: false, digit: false })
  return (
    <InlineFrame
      {...props}
      options={<Stepper label={t.words} value={words} min={4} max={12} onChange={setWords} />}
      text={passphrase.text}
      bits={passphrase.bits}
      onReroll={passphrase.rollAll}
    >
      <WordRolls passphrase={passphrase} size="small" />
    </InlineFrame>
  )
}
