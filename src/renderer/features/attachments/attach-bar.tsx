import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { useAttaching, useShowsGoing } from './attach-context.ts'
import styles from './attachments.module.css'

/** In the item that the file goes to. */
export function AttachBar({ name }: { readonly name: string }) {
  const t = useTexts()
  useShowsGoing()
  return <JobBar job="attach" label={t.attachments.attaching(name)} />
}

/** Above everything, while the item that the file goes to is not on the screen: whether it is, the style knows too. */
export function AttachNotice() {
  const t = useTexts()
  const { going, isShown } = useAttaching()
  if (going === null) return null
  const label = t.attachments.attaching(going.name)
  return (
    <section className={styles['going']} aria-label={label} data-here={isShown ? '' : undefined}>
      <Icon name="paperclip" />
      <JobBar job="attach" label={label} />
    </section>
  )
}
