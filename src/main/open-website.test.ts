import { describe, expect, test, vi } from 'vitest'
import { openWebsite, parseWebsite } from './open-website.ts'

describe('the way to the browser', () => {
  test.each([
    ['https://github.com/login', 'https://github.com/login'],
    ['  github.com ', 'https://github.com/'],
    ['localhost:8443/x', 'https://localhost:8443/x'],
    ['HTTPS://Bücher.example', 'https://xn--bcher-kva.example/']
  ])('%j is opened', (text, href) => {
    expect(parseWebsite(text)?.href).toBe(href)
  })

  test.each([
    'http://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-settings:x',
    'data:text/html,x',
    'https://bank.example@evil.example/',
    'https://:pass@evil.example/',
    '//',
    '',
    `https://example.com/${'x'.repeat(9000)}`
  ])('%j is not', (text) => {
    expect(parseWebsite(text)).toBe(null)
  })

  test('shows the host as the browser will resolve it, and opens only after a yes', async () => {
    const open = vi.fn(async () => {})
    const hosts: string[] = []
    const ask = (yes: boolean) => async (host: string) => {
      hosts.push(host)
      return yes
    }
    expect(await openWebsite('xn--80ak6aa92e.com', ask(false), open)).toBe(false)
    expect(open).not.toHaveBeenCalled()
    expect(await openWebsite('аррӏе.com', ask(true), open)).toBe(true)
    expect(hosts).toEqual(['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'])
    expect(open).toHaveBeenCalledWith('https://xn--80ak6aa92e.com/')
  })
})
