import { pathToFileURL } from 'node:url'
import { tool } from './run.mjs'

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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await buildAll()
