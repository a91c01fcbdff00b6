import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { pageHeaders } from './content-security.ts'
import { BLANK_URL, isAppUrl } from './ipc/trusted-frame.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** In the colour of the theme, so that nothing flashes between two pages. */
const BLANK = '<!doctype html><meta name="color-scheme" content="light dark"><title>Coffer</title>'

type PageFile = { readonly path: string; readonly type: string }

/**
 * The files that were built, by address. A request is looked up here and never turned into a path, so there is no way
 * out of the folder to guard.
 */
export async function listFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const type = TYPES[extname(entry.name)]
    if (entry.isFile() && type !== undefined)
      files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, type })
  }
  return files
}

export async function answer(
  files: ReadonlyMap<string, PageFile>,
  request: { readonly url: string; readonly method: string }
): Promise<Response> {
  if (request.method === 'GET' && request.url === BLANK_URL)
    return new Response(BLANK, { headers: pageHeaders('text/html; charset=utf-8') })
  const file = request.method === 'GET' && isAppUrl(request.url) ? files.get(new URL(request.url).pathname) : undefined
  if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders('text/plain') })
  return new Response(await readFile(file.path), { headers: pageHeaders(file.type) })
}
