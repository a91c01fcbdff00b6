import { useState } from 'react'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Slider } from '../../ui/slider.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useKeepSeen, useKeptSecrets } from '../generator/use-kept-secrets.ts'
import { useReroll } from '../keys/use-reroll.ts'
import styles from './editor.module.css'
import { type Recipe, useGenerated } from './use-generated.ts'

type InlineGeneratorProps = { readonly passphraseFirst: boolean; onUse(text: string, bits: number): void }

/** The generator beside the field it is for; nothing is replaced until it is used. */
export function InlineGenerator({ passphraseFirst, onUse }: InlineGeneratorProps) {
  const t = useTexts()
  const format = useFormat()
  const [recipe, setRecipe] = useState<Recipe>({
    kind: passphraseFirst ? 'passphrase' : 'characters',
    words: 6,
    length: 20,
    symbols: true
  })
  const { made, reroll } = useGenerated(recipe)
  useReroll(reroll)
  useKeepSeen(made?.text ?? null, useKeptSecrets().keep)
  const change = (part: Partial<Recipe>) => setRecipe((before) => ({ ...before, ...part }))
  return (
    <section className={styles['generator']} aria-label={t.editor.generator.title}>
      <div className={styles['line']}>
        <Segmented
          label={t.editor.generator.kind}
          value={recipe.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { value: 'passphrase', label: t.editor.generator.passphrase },
            { value: 'characters', label: t.editor.generator.characters }
          ]}
        />
        <Options recipe={recipe} onChange={change} />
      </div>
      <div className={styles['generated']}>{made === null ? null : <SecretText value={made.text} />}</div>
      <div className={styles['line']}>
        <Button
          kind="primary"
          size="small"
          disabled={made === null}
          onClick={() => made !== null && onUse(made.text, made.bits)}
        >
          {t.editor.generator.use}
        </Button>
        <Button size="small" icon="reroll" keys="Ctrl+R" onClick={reroll}>
          {t.editor.generator.reroll}
        </Button>
        <span className="muted small num">{made === null ? '' : t.editor.generator.bits(format.bits(made.bits))}</span>
        <span className="muted small">{t.editor.generator.keeps}</span>
      </div>
    </section>
  )
}

function Options({ recipe, onChange }: { readonly recipe: Recipe; onChange(part: Partial<Recipe>): void }) {
  const t = useTexts()
  if (recipe.kind === 'passphrase') {
    return (
      <Stepper
        label={t.editor.generator.words}
        value={recipe.words}
        min={4}
        max={12}
        onChange={(words) => onChange({ words })}
      />
    )
  }
  return (
    <>
      <span className={styles['slider']}>
        <Slider
          label={t.editor.generator.length}
          value={recipe.length}
          min={8}
          max={64}
          onChange={(length) => onChange({ length })}
        />
        <output className="num strong">{recipe.length}</output>
      </span>
      <span className="line">
        {t.editor.generator.symbols}
        <Switch label={t.editor.generator.symbols} on={recipe.symbols} onChange={(symbols) => onChange({ symbols })} />
      </span>
    </>
  )
}
