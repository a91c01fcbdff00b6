import { useEffect, useState } from 'react'

/** Whether there is more of it than can be seen, so that the keys have to be able to scroll it. */
export function useScrolls(body: HTMLElement | null): boolean {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    if (body === null) return
    const observer = new ResizeObserver(() => setScrolls(body.scrollHeight > body.clientHeight + 1))
    observer.observe(body)
    for (const child of body.children) observer.observe(child)
    return () => observer.disconnect()
  }, [body])
  return scrolls
}
