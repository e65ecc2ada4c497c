import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { manifestBundle as bundle, manifestPaths as paths } from '../../../../test/harness/manifest-bundle.ts'
import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import { type TargetProfile, targetProfiles } from '../../../../shared/lms/profiles.ts'
import { formats } from '../formats/index.ts'
import { textFile } from '../package-file.ts'
import { replaceFile } from '../replace.ts'
import { trackingFor } from '../tracking.ts'
import { writeZip } from '../zip/write.ts'
import type { Subject } from './check.ts'
import { type ReadPackage, readZip } from './package.ts'
import { preflight } from './preflight.ts'

const target = targetProfiles.generic
const page =
  '<!doctype html><p>Bees</p><video src="media/0123456789ab-0-5000.mp4"></video><img src="media/0123456789ab.png" alt="">'

/** The package of a small module, read back from a real zip. */
async function packaged(format: BundleFormat): Promise<ReadPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-preflight-'))
  try {
    const own = await formats[format].ownFiles(bundle(), paths, target)
    const files = [...own, textFile('index.html', page), ...paths.slice(1).map((path) => textFile(path, 'x'))]
    const zip = join(folder, 'm.zip')
    await replaceFile(zip, { overwrite: false }, (file) => writeZip(file, files))
    return await readZip(zip)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const subjectOf = (read: ReadPackage, format: BundleFormat, fields: Partial<Subject> = {}): Subject => ({
  read,
  format,
  bundle: bundle(),
  target,
  tracking: trackingFor(formats[format].tracking, target),
  ...fields,
})

const rulesOf = async (subject: Subject) => (await preflight(subject)).map(({ rule }) => rule)

const all = ['scorm12', 'scorm2004', 'cmi5', 'xapi', 'web'] as const

describe.each(all)('a package as %s', (format) => {
  it('has nothing against it as it is written', async () => {
    expect(await preflight(subjectOf(await packaged(format), format))).toEqual([])
  })

  it('is not sound without its page, a file the page shows, or with names an LMS stumbles over', async () => {
    const read = await packaged(format)
    const without = (name: string) => ({ ...read, names: read.names.filter((other) => other !== name) })
    const withOne = (name: string) => ({ ...read, names: [...read.names, name] })
    expect(await rulesOf(subjectOf(without('index.html'), format))).toContain('package-file-missing')
    expect(await rulesOf(subjectOf(without('media/0123456789ab.png'), format))).toContain(
      'package-file-missing',
    )
    expect(await rulesOf(subjectOf(without(paths[2] ?? ''), format))).toContain('package-file-missing')
    expect(await rulesOf(subjectOf(withOne('Index.html'), format))).toContain('package-names-alike')
    for (const name of ['../up.js', '/root.js', 'a\\b.js', 'a b.js', 'C:/x.js', 'é.js'])
      expect(await rulesOf(subjectOf(withOne(name), format))).toContain('package-name-unsafe')
  })
})

/** The rules that a package breaks whose own file had `from` replaced. */
async function rulesAfter(format: BundleFormat, from: string | RegExp, to: string): Promise<string[]> {
  const read = await packaged(format)
  const [name = ''] = read.names
  const text = read.texts.get(name) ?? ''
  expect(text).toMatch(from)
  return rulesOf(subjectOf({ ...read, texts: new Map(read.texts).set(name, text.replace(from, to)) }, format))
}

const scormDamage = [
  ['default="ORG', 'default="X', 'manifest-default-unknown'],
  ['identifierref="SCO', 'identifierref="X', 'manifest-reference-unknown'],
  ['type="webcontent" href="index.html"', 'type="webcontent"', 'manifest-href-missing'],
  ['type="webcontent" href="index.html"', 'type="webcontent" href="Index.html"', 'manifest-href-unlisted'],
  ['<file href="media/0123456789ab.png"/>', '', 'manifest-file-unlisted'],
  ['<file href="media/0123456789ab.png"/>', '<file href="media/0123456789AB.png"/>', 'manifest-file-missing'],
  [
    '<file href="media/0123456789ab.png"/>',
    '<file href="media/0123456789ab.png"/><file href="media/0123456789ab.png"/>',
    'manifest-file-twice',
  ],
  ['<item identifier="ITEM', '<item identifier="ORG', 'manifest-identifier-twice'],
  ['</manifest>', '', 'manifest-unreadable'],
] as const

describe('the checks of a SCORM manifest', () => {
  it.each(scormDamage)('find %s made into “%s”', async (from, to, rule) => {
    expect(await rulesAfter('scorm12', from, to)).toContain(rule)
    expect(await rulesAfter('scorm2004', from, to)).toContain(rule)
  })

  it('find a pass mark that is none', async () => {
    for (const wrong of ['170', '-1', 'eighty', '1e1'])
      expect(await rulesAfter('scorm12', />80</, `>${wrong}<`)).toEqual(['manifest-score-outside'])
    expect(await rulesAfter('scorm2004', />0\.8</, '>80<')).toEqual(['manifest-score-outside'])
  })
})

describe('the checks of a cmi5 course structure', () => {
  it.each([
    [' moveOn="CompletedAndPassed"', '', 'cmi5-move-on-missing'],
    ['masteryScore="0.8"', 'masteryScore="80"', 'manifest-score-outside'],
    ['<url>index.html', '<url>start.html', 'manifest-file-missing'],
    ['au id="urn:morsel:', 'au id="module-', 'cmi5-id-relative'],
    ['au id="urn:morsel:', 'au id="urn:morsel:course:', 'manifest-identifier-twice'],
    ['idref="urn:', 'idref="urn:x', 'manifest-reference-unknown'],
    [/<langstring lang="en">[^<]+</, '<langstring lang="en"> <', 'cmi5-words-missing'],
    ['</courseStructure>', '', 'manifest-unreadable'],
  ] as const)('find %s made into “%s”', async (from, to, rule) => {
    expect(await rulesAfter('cmi5', from, to)).toContain(rule)
  })
})

describe('the checks of an xAPI description', () => {
  it.each([
    [/<launch[^>]*>index\.html<\/launch>/, '', 'manifest-href-missing'],
    ['>index.html<', '>start.html<', 'manifest-file-missing'],
    ['id="urn:morsel:', 'id="/', 'xapi-id-relative'],
    ['</tincan>', '', 'manifest-unreadable'],
  ] as const)('find %s made into “%s”', async (from, to, rule) => {
    expect(await rulesAfter('xapi', from, to)).toContain(rule)
  })
})

describe('requests to elsewhere', () => {
  const found = async (name: string, text: string) => {
    const read = await packaged('web')
    const texts = new Map(read.texts).set(name, text)
    return rulesOf(subjectOf({ ...read, texts }, 'web'))
  }
  const inBundle = (html: string) =>
    `<script type="application/json">${JSON.stringify({ html }).replace(/</g, '\\u003c')}</script>`

  it.each([
    ['index.html', '<script src="https://cdn.example/x.js"></script>'],
    ['index.html', '<link rel=stylesheet href=//fonts.example/a.css>'],
    ['index.html', '<style>p{background:url(http://x.example/a.png)}</style>'],
    ['index.html', inBundle('<img src="https://x.example/a.png" alt="">')],
    ['index.html', '<script type="application/json">{"source":"https://x.example/a.mp4"}</script>'],
    ['sw.js', 'fetch("https://x.example/collect")'],
    ['index.html', '<script>fetch("https://x.example/collect")</script>'],
    ['sw.js', 'r.open("POST","https://x.example/collect")'],
    ['index.html', '<script>\nnew Image().src="//x.example/pixel.gif"\n</script>'],
  ])('are found in %s: %s', async (name, text) => {
    expect(await found(name, text)).toEqual(['outside-request'])
  })

  it.each([
    ['index.html', '<a href="https://example.org">Read on</a>'],
    ['index.html', inBundle('<p><a href="https://example.org/a.mp4">Read on</a></p>')],
    ['index.html', `<meta content="img-src 'self' https: data:"><link rel="icon" href="data:,">`],
    ['sw.js', 'const verb="http://adlnet.gov/expapi/verbs/passed";fetch(endpoint+"statements")'],
    ['index.html', '<script>e.createElementNS("http://www.w3.org/2000/svg","svg")</script>'],
  ])('are not what is in %s: %s', async (name, text) => {
    expect(await found(name, text)).toEqual([])
  })
})

describe('the limits of the LMS', () => {
  const small: TargetProfile = { ...target, name: 'Tiny LMS', maxBytes: 100 }

  it('warn of a package that is too large for it', async () => {
    const [finding, ...more] = await preflight(
      subjectOf(await packaged('scorm12'), 'scorm12', { target: small }),
    )
    expect(finding).toMatchObject({
      severity: 'warn',
      rule: 'package-too-large',
      where: { module: bundle().id },
    })
    expect(finding?.message).toContain('Tiny LMS')
    expect(more).toEqual([])
    expect(await rulesOf(subjectOf(await packaged('web'), 'web', { target: small }))).toEqual([])
  })

  it('warn of more than it can remember of a learner', async () => {
    const tracking = trackingFor('scorm12', { ...target, suspendLimit: 20 })
    const [finding] = await preflight(subjectOf(await packaged('scorm12'), 'scorm12', { tracking }))
    expect(finding).toMatchObject({ severity: 'warn', rule: 'learner-state-too-long' })
  })
})

it('a text that does not read back as it was written is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-preflight-'))
  const zip = join(folder, 'm.zip')
  const file = join(folder, 'x')
  writeFileSync(file, '<p>')
  const stored = { type: 'stored', file, bytes: 3, crc32: 7 } as const
  await replaceFile(zip, { overwrite: false }, (out) =>
    writeZip(out, [{ path: 'index.html', content: stored }]),
  )
  expect(await rulesOf(subjectOf(await readZip(zip), 'web'))).toEqual(['package-damaged'])
  rmSync(folder, { recursive: true })
})
