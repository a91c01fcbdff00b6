import { randomBytes } from 'node:crypto'
import { VaultError } from '../../core/errors.ts'
import { parseOneTimeSecret } from '../../core/totp/one-time-code.ts'
import { otpauthLink, type OtpauthName, otpauthName } from '../../core/totp/otpauth-name.ts'
import { drawQr, type QrDrawing } from '../codes/draw-qr.ts'
import { type GreyImage, readQr } from '../codes/read-qr.ts'
import { editItem } from '../item/change-items.ts'
import { readItem } from './browse-items.ts'
import type { OpenValues } from './open-values.ts'
import type { SessionContext } from './session-context.ts'

export type FoundCode = OtpauthName & { readonly found: string }

export type ScanCodes = {
  /**
   * Looks for a one-time secret in an image. Null: no QR code is in it; BAD_OTP_SECRET: one is, of something else. The
   * secret stays here, under a name to put it somewhere by; the next one found replaces it.
   */
  findCode(image: GreyImage): Promise<FoundCode | null>
  /** Puts what was found into a field of an item. NOT_FOUND when it is no longer kept. */
  putCode(place: { readonly item: string; readonly field: string }, found: string): Promise<void>
  /** A one-time secret as a QR code for a phone: as good as the secret itself, and to be guarded like it. */
  drawCode(item: string, field: string): Promise<QrDrawing>
}

export function scanCodes(context: SessionContext, { reveal }: OpenValues): ScanCodes {
  let kept: { readonly found: string; readonly secret: string } | null = null
  return {
    async findCode(image) {
      context.opened()
      const secret = await readQr(image)
      // Locked meanwhile, nothing is kept.
      context.opened()
      if (secret === null) return null
      parseOneTimeSecret(secret)
      kept = { found: randomBytes(16).toString('hex'), secret }
      return { found: kept.found, ...otpauthName(secret) }
    },
    async putCode({ item, field }, found) {
      if (kept?.found !== found) throw new VaultError('NOT_FOUND')
      const { secret } = kept
      const { revision, fields } = await readItem(context, item)
      const place = fields.findIndex(({ id }) => id === field)
      const { label, section } = fields[place] ?? { label: 'field.otp', section: '' }
      const order = place < 0 ? fields.length : place
      const put = {
        change: 'put',
        id: field,
        label,
        kind: 'otp',
        concealed: true,
        section,
        order,
        value: secret
      } as const
      await context.undo.save('edit', editItem(item, revision, { fields: [put] }), [item])
      kept = null
    },
    async drawCode(item, field) {
      const secret = (await reveal(item, field)).trim()
      parseOneTimeSecret(secret)
      if (/^(otpauth|steam):/i.test(secret)) return drawQr(secret)
      const { title, fields } = await readItem(context, item)
      const account = fields.find(({ id, concealed }) => id === 'username' && !concealed)
      const name = { issuer: title, account: account === undefined || account.concealed ? '' : account.value }
      return drawQr(otpauthLink(secret, name))
    }
  }
}
