import { pathToFileURL } from 'node:url'
import { tool } from './run.mjs'
import { isStale } from './stale.mjs'

const OF_NODE = ['src/cli', 'src/vault', 'src/core', 'src/shared', 'vite.node.config.ts', 'package-lock.json']
const OF_APP = ['src', 'electron.vite.config.ts', 'package-lock.json']

/**
 * Builds for plain Node: `cli`, `bench` or `evidence`, to the folder of that name in out/.
 *
 * @param {'cli' | 'bench' | 'evidence'} part
 */
export const buildForNode = (part) =>
  tool('vite', ['build', '--config', 'vite.node.config.ts', '--mode', part], { quiet: true })

/** The desktop app: main, vault process, preload and page. */
export const buildApp = () => tool('electron-vite', ['build', '--logLevel', 'warn'])

export async function buildAll() {
  const codes = [await buildApp(), await buildForNode('cli')]
  return codes.find((code) => code !== 0) ?? 0
}

/** The same where what is built is missing or older than its sources: a run of yesterday's build proves nothing. */
export const buildAppIfStale = async () => (isStale('out/main/index.js', OF_APP) ? buildApp() : 0)
export const buildCliIfStale = async () => (isStale('out/cli/main.js', OF_NODE) ? buildForNode('cli') : 0)

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await buildAll()
