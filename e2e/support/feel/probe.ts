import type { Page } from '@playwright/test'

declare global {
  interface Window {
    feel: {
      /** From the next such event on, waits for the frame in which `count` elements of `selector` are first painted. */
      arm(event: 'submit' | 'input', selector: string, count: number): void
      /** Milliseconds that this took. */
      armed: Promise<number>
      /** For each event of this kind, milliseconds to the frame behind the last change that it made. */
      painted(kind: 'input' | 'click'): number[]
      /** Milliseconds to a painted letter, forty times. */
      nothing(): Promise<number[]>
      /** Scrolls the list down for a second; the longest time between two frames. */
      scroll(): Promise<number>
      /** Milliseconds from saving a new title to its acknowledgement, for as many items of the list. */
      save(count: number): Promise<number[]>
    }
  }
}

/** Measures in the page, where the way of a key through Playwright does not count. */
export async function probe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Record<string, number[]> = { input: [], click: [] }
    let open: { kind: string; at: number; painted: number } | null = null
    const begin = (kind: string) => (event: Event) => {
      end()
      open = { kind, at: event.timeStamp, painted: 0 }
    }
    const end = (): void => {
      if (open !== null && open.painted > 0) times[open.kind]?.push(open.painted - open.at)
      open = null
    }
    document.addEventListener('input', begin('input'), true)
    document.addEventListener('click', begin('click'), true)
    // Behind the frame in which the change is painted comes a task: then it is on the screen.
    const onceShown = (then: () => void): void => void requestAnimationFrame(() => setTimeout(then))
    new MutationObserver(() => {
      const mine = open
      onceShown(() => mine !== null && (mine.painted = performance.now()))
    }).observe(document, { subtree: true, childList: true, characterData: true })
    window.feel = {
      armed: Promise.resolve(Number.NaN),
      arm(event, selector, count) {
        window.feel.armed = new Promise((resolve) => {
          const listen = ({ timeStamp }: Event): void => {
            const observer = new MutationObserver(() => {
              if (document.querySelectorAll(selector).length < count) return
              observer.disconnect()
              onceShown(() => resolve(performance.now() - timeStamp))
            })
            observer.observe(document, { subtree: true, childList: true, characterData: true })
          }
          document.addEventListener(event, listen, { capture: true, once: true })
        })
      },
      painted: (kind) => (end(), (times[kind] ?? []).splice(0)),
      async nothing() {
        const letter = document.body.appendChild(document.createElement('i'))
        const waits: number[] = []
        for (let turn = 0; turn < 40; turn++) {
          const begun = performance.now()
          letter.textContent = String(turn)
          await new Promise<void>(onceShown)
          waits.push(performance.now() - begun)
        }
        letter.remove()
        return waits
      },
      async scroll() {
        const list = document.querySelector('[role="grid"]')
        const frames: number[] = []
        for (let frame = 0; frame < 60; frame++) {
          frames.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)))
          list?.dispatchEvent(new WheelEvent('wheel', { deltaY: 400, bubbles: true }))
          scrollerOf(list)?.scrollBy(0, 400)
        }
        return Math.max(...frames.slice(1).map((at, index) => at - (frames[index] ?? at)))
      },
      async save(count) {
        const query = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count } as const
        const list = await window.coffer.call('list.query', query)
        const waits: number[] = []
        for (const { id } of list.ok ? list.value.rows : []) {
          const item = await window.coffer.call('item.get', { item: id })
          if (!item.ok) continue
          const begun = performance.now()
          const edit = { title: `${item.value.title}.`, fields: [] }
          const saved = await window.coffer.call('item.edit', { item: id, expected: item.value.revision, edit })
          if (saved.ok) waits.push(performance.now() - begun)
        }
        return waits
      }
    }
    const scrollerOf = (element: Element | null): Element | null =>
      element === null || element.scrollHeight > element.clientHeight ? element : scrollerOf(element.parentElement)
  })
}
