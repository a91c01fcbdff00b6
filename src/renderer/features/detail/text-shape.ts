const MOST_LINES = 12
const MOST_CHARACTERS = 1500
const CODE_LINES = 3

/** What is read by machines: PEM blocks and keys of SSH. */
export const isCode = (text: string): boolean => /^\s*(-----BEGIN |ssh-|ecdsa-|sk-)/.test(text)

/** As much of a text as one can take in; a mebibyte at once would also hold up the page. The text itself if it is short. */
export function beginning(text: string): string {
  const lines = text.split('\n', MOST_LINES + 1)
  const most = isCode(text) ? CODE_LINES : MOST_LINES
  const cut = (lines.length > most ? lines.slice(0, most).join('\n') : text).slice(0, MOST_CHARACTERS)
  if (cut.length === text.length) return text
  // Half a character would be shown as a mark.
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`
}
