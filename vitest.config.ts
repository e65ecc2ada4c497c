import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/lib/chromium.mjs'

// better-sqlite3 is built for Node-API 10; an older Node dies of a bare segmentation fault when it loads it.
if (Number(process.versions.napi) < 10) {
  throw new Error(
    `The tests need Node 22.14 or newer and this is ${process.version}. Use "npm test" or "npx vitest": both run the Node 24 that "npm ci" installs.`,
  )
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const notOurs = ['**/node_modules/**', 'out/**', 'dist/**', 'test/e2e/**']
const desktop = 'electron/shells/desktop/**/*.test.ts'
// Against hanging, wide enough for a busy machine: nothing here is a measurement. What needs a second try is named in the summary
// of `npm test` with what it said at the first: a property that a new example breaks once is not forgotten.
const bounds = { testTimeout: 60_000, hookTimeout: 60_000, retry: 1 }

export default defineConfig({
  cacheDir: 'out/cache/vitest',
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...notOurs, '**/*.browser.test.{ts,tsx}', desktop],
          ...bounds,
        },
      },
      {
        extends: true,
        // Importing the real 'electron' in plain Node tries to download its binary.
        resolve: { alias: { electron: here('./test/harness/electron.ts') } },
        test: { name: 'desktop', environment: 'node', include: [desktop], exclude: notOurs, ...bounds },
      },
      {
        extends: true,
        cacheDir: 'out/cache/vitest-browser',
        plugins: [react()],
        // All that the views need is prepared at the start: found later, it would reload the page under a running test.
        optimizeDeps: { entries: ['renderer/studio/main.tsx', 'renderer/**/*.browser.test.tsx'] },
        test: {
          name: 'browser',
          include: ['**/*.browser.test.{ts,tsx}'],
          exclude: notOurs,
          ...bounds,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium() } }),
            instances: [{ browser: 'chromium' }],
            viewport: { width: 1280, height: 800 },
          },
        },
      },
    ],
  },
})
