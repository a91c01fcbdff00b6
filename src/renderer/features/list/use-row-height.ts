import { useEffect, useState } from 'react'

/** What `--h-row` says for the density in use, in pixels. */
const rowHeight = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--h-row')) || 48

export function useRowHeight(): number {
  const [height, setHeight] = useState(rowHeight)
  useEffect(() => {
    const observer = new MutationObserver(() => setHeight(rowHeight()))
    observer.observe(document.documentElement, { attributeFilter: ['data-density'] })
    return () => observer.disconnect()
  }, [])
  return height
}
