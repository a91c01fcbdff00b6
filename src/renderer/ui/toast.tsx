import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { ToastCard } from './toast-card.tsx'
import styles from './toast.module.css'
import type { Toast, ToastApi } from './toast-model.ts'

const ToastContext = createContext<ToastApi | null>(null)

/** Whoever is inside may say something in passing; `clear` at the lock takes every word back. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const api = useMemo<ToastApi>(
    () => ({
      show: (toast) =>
        setToasts((shown) => [...shown.filter((other) => keeps(other, toast)), { ...toast, at: Date.now() }]),
      dismiss: (id) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
      clear: () => setToasts([])
    }),
    []
  )
  return (
    <ToastContext value={api}>
      {children}
      <div className={styles['toasts']}>
        {toasts.map((toast) => (
          <ToastCard
            key={`${toast.id ?? ''} ${toast.at}`}
            toast={toast}
            onEnd={() => setToasts((shown) => shown.filter((other) => other !== toast))}
          />
        ))}
      </div>
    </ToastContext>
  )
}

/** One passing word at a time; what failed stays beside it until it is answered. */
const keeps = (shown: Toast, coming: { readonly id?: string }): boolean =>
  shown.tone === 'danger' && (coming.id === undefined || shown.id !== coming.id)

export function useToast(): ToastApi {
  const api = useContext(ToastContext)
  if (api === null) throw new Error('useToast needs a ToastProvider above it')
  return api
}
