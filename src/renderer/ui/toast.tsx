import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type Toast, type ToastApi, withNext } from './toast-model.ts'
import { ToastStack } from './toast-stack.tsx'

const ToastContext = createContext<ToastApi | null>(null)

/** Whoever is inside may say something in passing; `clear` at the lock takes every word back. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const api = useMemo<ToastApi>(
    () => ({
      show: (toast) => setToasts((shown) => withNext(shown, { ...toast, at: Date.now() })),
      dismiss: (id) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
      clear: () => setToasts([])
    }),
    []
  )
  return (
    <ToastContext value={api}>
      {children}
      <ToastStack toasts={toasts} onEnd={(ended) => setToasts((shown) => shown.filter((toast) => toast !== ended))} />
    </ToastContext>
  )
}

export function useToast(): ToastApi {
  const api = useContext(ToastContext)
  if (api === null) throw new Error('useToast needs a ToastProvider above it')
  return api
}
