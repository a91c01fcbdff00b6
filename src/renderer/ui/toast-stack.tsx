import { useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { ToastCard } from './toast-card.tsx'
import type { Toast } from './toast-model.ts'
import styles from './toast.module.css'
import { useToastFocus } from './use-toast-focus.ts'
import { useToastPlace } from './use-toast-place.ts'

type ToastStackProps = { readonly toasts: readonly Toast[]; onEnd(toast: Toast): void }

/**
 * At the lower edge of what is worked in, above its buttons. Time stands still while the pointer or the focus is here;
 * F6 goes to it and back. `aria-live` is there for dialogs: what is marked so they do not hide from readers.
 */
export function ToastStack({ toasts, onEnd }: ToastStackProps) {
  const t = useTexts()
  const stack = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState(false)
  const { focused, ...hands } = useToastFocus(stack, toasts.length)
  useToastPlace(stack, toasts.length)
  const held = (pointed || focused) && toasts.length > 0
  return (
    <div
      ref={stack}
      role="region"
      aria-label={t.ui.messages}
      aria-live="off"
      popover="manual"
      className={styles['toasts']}
      data-toasts=""
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      {...hands}
    >
      {toasts.map((toast) => (
        <ToastCard
          key={`${toast.id ?? ''} ${toast.at}`}
          toast={toast}
          held={held}
          onEnd={() => {
            // Its button goes with it, and no event says that the pointer is no longer over it.
            setPointed(false)
            onEnd(toast)
          }}
        />
      ))}
    </div>
  )
}
