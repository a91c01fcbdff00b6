import { X509Certificate } from 'node:crypto'

export type CertificateFacts = {
  /** The first name that it is for; '' for one that is for no host. */
  readonly domain: string
  readonly subject: string
  readonly issuer: string
  /** The last day on which it is valid, in UTC: `2031-08-14`. */
  readonly expires: string
  /** SHA-256 of its DER, as browsers show it. */
  readonly fingerprint: string
}

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,65536}-----END CERTIFICATE-----/

/** Of the first certificate in the text, which is the one of the host where a chain was pasted. Null where there is none. */
export function certificateFacts(text: string): CertificateFacts | null {
  const pem = PEM.exec(text)?.[0]
  if (pem === undefined) return null
  try {
    const certificate = new X509Certificate(pem)
    const until = Date.parse(certificate.validTo)
    if (Number.isNaN(until)) return null
    return {
      domain: hostOf(certificate),
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      expires: new Date(until).toISOString().slice(0, 10),
      fingerprint: certificate.fingerprint256
    }
  } catch {
    // Something in that shape that is no certificate stays the text that it is.
    return null
  }
}

function hostOf({ subjectAltName, subject }: X509Certificate): string {
  const named = /(?:^|, )DNS:([^,"\s]+)/.exec(subjectAltName ?? '')?.[1]
  return named ?? /^CN=(.+)$/m.exec(subject)?.[1] ?? ''
}

/** `CN` first: what one looks for; the rest in the order of the certificate. */
function oneLine(name: string | undefined): string {
  const parts = (name ?? '').split('\n').filter((part) => part !== '')
  const isName = (part: string): boolean => part.startsWith('CN=')
  return [...parts.filter(isName), ...parts.filter((part) => !isName(part))].join(', ').slice(0, 1000)
}
