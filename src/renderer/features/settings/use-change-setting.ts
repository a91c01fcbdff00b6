import type { Settings } from '../../../shared/settings.ts'
import { errorText } from '../../error-text.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'

/** Changes one setting at once; says so if it could not be kept. */
export function useChangeSetting(): (part: Partial<Settings>) => void {
  const t = useTexts()
  const toast = useToast()
  const { change } = useSettings()
  return (part) => {
    change(part).catch((error: unknown) =>
      toast.show({ id: 'failure', tone: 'danger', text: `${t.settings.notSaved} ${errorText(t, error)}` })
    )
  }
}
