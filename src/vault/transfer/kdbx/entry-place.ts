import type { KeePassDocument, KeePassEntry, KeePassGroup } from './keepass-document.ts'
import { keePassTime } from './keepass-time.ts'
import { folderTag } from '../tags.ts'

export type EntryPlace = { readonly tags: readonly string[]; readonly trashedAt: number | null }

/** Where an entry stands, as tags: the path of its group without the one at the root, then its own tags. */
export type PlaceOf = (entry: KeePassEntry) => EntryPlace

const LONGEST_PATH = 1000
const NO_BIN = 'AAAAAAAAAAAAAAAAAAAAAA=='

export function placesIn({ meta, groups }: KeePassDocument, now: number): PlaceOf {
  const binId = meta.get('RecycleBinUUID') ?? ''
  const isBinUsed = binId !== '' && binId !== NO_BIN && meta.get('RecycleBinEnabled')?.toLowerCase() !== 'false'
  const bin = isBinUsed ? groups.get(binId) : undefined
  const paths = new Map<KeePassGroup, { readonly path: string; readonly isTrashed: boolean }>()

  function pathOf(group: KeePassGroup): { readonly path: string; readonly isTrashed: boolean } {
    const known = paths.get(group)
    if (known !== undefined) return known
    const above = group.parent === null ? null : pathOf(group.parent)
    const isTrashed = group === bin || above?.isTrashed === true
    const path =
      above === null || group === bin
        ? ''
        : [above.path, group.texts.get('Name') ?? ''].filter((part) => part !== '').join('/')
    // A path that repeats what is above it, however long that is, would fill the memory level by level.
    const place = { path: path.slice(0, LONGEST_PATH), isTrashed }
    paths.set(group, place)
    return place
  }

  return ({ group, texts }) => {
    const { path, isTrashed } = pathOf(group)
    const before = isTrashed && path === '' ? groups.get(texts.get('PreviousParentGroup') ?? '') : undefined
    const folder = folderTag(before === undefined ? path : pathOf(before).path)
    const tags = ownTags(texts.get('Tags') ?? '')
    return {
      tags: [...new Set(folder === null ? tags : [folder, ...tags])],
      trashedAt: isTrashed ? (keePassTime(texts.get('LocationChanged')) ?? now) : null
    }
  }
}

/** KeePass separates by semicolons, others by commas. */
export function ownTags(text: string): readonly string[] {
  return text.split(/[;,]/).flatMap((tag) => folderTag(tag) ?? [])
}
