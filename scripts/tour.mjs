// `npm run tour`: goes through the app and takes a picture of every screen in both themes. `npm run tour -- --language de`
// shows them in German; these are for looking at and stay out of docs/.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureHost } from '../e2e/support/ensure-host.mjs'
import { buildAppIfStale, buildCliIfStale } from './build.mjs'
import { hasDisplay, startDisplay } from './display.mjs'
import { ROOT, tool } from './run.mjs'

/** @param {string} language */
const picturesOf = (language) => join(ROOT, language === 'en' ? 'docs/pictures' : `.cache/pictures-${language}`)

/** @param {string} [language] */
export async function tour(language = 'en') {
  if (!ensureHost({ display: true })) return 1
  const codes = [await buildAppIfStale(), await buildCliIfStale()]
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) return failed
  const pictures = picturesOf(language)
  const display = hasDisplay() ? null : await startDisplay()
  const code = await tool('playwright', ['test', 'e2e/tour.spec.ts', '--workers=1'], {
    env: { COFFER_PICTURES: pictures, COFFER_TOUR_LANGUAGE: language, ...display?.env }
  })
  display?.stop()
  if (code === 0) process.stdout.write(`${countPictures(pictures)} pictures in ${relative(process.cwd(), pictures)}\n`)
  return code
}

/** @param {string} folder */
const countPictures = (folder) => readdirSync(folder).filter((name) => name.endsWith('.png')).length

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await tour(parseArgs({ options: { language: { type: 'string' } } }).values.language)
