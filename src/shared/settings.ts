import * as v from 'valibot'
import { listSort } from './list-views.ts'

/** Settings of the app on this device; nothing in them is secret. */

export const settings = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  density: v.picklist(['comfortable', 'compact']),
  language: v.picklist(['system', 'en', 'de']),
  /** Minutes of system-wide idleness; 0 = never. */
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  clearClipboardAfterSeconds: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(300)),
  /** How the list is ordered. Absent in a file of an earlier version, which must not lose its other settings for it. */
  sort: v.optional(listSort, 'title'),
  descending: v.optional(v.boolean(), false),
  /** Whether a check against known breaches may ask the service. Nothing else in the app ever makes a request. */
  breachOnline: v.optional(v.boolean(), false),
  /** A closed window leaves an icon in the tray behind, with the vault locked. */
  closeToTray: v.optional(v.boolean(), false)
})
export type Settings = v.InferOutput<typeof settings>

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  language: 'system',
  lockAfterMinutes: 10,
  clearClipboardAfterSeconds: 30,
  sort: 'title',
  descending: false,
  breachOnline: false,
  closeToTray: false
}
