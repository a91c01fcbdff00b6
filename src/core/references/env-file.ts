import { VaultError } from '../errors.ts'

const NAME = /^(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*/
const REST = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/

/**
 * `NAME=value` a line, as shells and many tools have it: comments with `#`, an `export` before, a value in single quotes
 * as it is, in double quotes with `\n \r \t \" \\ \$`; both may hold line ends. Nothing is expanded. Of a name that
 * occurs twice the last value counts. BAD_REQUEST { line } where that is not what stands there.
 */
export function parseEnvFile(content: string): ReadonlyMap<string, string> {
  const text = content.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const variables = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const blank = REST.exec(rest)
    if (blank !== null && blank[0] !== '') {
      at += blank[0].length
      continue
    }
    const line = readLine(rest.replace(/^[ \t]+/, ''))
    if (line === null) throw new VaultError('BAD_REQUEST', { line: text.slice(0, at).split('\n').length })
    variables.set(line.name, line.value)
    at += rest.length - line.rest.length
  }
  return variables
}

type Line = { readonly name: string; readonly value: string; readonly rest: string }

function readLine(text: string): Line | null {
  const [head = '', name = ''] = NAME.exec(text) ?? []
  if (name === '') return null
  const body = text.slice(head.length)
  const quoted = /^'([^']*)'/.exec(body) ?? /^"((?:[^"\\]|\\[^])*)"/.exec(body)
  if (quoted === null) return plainLine(name, body)
  const [whole, inner = ''] = quoted
  const rest = body.slice(whole.length)
  const end = REST.exec(rest)
  if (end === null) return null
  return { name, value: whole.startsWith("'") ? inner : unescaped(inner), rest: rest.slice(end[0].length) }
}

function plainLine(name: string, body: string): Line | null {
  const end = body.indexOf('\n')
  const line = end === -1 ? body : body.slice(0, end)
  const value = line.replace(/(?:^|[ \t]+)#.*$/, '').trimEnd()
  // A quote that is never closed would swallow the lines behind it in other tools.
  if (/^["']/.test(value)) return null
  return { name, value, rest: end === -1 ? '' : body.slice(end + 1) }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$' }

const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (whole: string, escaped: string) => ESCAPES[escaped] ?? whole)
