import { expect, test } from 'vitest'
import { concealedFormats } from './concealed-formats.ts'

const names = (platform: string) =>
  Object.keys(concealedFormats(platform)).map((name) => /format="(.*)"$/.exec(name)?.[1])

test('each platform gets the marks that its clipboard histories and managers look for', () => {
  expect(names('win32')).toEqual([
    'ExcludeClipboardContentFromMonitorProcessing',
    'CanIncludeInClipboardHistory',
    'CanUploadToCloudClipboard'
  ])
  expect(names('darwin')).toEqual(['org.nspasteboard.ConcealedType'])
  expect(concealedFormats('linux')).toEqual({
    'electron application/osclipboard;format="x-kde-passwordManagerHint"': 'secret'
  })
})

test('Windows is told no by a DWORD of zero', () => {
  const { [`electron application/osclipboard;format="CanIncludeInClipboardHistory"`]: value } =
    concealedFormats('win32')
  expect(value).toEqual(new Uint8Array(4))
})
