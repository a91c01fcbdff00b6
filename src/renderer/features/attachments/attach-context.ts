import { createContext, useContext, useLayoutEffect } from 'react'

/** The file that is going in now, and the item that it goes to. */
export type Going = { readonly item: string; readonly name: string }

export type AttachApi = {
  readonly going: Going | null
  /** Whether the pane of its item shows it. */
  readonly isShown: boolean
  /** Told by what shows it, when it comes and when it goes. */
  show(by: 1 | -1): void
  /** Files go in one after the other, also those of several items: giving up ends the one that is shown. */
  run(work: (goes: (going: Going) => void) => Promise<void>): Promise<void>
}

export const AttachContext = createContext<AttachApi>({
  going: null,
  isShown: false,
  show() {},
  run: (work) => work(() => {})
})

export const useAttaching = (): AttachApi => useContext(AttachContext)

/** Drawn where the file goes to. Known before anything is painted, so that it is never seen twice. */
export function useShowsGoing(): void {
  const { show } = useAttaching()
  useLayoutEffect(() => {
    show(1)
    return () => show(-1)
  }, [show])
}
