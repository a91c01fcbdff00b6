// `npm run tour`: goes through the app and takes a picture of every screen in both themes.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureHost } from '../e2e/support/ensure-host.mjs'
import { buildAppIfStale, buildCliIfStale } from './build.mjs'
import { hasDisplay, startDisplay } from './display.mjs'
import { ROOT, tool } from './run.mjs'

const PICTURES = join(ROOT, 'docs/pictures')

export async function tour() {
  if (!ensureHost({ display: true })) return 1
  const codes = [await buildAppIfStale(), await buildCliIfStale()]
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) return failed
  const display = hasDisplay() ? null : await startDisplay()
  const code = await tool('playwright', ['test', 'e2e/tour.spec.ts', '--workers=1'], {
    env: { COFFER_PICTURES: PICTURES, ...display?.env }
  })
  display?.stop()
  if (code === 0) process.stdout.write(`${countPictures()} pictures in ${relative(process.cwd(), PICTURES)}\n`)
  return code
}

const countPictures = () => readdirSync(PICTURES).filter((name) => name.endsWith('.png')).length

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await tour()
