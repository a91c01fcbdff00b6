import { useTexts } from '../../texts/use-texts.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { CharactersTab } from './characters-tab.tsx'
import { EarlierList } from './earlier-list.tsx'
import styles from './generator.module.css'
import { PassphraseTab } from './passphrase-tab.tsx'
import { PinTab } from './pin-tab.tsx'
import { type GeneratorTab, useGenerator } from './use-generator.ts'
import { useReroll } from '../keys/use-reroll.ts'

export type GeneratorPanelProps = {
  /** Takes the value over, for example into a field; `bits` is its exact strength. Absent: it can only be copied. */
  readonly onUse?: ((text: string, bits: number) => void) | undefined
}

/** The generator as a part of something else: a dialog, or a field that is being edited. */
export function GeneratorPanel({ onUse }: GeneratorPanelProps) {
  const generator = useGenerator()
  useReroll(generator.current.reroll)
  return (
    <div className={styles['panel']}>
      <div className={styles['tabs']}>
        <GeneratorTabs tab={generator.tab} onTab={generator.setTab} />
      </div>
      <GeneratorBody generator={generator} onUse={onUse} />
    </div>
  )
}

type GeneratorTabsProps = { readonly tab: GeneratorTab; readonly onTab: (tab: GeneratorTab) => void }

export function GeneratorTabs({ tab, onTab }: GeneratorTabsProps) {
  const t = useTexts()
  const { tabs } = t.generator
  return (
    <Segmented
      kind="tabs"
      label={t.generator.kind}
      choices={[
        { value: 'passphrase', label: tabs.passphrase },
        { value: 'characters', label: tabs.characters },
        { value: 'pin', label: tabs.pin }
      ]}
      value={tab}
      onChange={onTab}
    />
  )
}

type GeneratorBodyProps = GeneratorPanelProps & {
  readonly generator: ReturnType<typeof useGenerator>
  readonly copyKeys?: string
}

export function GeneratorBody({ generator, onUse, copyKeys }: GeneratorBodyProps) {
  const actions = { onCopy: generator.copy, onUse, copyKeys }
  return (
    <>
      {generator.tab === 'passphrase' ? <PassphraseTab {...generator.passphrase} {...actions} /> : null}
      {generator.tab === 'characters' ? <CharactersTab {...generator.characters} {...actions} /> : null}
      {generator.tab === 'pin' ? <PinTab {...generator.pin} {...actions} /> : null}
      <EarlierList kept={generator.kept} />
    </>
  )
}
