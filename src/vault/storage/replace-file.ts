import { basename, dirname, join } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { randomBytes } from '../../core/random.ts'
import { copyOrLink } from './copy-or-link.ts'
import { sweepTempFiles, tempName } from './temp-files.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'

/** `replace: false` refuses a name that is taken, `replace: true` one that is not that of a regular file. */
export type Target = { readonly path: string; readonly replace: boolean }

export type ReplaceOptions = {
  /** The file that is replaced keeps this name, which must be free, beside the new one's. */
  readonly keepAs?: string
  /** Asked when the new file is complete and checked: the last moment to find that the old one has changed. */
  readonly beforeSwap?: () => Promise<void>
}

export type NewFile<Value> = {
  readonly write: (file: OpenFile) => Promise<Value>
  /** Reads the complete file from the disk, under its temporary name. */
  readonly check?: (path: string, written: Value) => Promise<void>
}

/**
 * Writes a file beside its target, syncs and checks it, and only then gives it the target's name: at any moment the name
 * stands for the whole old file or the whole new one, and no error leaves anything else behind. When replacing ends in an
 * error of its last step, the sync of the folder, the new file is there already; a power cut may bring the old one back.
 */
export async function replaceFile<Value>(
  fs: VaultFs,
  { path, replace }: Target,
  options: ReplaceOptions,
  { write, check }: NewFile<Value>
): Promise<Value> {
  const target = await resolveTarget(fs, path, replace)
  const folder = dirname(target)
  await sweepTempFiles(fs, folder)
  const temp = join(folder, tempName(randomBytes(8)))
  try {
    const written = await writeTemp(fs, temp, write)
    await check?.(temp, written)
    await options.beforeSwap?.()
    await swap(fs, temp, { path: target, replace }, options.keepAs)
    await syncSwap(fs, target, replace)
    return written
  } catch (error) {
    // Behind the swap there is nothing of this name any more.
    await fs.unlink(temp).catch(() => {})
    throw error
  }
}

/** Links are resolved once, so that the file behind them is replaced and not the link. */
async function resolveTarget(fs: VaultFs, path: string, replace: boolean): Promise<string> {
  const present = await fs.stat(path)
  if (present === null) return join(await fs.realpath(dirname(path)), basename(path))
  if (!replace) throw new VaultError('ALREADY_EXISTS')
  if (!present.isFile) throw new VaultError('NOT_A_FILE')
  return fs.realpath(path)
}

async function writeTemp<Value>(fs: VaultFs, temp: string, write: NewFile<Value>['write']): Promise<Value> {
  const file = await fs.open(temp, 'wx', 0o600)
  try {
    const written = await write(file)
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

async function swap(fs: VaultFs, temp: string, { path, replace }: Target, keepAs: string | undefined): Promise<void> {
  if (!replace) return putNew(fs, temp, path)
  const isKept = keepAs !== undefined && (await fs.stat(path)) !== null
  if (isKept) await copyOrLink(fs, path, keepAs)
  try {
    await fs.rename(temp, path)
  } catch (error) {
    if (isKept) await fs.unlink(keepAs).catch(() => {})
    throw error
  }
}

/** A rename would take the place of a file that appeared meanwhile; a link refuses. */
async function putNew(fs: VaultFs, temp: string, path: string): Promise<void> {
  try {
    await fs.link(temp, path)
  } catch (error) {
    if (error instanceof VaultError && error.code === 'ALREADY_EXISTS') throw error
    // FAT and some network shares have no links. There the moment between asking and renaming remains.
    if ((await fs.stat(path)) !== null) throw new VaultError('ALREADY_EXISTS', {}, { cause: error })
    return fs.rename(temp, path)
  }
  await undoneBy(fs, path, async () => fs.unlink(temp))
}

/** A new file whose name is not durable was never made. One that took another's place cannot be given back. */
async function syncSwap(fs: VaultFs, path: string, replace: boolean): Promise<void> {
  const sync = async (): Promise<void> => fs.syncDir(dirname(path))
  return replace ? sync() : undoneBy(fs, path, sync)
}

async function undoneBy(fs: VaultFs, path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    await fs.unlink(path).catch(() => {})
    throw error
  }
}
