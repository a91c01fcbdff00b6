import type { IconName } from '../../ui/icon-shapes.tsx'

const ICONS: Readonly<Record<string, IconName>> = {
  login: 'globe',
  note: 'note',
  card: 'card',
  identity: 'id',
  api: 'code',
  database: 'server',
  server: 'laptop',
  'ssh-key': 'terminal',
  certificate: 'shield-check',
  wifi: 'wifi',
  bank: 'folder',
  passport: 'id',
  licence: 'key'
}

/** The user's own types have no picture of theirs. */
export const typeIcon = (type: string): IconName => ICONS[type] ?? 'tag'
