// Adds to package-lock.json the optional platform packages that npm left out.
//
// npm writes an optional package into the lockfile only if the registry it asked can serve it. A registry mirror that
// holds just one system's builds therefore yields a lockfile that `npm ci` refuses ("Missing: … from lock file"), on
// every system. The entries added here carry the exact version their parent asks for and the system their name says, so
// `npm ci` skips them where they do not belong and installs them where they do.
// Run after any `npm install` that changes dependencies: `node scripts/complete-lockfile.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
]
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = {}

for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version)) continue
    const nested = `${place ? `${place}/` : ''}node_modules/${name}`
    const hoisted = `node_modules/${name}`
    if (lock.packages[nested] || lock.packages[hoisted] || added[hoisted]) continue
    const words = name.split(/[-/@.]/)
    const os = systems.filter((system) => words.includes(system))
    const cpu = processors.filter((processor) =>
      words.some(
        (word) => word === processor || (processor === 'arm' && word.startsWith('arm') && word !== 'arm64'),
      ),
    )
    if (os.length === 0 && cpu.length === 0) continue
    added[hoisted] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(os.length > 0 && { os }),
      ...(words.includes('musl') && { libc: ['musl'] }),
    }
  }
}

const [root, ...rest] = Object.entries({ ...lock.packages, ...added })
lock.packages = Object.fromEntries([root, ...rest.sort(([one], [other]) => (one < other ? -1 : 1))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${Object.keys(added).length} optional platform packages added to package-lock.json\n`)
