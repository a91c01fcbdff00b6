import { useEffect, useState } from 'react'
import { endOf, heldTime, type Toast, type ToastTime } from './toast-model.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

/** Whole seconds until a toast goes, null for never. What counts down to something else cannot be held. */
export function useToastTime(toast: Toast, held: boolean): number | null {
  const [time, setTime] = useState<ToastTime>(() => ({ end: endOf(toast), rest: null }))
  const stops = held && toast.until === undefined
  useEffect(() => setTime((before) => heldTime(before, stops, Date.now())), [stops])
  const left = useSecondsLeft(time.rest === null ? time.end : null)
  return time.rest === null ? left : Math.ceil(time.rest / 1000)
}
