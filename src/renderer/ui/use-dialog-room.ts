import { useEffect, useState } from 'react'

export type DialogRoom = {
  /** There is more in the body than can be seen, so that the keys have to be able to scroll it. */
  readonly scrolls: boolean
  /** Below it there is no room for a toast, which gets some inside then, above the buttons. */
  readonly tight: boolean
}

/** A toast, and a little air around it. */
const TOAST = 72

export function useDialogRoom(body: HTMLElement | null): DialogRoom {
  const [room, setRoom] = useState<DialogRoom>({ scrolls: false, tight: false })
  useEffect(() => {
    if (body === null) return
    const look = (): void => {
      const scrolls = body.scrollHeight > body.clientHeight + 1
      const below = window.innerHeight - (body.parentElement ?? body).getBoundingClientRect().bottom
      const tight = scrolls || below < TOAST
      setRoom((known) => (known.scrolls === scrolls && known.tight === tight ? known : { scrolls, tight }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(body)
    observer.observe(document.documentElement)
    for (const child of body.children) observer.observe(child)
    return () => observer.disconnect()
  }, [body])
  return room
}
