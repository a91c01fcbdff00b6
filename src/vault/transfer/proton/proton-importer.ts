import { VaultError } from '../../../core/errors.ts'
import {
  arrayMember,
  type ForeignJson,
  isForeignObject,
  member,
  parseForeignJson,
  textMember
} from '../foreign-json.ts'
import { foreignText, startOfText } from '../foreign-text.ts'
import type { Importer, ImportSource, ImportWork } from '../importer.ts'
import { createPace } from '../pace.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'
import { looksLikeZip, openZip, type ZipEntry, zipNames } from '../unzip.ts'
import { looksLikePgp, openPgp } from './open-pgp.ts'
import { protonItem } from './proton-item.ts'

const DATA = /(?:^|\/)data\.(json|pgp)$/

/** Proton Pass: an archive with data.json in it, the document alone, or either sealed with a password by OpenPGP. */
export const protonImporter: Importer = {
  format: 'proton',
  recognises: ({ bytes }) =>
    looksLikePgp(bytes) || isDocument(bytes) || [...zipNames(bytes)].some((name) => DATA.test(name)),
  async read({ bytes }: ImportSource, work: ImportWork): Promise<TransferVault> {
    const { text, files } = await contentOf(bytes, work, 0)
    const found = itemsOf(parseForeignJson(text))
    const byName = filesByName(files)
    const pace = createPace(work)
    const items: TransferItem[] = []
    for (const { source, vaultTag } of found) {
      items.push(protonItem(source, { book: work.book, vaultTag, files: byName }))
      await pace(items.length, found.length)
    }
    return { items }
  }
}

function isDocument(bytes: Uint8Array): boolean {
  const start = startOfText(bytes)
  return (
    start.trimStart().startsWith('{') && /"vaults"\s*:\s*\{/.test(start) && /"(?:userId|version|shareId)"/.test(start)
  )
}

type Content = { readonly text: string; readonly files: readonly ZipEntry[] }

/** Sealed archive, archive with something sealed in it: never deeper. */
const MAX_LAYERS = 3

async function contentOf(bytes: Uint8Array, work: ImportWork, layer: number): Promise<Content> {
  if (layer > MAX_LAYERS) throw new VaultError('IMPORT_REFUSED', { reason: 'depth' })
  if (looksLikePgp(bytes)) return contentOf(await openPgp(bytes, work.secrets.password), work, layer + 1)
  if (!looksLikeZip(bytes)) return { text: foreignText(bytes), files: [] }
  const entries = openZip(bytes)
  const data = entries.find(({ name }) => DATA.test(name))
  if (data === undefined) throw new VaultError('IMPORT_DAMAGED', { place: 'data.json' })
  const inner = await contentOf(data.read(), work, layer + 1)
  return { text: inner.text, files: [...entries.filter((entry) => entry !== data), ...inner.files] }
}

function filesByName(files: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const byName = new Map<string, ZipEntry>()
  for (const file of files) {
    const name = file.name.split('/').at(-1) ?? ''
    const id = /^[^._]+/.exec(name)?.[0] ?? ''
    for (const key of [name, id]) if (key !== '' && !byName.has(key)) byName.set(key, file)
  }
  return byName
}

type Found = { readonly source: ForeignJson; readonly vaultTag: string | null }

/** `vaults` is an object by the ids of its vaults. */
function itemsOf(document: ForeignJson): readonly Found[] {
  const vaults = member(document, 'vaults')
  if (!isForeignObject(vaults)) throw new VaultError('IMPORT_DAMAGED', { place: 'vaults' })
  const all = Object.values(vaults)
  return all.flatMap((vault) => {
    const vaultTag = all.length > 1 ? folderTag(textMember(vault, 'name')) : null
    return arrayMember(vault, 'items').map((source) => ({ source, vaultTag }))
  })
}
