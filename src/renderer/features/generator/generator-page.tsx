import { useCtrlKey } from '../../session/use-key.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Page } from '../../ui/page.tsx'
import { GeneratorBody, GeneratorTabs } from './generator-panel.tsx'
import styles from './generator-page.module.css'
import { useGenerator } from './use-generator.ts'
import { useReroll } from '../keys/use-reroll.ts'

/** The generator by itself, in a pane: here Ctrl+C copies what was generated, unless some text is selected. */
export function GeneratorPage() {
  const t = useTexts()
  const generator = useGenerator()
  const { text, reroll } = generator.current
  useReroll(reroll)
  useCtrlKey('c', () => {
    if (text === null || isSomethingSelected()) return false
    generator.copy(text)
    return true
  })
  return (
    <Page
      title={t.generator.title}
      className={styles['body']}
      actions={<GeneratorTabs tab={generator.tab} onTab={generator.setTab} />}
    >
      <GeneratorBody generator={generator} copyKeys="Ctrl+C" />
    </Page>
  )
}

const isSomethingSelected = (): boolean => (document.getSelection()?.toString() ?? '') !== ''
