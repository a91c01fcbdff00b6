/** Orders as a reader would: without case and accents, "2" before "10". A key compares by `<`, which a collator cannot. */
export function titleKey(title: string): string {
  const plain = isAscii(title) ? title : title.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/\d{1,15}/g, (digits) => digits.padStart(15, '0'))
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text)
}
