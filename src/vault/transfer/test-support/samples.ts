import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportSource } from '../importer.ts'

/** Files that other programs made lie beside the repository, where they are there at all. */
const SHARED = process.env['COFFER_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')
const FOLDER = join(SHARED, 'samples')

export const hasSamples: boolean = existsSync(FOLDER)
export const NO_SAMPLES = '(skipped where ../shared/samples is absent)'

export const sample = (name: string): ImportSource => ({ name, bytes: readFileSync(join(FOLDER, name)) })
export const sampleNames = (pattern: RegExp): readonly string[] =>
  hasSamples ? readdirSync(FOLDER).filter((name) => pattern.test(name)) : []

/** A file with this text in it. */
export const textFile = (text: string, name = 'file'): ImportSource => ({
  name,
  bytes: new TextEncoder().encode(text)
})
