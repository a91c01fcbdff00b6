import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Slider } from '../../ui/slider.tsx'
import { Switch } from '../../ui/switch.tsx'
import styles from './editor.module.css'
import { InlineFrame, type InlinePartProps } from './inline-frame.tsx'
import { useCharacters } from './use-characters.ts'

export function InlineCharacters(props: InlinePartProps) {
  const t = useTexts().editor.generator
  const [recipe, setRecipe] = useState({ length: 20, symbols: true })
  const { made, reroll } = useCharacters(recipe)
  const options = (
    <>
      <span className={styles['slider']}>
        <Slider
          label={t.length}
          value={recipe.length}
          min={8}
          max={64}
          onChange={(length) => setRecipe({ ...recipe, length })}
        />
        <output className="num strong">{recipe.length}</output>
      </span>
      <span className="line">
        {t.symbols}
        <Switch label={t.symbols} on={recipe.symbols} onChange={(symbols) => setRecipe({ ...recipe, symbols })} />
      </span>
    </>
  )
  return <InlineFrame {...props} options={options} text={made?.text ?? null} bits={made?.bits ?? 0} onReroll={reroll} />
}
