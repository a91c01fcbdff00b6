import { join, sep } from 'node:path'
import { concatBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { readExactly } from '../storage/read-exactly.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import { MAX_IMPORT_BYTES } from './importer.ts'

const LIMITS = { files: 50_000, depth: 32 } as const
const BLOCK = 512

/**
 * A folder as a tar in memory, so that a store that is a folder is read like one that is an archive of it. What begins
 * with a dot stays out, but for `.gpg-id`; so does what a link leads to outside the folder. IMPORT_REFUSED { reason }.
 */
export async function packFolder(fs: VaultFs, path: string): Promise<Uint8Array> {
  const root = await fs.realpath(path)
  const packing: Packing = { fs, root, parts: [], bytes: 0, files: 0 }
  await packInto(packing, root, '', 0)
  return concatBytes(...packing.parts, new Uint8Array(2 * BLOCK))
}

type Packing = {
  readonly fs: VaultFs
  readonly root: string
  readonly parts: Uint8Array[]
  bytes: number
  files: number
}

async function packInto(packing: Packing, folder: string, prefix: string, depth: number): Promise<void> {
  if (depth > LIMITS.depth) throw refused('depth')
  const names = [...(await packing.fs.readdir(folder))].sort()
  for (const name of names.filter((each) => !each.startsWith('.') || each === '.gpg-id')) {
    const path = join(folder, name)
    const stat = await packing.fs.stat(path)
    if (stat === null || !(await isInside(packing, path))) continue
    const inner = prefix === '' ? name : `${prefix}/${name}`
    if (stat.isDirectory) await packInto(packing, path, inner, depth + 1)
    else if (stat.isFile) await packFile(packing, path, inner)
  }
}

async function isInside({ fs, root }: Packing, path: string): Promise<boolean> {
  const real = await fs.realpath(path)
  return real.startsWith(root.endsWith(sep) ? root : root + sep)
}

async function packFile(packing: Packing, path: string, name: string): Promise<void> {
  const file = await packing.fs.open(path, 'r')
  try {
    const { size } = await file.stat()
    packing.bytes += size
    if (packing.bytes > MAX_IMPORT_BYTES) throw refused('size')
    if (++packing.files > LIMITS.files) throw refused('count')
    const content = await readExactly(file, 0, size)
    packing.parts.push(...entry(name, content))
  } finally {
    await file.close()
  }
}

/** With the name in an entry of its own, which has no bound on it. */
function entry(name: string, content: Uint8Array): readonly Uint8Array[] {
  const long = Buffer.from(`${name}\u0000`, 'utf8')
  return [head('L', long.length), padded(long), head('0', content.length), padded(content)]
}

function head(type: string, size: number): Uint8Array {
  const block = Buffer.alloc(BLOCK)
  block.write('file', 0, 'latin1')
  block.write(`${size.toString(8).padStart(11, '0')}\u0000`, 124, 'latin1')
  block.write(' '.repeat(8), 148, 'latin1')
  block.write(type, 156, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1')
  return block
}

function padded(content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(content.length / BLOCK) * BLOCK)
  whole.set(content)
  return whole
}

const refused = (reason: string): VaultError => new VaultError('IMPORT_REFUSED', { reason })
