import { FRAME, FRAME_HEAD_LENGTH, readFrameHead } from '../../src/core/format/frame.ts'
import type { Change } from '../../src/core/vault/change.ts'
import type { VaultFs } from '../../src/vault/storage/vault-fs.ts'
import { memoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import { writeSnapshot } from '../../src/vault/storage/write-snapshot.ts'
import { chunkOf, contentsOf, createAt, itemChange, itemChanges, type Made, openAt, sourceOf, VAULT } from './vaults.ts'

export type FrameSpan = { readonly offset: number; readonly length: number; readonly kind: number }

/** A vault file with frames of every kind, and what it held after each of its commits. */
export type SampleFile = {
  readonly made: Made
  readonly bytes: Uint8Array
  readonly frames: readonly FrameSpan[]
  /** The first is the snapshot; `end` is where a file that stops there would end. */
  readonly states: readonly { readonly end: number; readonly contents: string }[]
}

const ATTACHMENT = 'ab'
const SNAPSHOT_ITEMS = 60
const ATTACHMENT_BYTES = 3000
/** With so many saves the file is larger than 64 KiB, and no frame so large that judging it takes long. */
export const SAVES_FOR_64_KIB = 48

/** `device` makes the saves of another device out of the same snapshot. */
export async function sampleFile(made: Made, saves = 12, device = 'aaaaaaaa'): Promise<SampleFile> {
  const { fs } = memoryDisk()
  await createAt(fs, made, itemChanges(1, SNAPSHOT_ITEMS))
  await saveAttachment(fs, made)
  await rewrite(fs, made)
  const states = [await stateOf(fs, made)]
  for (let save = 0; save < saves; save++) {
    await oneSave(fs, made, save, device)
    states.push(await stateOf(fs, made))
  }
  const bytes = await fileBytes(fs)
  const frames = framesOf(bytes, made.head.bytes.length)
  for (const kind of Object.values(FRAME))
    if (!frames.some((frame) => frame.kind === kind)) throw new Error(`no ${kind}`)
  return { made, bytes, frames, states }
}

/** The same vault as another device has it: the same keys and snapshot, other saves. */
export async function siblingOf(sample: SampleFile, saves: number, device = 'bbbbbbbb'): Promise<SampleFile> {
  const disk = memoryDisk()
  disk.put(VAULT, sample.bytes.slice(0, sample.states[0]?.end ?? 0))
  const states = [await stateOf(disk.fs, sample.made)]
  for (let save = 0; save < saves; save++) {
    await oneSave(disk.fs, sample.made, save, device)
    states.push(await stateOf(disk.fs, sample.made))
  }
  const bytes = await fileBytes(disk.fs)
  return { made: sample.made, bytes, frames: framesOf(bytes, sample.made.head.bytes.length), states }
}

async function saveAttachment(fs: VaultFs, made: Made): Promise<void> {
  const { file } = await openAt(fs, made)
  const bytes = new Uint8Array(ATTACHMENT_BYTES).fill(7)
  const value = {
    attachment: ATTACHMENT.repeat(16),
    name: 'a',
    size: ATTACHMENT_BYTES,
    mediaType: 'x/y',
    sha256: '',
    chunks: 1
  }
  const change: Change = { ...itemChange(500), set: { title: 'title 500', 'value:file': value } }
  await file.append({ changes: [change], chunks: chunkOf(ATTACHMENT, bytes) })
  await file.close()
}

async function rewrite(fs: VaultFs, made: Made): Promise<void> {
  const opened = await openAt(fs, made)
  await writeSnapshot(fs, { path: VAULT, replace: true }, made.head, made.keys, sourceOf(opened))
  await opened.file.close()
}

/** Every fourth save is one of several frames. */
async function oneSave(fs: VaultFs, made: Made, save: number, device: string): Promise<void> {
  const { file } = await openAt(fs, made)
  const change = itemChange(1000 + save, `saved ${save} ${'x'.repeat((save * 97) % 700)}`, 1000 + save, device)
  const chunks = save % 4 === 3 ? { chunks: chunkOf('cd', new Uint8Array(900).fill(save)) } : {}
  await file.append({ changes: [change], ...chunks })
  await file.close()
}

async function stateOf(fs: VaultFs, made: Made): Promise<{ end: number; contents: string }> {
  const opened = await openAt(fs, made, 'read')
  const contents = await contentsOf(opened)
  await opened.file.close()
  return { end: (await fileBytes(fs)).length, contents }
}

async function fileBytes(fs: VaultFs): Promise<Uint8Array> {
  const file = await fs.open(VAULT, 'r')
  const bytes = new Uint8Array((await file.stat()).size)
  await file.read(bytes, 0)
  await file.close()
  return bytes
}

export function framesOf(bytes: Uint8Array, start: number): readonly FrameSpan[] {
  const frames: FrameSpan[] = []
  for (let offset = start; offset < bytes.length; ) {
    const head = readFrameHead(bytes.subarray(offset, offset + FRAME_HEAD_LENGTH))
    if (head === null) throw new Error(`no frame at ${offset}`)
    const length = FRAME_HEAD_LENGTH + head.length
    frames.push({ offset, length, kind: head.kind })
    offset += length
  }
  return frames
}
