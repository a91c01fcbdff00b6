import { defineConfig } from '@playwright/test'

// Each test starts an app of its own, with a browser in it: two at a time is what two cores bear.
const WORKERS = Number(process.env['WORKERS'] ?? 2)

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: WORKERS,
  reporter: 'list',
  globalSetup: './e2e/support/announce-host.ts'
})
