import type { Page } from '@playwright/test'

/**
 * Controls of the screen that no scrolling brings into the window whole, and whatever makes it scroll sideways; one line
 * each. What lies under an open dialog does not count: it is not to be reached.
 */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, a[href], input, textarea, select, [role="button"], [role="radio"], [role="menuitem"]'
    const layer = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')].at(-1)
    const nameOf = (element: Element): string =>
      element.getAttribute('aria-label') ?? (element.textContent.trim().slice(0, 40) || element.outerHTML.slice(0, 80))
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('[aria-hidden="true"], [inert]') === null &&
      element.getBoundingClientRect().width > 2
    const found: string[] = []
    const { innerWidth, innerHeight } = window
    for (const element of (layer ?? document).querySelectorAll(CONTROLS)) {
      if (!isShown(element)) continue
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { left, right, top, bottom, height } = element.getBoundingClientRect()
      const tall = height > innerHeight
      const isIn = left > -1 && right < innerWidth + 1 && top > -1 && (tall || bottom < innerHeight + 1)
      if (!isIn) found.push(`${nameOf(element)}: ${[left, top, right, bottom].map(Math.round).join(' ')}`)
    }
    const wide = document.documentElement.scrollWidth
    if (wide > innerWidth) found.push(`the page is ${wide} wide in a window of ${innerWidth}`)
    return found
  })
}
