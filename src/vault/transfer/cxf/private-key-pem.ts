const PEM = /^-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PRIVATE KEY-----\n?$/

/** CXF has keys as PKCS #8 in base64url; people have them as PEM. Null for what is no such text. */
export function pemOfKey(base64url: string): string | null {
  if (!/^[A-Za-z0-9_-]{16,}=*$/.test(base64url)) return null
  const lines =
    Buffer.from(base64url, 'base64url')
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`
}

/** Null for a PEM that would not come back the same: other kinds, other line lengths, encrypted ones. */
export function keyOfPem(pem: string): string | null {
  const base64 = PEM.exec(pem)?.[1]
  if (base64 === undefined) return null
  const key = Buffer.from(base64, 'base64').toString('base64url')
  return pemOfKey(key) === pem ? key : null
}
