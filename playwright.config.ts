import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/lib/chromium.mjs'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Bounds against hanging, wide enough for a busy machine: nothing here is a measurement.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // What needs a second try is named in the summary of `npm test`.
  retries: 1,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium() },
    // Playwright's video recorder wants an ffmpeg build of its own, which is a download.
    video: 'off',
    trace: 'retain-on-failure',
    locale: 'en-GB',
    // A page that never comes fails where it was asked for.
    navigationTimeout: 60_000,
  },
})
