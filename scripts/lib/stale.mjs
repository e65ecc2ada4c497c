import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'

const stampOf = (target) => join(root, 'out/stamps', target.name)

const isTest = (name) => /\.test\.tsx?$/.test(name)

/** Every file under `path` (or `path` itself), in a stable order, tests left out. */
const filesUnder = (path) => {
  const whole = join(root, path)
  if (!existsSync(whole)) return []
  if (statSync(whole).isFile()) return [path]
  return readdirSync(whole, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return filesUnder(join(path, entry.name))
      return isTest(entry.name) ? [] : [join(path, entry.name)]
    })
}

/** What every target is built by. */
const builders = ['package-lock.json', 'scripts/lib/targets.mjs', 'scripts/lib/internal-names.mjs']

const fingerprint = (target) => {
  const hash = createHash('sha256')
  for (const path of [...target.inputs, ...builders].flatMap(filesUnder)) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/**
 * Whether a target must be built again; when so, `finish` records the inputs as they were before the build began.
 * @returns {{ isStale: boolean, finish: () => void }}
 */
export const inspect = (target) => {
  const now = fingerprint(target)
  const stamp = stampOf(target)
  const isStale =
    !existsSync(join(root, target.output)) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now
  const finish = () => {
    mkdirSync(join(root, 'out/stamps'), { recursive: true })
    writeFileSync(stamp, now)
  }
  return { isStale, finish }
}
