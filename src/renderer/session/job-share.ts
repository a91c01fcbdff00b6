export type JobProgress = { readonly done: number; readonly total: number }

/** Deriving the key is one step that cannot say how far it is: the bar slows down, and ends when the step does. */
const GUESSED_END = 0.92

/** Between 0 and 1: what the work says of itself, or, where it says nothing, how much of the usual time has passed. */
export function jobShare(progress: JobProgress | null, elapsedMs: number, usualMs: number): number {
  if (progress !== null && progress.total > 0) return Math.min(1, progress.done / progress.total)
  return GUESSED_END * (1 - Math.exp(-elapsedMs / usualMs))
}
