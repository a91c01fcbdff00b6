/** `492817` as it is read: in halves, or in threes from nine digits. Short codes stay whole. */
export function groupCode(code: string): string {
  if (code.length < 6) return code
  const size = code.length % 3 === 0 ? 3 : Math.ceil(code.length / 2)
  return code.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? code
}
