import { COFFER_DATA, type CofferData } from './coffer-data.ts'
import type { KeePassEntry } from './keepass-document.ts'

/** What an entry says besides its strings and attachments, and nothing here reads: names and values, none of them empty. */
export function entryExtras(
  entry: KeePassEntry,
  icons: ReadonlyMap<string, string>,
  data: CofferData | null
): readonly (readonly [string, string])[] {
  const texts = [...entry.texts].filter(([name]) => !READ.has(name))
  const icon: [string, string] = ['IconID', entry.texts.get('IconID') ?? '']
  const customIcon: [string, string] = ['CustomIcon', icons.get(entry.texts.get('CustomIconUUID') ?? '') ?? '']
  const autoType = entry.autoType.map((line): [string, string] => ['AutoType', line])
  const customData = [...entry.customData].filter(([name]) => name !== COFFER_DATA && !BOOKKEEPING.has(name))
  return [...texts, icon, customIcon, ...autoType, ...customData].filter(
    ([name, value]) => !isNothing(name, value, data)
  )
}

/** Read elsewhere, or an account of when the entry was looked at and moved, which is kept by no vault of ours. */
const READ = new Set([
  'UUID',
  'IconID',
  'CustomIconUUID',
  'Tags',
  'CreationTime',
  'LastModificationTime',
  'LastAccessTime',
  'ExpiryTime',
  'Expires',
  'UsageCount',
  'LocationChanged',
  'PreviousParentGroup',
  // The switches of automatic typing.
  'Enabled',
  'DataTransferObfuscation',
  'DefaultSequence'
])
/** KeePassXC writes these beside every item of custom data. */
const BOOKKEEPING = new Set(['_LAST_MODIFIED'])

function isNothing(name: string, value: string, data: CofferData | null): boolean {
  if (value === '') return true
  // What programs write for "nothing special".
  return (
    (name === 'IconID' && value === (data?.icon ?? '0')) || (name === 'QualityCheck' && value.toLowerCase() === 'true')
  )
}
