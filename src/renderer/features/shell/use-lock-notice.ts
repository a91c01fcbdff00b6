import { useEffect } from 'react'
import { onEvent } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'

/** Says that the vault will lock, until somebody is there again. */
export function useLockNotice(): void {
  const t = useTexts()
  const toast = useToast()
  useEffect(() => {
    const here = () => toast.dismiss('lock-soon')
    const off = onEvent('session.lockSoon', ({ seconds }) =>
      toast.show({
        id: 'lock-soon',
        until: Date.now() + seconds * 1000,
        text: (left) => `${t.shell.lockSoon(left)}. ${t.shell.stay}`
      })
    )
    window.addEventListener('keydown', here)
    window.addEventListener('pointermove', here)
    return () => {
      off()
      window.removeEventListener('keydown', here)
      window.removeEventListener('pointermove', here)
    }
  }, [t, toast])
}
