import type { FindingKind } from '../../../shared/health-views.ts'

type Said = readonly [title: string, rest: string]
type Kind = Exclude<FindingKind, 'reused'>

const kind: Readonly<Record<Kind, string>> = {
  breached: 'In known breaches',
  weak: 'Weak',
  noCode: 'No one-time code',
  old: 'Old',
  expiring: 'Expiring',
  duplicate: 'Duplicates'
}

const kindOf: Readonly<Record<FindingKind, string>> = {
  breached: 'breached password',
  weak: 'weak password',
  reused: 'shared password',
  noCode: 'missing one-time code',
  old: 'old password',
  expiring: 'end of validity',
  duplicate: 'duplicate'
}

export const health = {
  title: 'Health',
  computed:
    'Computed here, without opening a concealed value; only a breach check opens passwords, when you start one.',
  scoreName: 'Score',
  of: 'of 100',
  today: 'Today',
  trend: (from: number, to: number) => `Score by week, ${from} to ${to}`,
  change: (by: number, since: string) =>
    by === 0 ? `As on ${since}.` : by > 0 ? `Up ${by} since ${since}.` : `Down ${-by} since ${since}.`,
  why: ({ breached, shared, weak }: Readonly<Record<'breached' | 'shared' | 'weak', number>>, gain: number) => {
    if (breached > 0)
      return breached === 1
        ? 'One password known from breaches costs the most.'
        : `${breached} passwords known from breaches cost the most.`
    if (shared > 0) {
      const first = gain > 0 ? ` Giving each item its own instead of the first adds ${gain}.` : ''
      return `${shared === 1 ? 'One shared password costs' : `${shared} shared passwords cost`} the most.${first}`
    }
    if (weak > 0) return weak === 1 ? 'One weak password costs the most.' : `${weak} weak passwords cost the most.`
    return 'No password is weak or shared.'
  },
  nothing: 'Nothing to improve',
  nothingText: 'Every password is strong, young and used once.',
  shared: 'Shared passwords',
  sharedBy: (items: number) => `${items} items`,
  more: (items: number) => `${items} more`,
  kind,
  kindOf,
  bits: (bits: number) => `${bits} bits`,
  siteOffersCode: 'The site offers one',
  unchanged: (years: number, since: string) =>
    years < 1 ? `Unchanged since ${since}` : years === 1 ? 'Unchanged for a year' : `Unchanged for ${years} years`,
  expires: (days: number, at: string) =>
    days < 0 ? `Since ${at}` : days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `In ${days} days`,
  same: (items: number) => `${items} items for the same account`,
  open: 'Open',
  openOf: (title: string) => `Open ${title}`,
  merge: 'Merge',
  merged: (title: string, items: number): Said => [title, ` is one item now, made of ${items}; no value was lost`],
  ignore: 'Ignore…',
  ignoreOf: (title: string) => `Ignore ${title}…`,
  ignoreTitle: (what: string, title: string) => `Ignore: ${what}, ${title}`,
  ignoreIt: 'Ignore it',
  reason: 'Reason',
  reasonHint: 'For you, a year from now.',
  ignored: (count: number) => `${count} ignored`,
  ignoredSince: (what: string, since: string, reason: string) =>
    reason === '' ? `${what}, since ${since}` : `${what}, since ${since}: ${reason}`,
  again: 'Count it again'
}

export type HealthTexts = typeof health
