// npm run dev: the web shell with hot reload. The studio page comes from Vite; everything else is the core's, which starts
// again when its source changes, as the player and the preview page are built again when theirs does.
import { watch } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { createGuard } from '../electron/shells/web/guard.ts'
import { keepCore } from './lib/dev-core.mjs'
import { root } from './lib/node.mjs'
import { runAloud } from './lib/run.mjs'
import { ensureSample } from './lib/sample.mjs'
import { playerAndPreview } from './lib/targets.mjs'

const build = () => runAloud(process.execPath, ['scripts/build.mjs', ...playerAndPreview], { shell: false })

await build()
const sample = await ensureSample(process.execPath)
const port = Number(process.env.MORSEL_DEV_PORT ?? 5173)
const origin = `http://127.0.0.1:${port}`
const core = await keepCore(origin)
const guard = createGuard(origin)

/** Vite answers anybody who asks; the studio's own guard goes in front of it, and of the core behind it. */
const guarded = {
  name: 'morsel-guard',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      /** @type {[string, string][]} */
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      )
      const refusal = guard.check(new Request(`${origin}${request.url}`, { method: request.method, headers }))
      if (!refusal) return next()
      response.writeHead(refusal.status, Object.fromEntries(refusal.headers))
      refusal.text().then(
        (text) => response.end(text),
        () => response.end(),
      )
    })
  },
}

const server = await createServer({
  configFile: false,
  root: join(root, 'renderer/studio'),
  cacheDir: join(root, 'out/cache/vite-dev'),
  plugins: [guarded, react()],
  optimizeDeps: { entries: ['main.tsx'] },
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    fs: { allow: [root] },
    proxy: {
      // A project's media, told from the studio's own `media` folder by the project's handle.
      '^/(rpc/|media/[0-9a-f]{16}/|self-test/|blank\\.html)': {
        target: core.origin,
        changeOrigin: true,
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => {
            request.setHeader('cookie', core.cookie())
            // The guard above has let only our own origin through; to the core we are its page.
            if (request.hasHeader('origin')) request.setHeader('origin', core.origin)
          })
        },
      },
    },
  },
})
try {
  await server.listen()
} catch {
  console.error(
    `Port ${port} is taken, perhaps by another npm run dev. End that one, or set MORSEL_DEV_PORT to a free port.`,
  )
  process.exit(1)
}

console.log(`The studio, with hot reload: ${origin}${guard.entry}&open=${encodeURIComponent(sample)}`)

/** Calls `work` once the files under `folders` have been quiet for a moment. */
const whenChanged = (folders, work) => {
  let timer
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || /\.test\.tsx?$/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(() => void work(), 200)
    })
  }
}

whenChanged(['electron/core', 'electron/shells/web', 'shared'], async () => {
  await core.restart()
  console.log('The core started again.')
})
whenChanged(['renderer/player', 'renderer/preview', 'shared'], build)

const stop = () => {
  core.stop()
  void server.close().finally(() => process.exit())
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
