type Said = readonly [title: string, rest: string]

/** Older versions of a field. */
export const history = {
  open: (label: string, versions: number) =>
    versions === 1 ? `${label}: 1 older version` : `${label}: ${versions} older versions`,
  title: (label: string) => `${label}: older versions`,
  older: 'Older versions',
  olderOf: (label: string) => `Older version of ${label}`,
  back: (steps: number) => `−${steps}`,
  now: 'Now',
  reveal: 'Reveal both',
  hide: 'Hide',
  copy: 'Copy the older one',
  restore: 'Restore',
  restored: (title: string, label: string): Said => [title, `: older version of ${label} is back`],
  copied: (what: string, time: string) => `${what} copied, clears in ${time}`
}

export type HistoryTexts = typeof history
