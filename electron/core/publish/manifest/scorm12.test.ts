import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageProblems, schemaProblems } from '../../../../test/harness/scorm12-manifest.ts'
import {
  manifestBundle as bundle,
  manifestPaths as paths,
  manifestQuiz as quiz,
} from '../../../../test/harness/manifest-bundle.ts'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { scorm12Manifest } from './scorm12.ts'
import { manifestTitle } from './words.ts'

const files = ['imsmanifest.xml', ...paths]
const wanted = { mastery: true }

describe('the SCORM 1.2 manifest', () => {
  it('is valid and complete', async () => {
    const xml = await scorm12Manifest(bundle(), paths, wanted)
    expect(schemaProblems(xml)).toEqual([])
    expect(packageProblems(xml, files)).toEqual([])
    expect(xml).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>')
    expect(xml).toContain('<title>Bees &amp; &lt;honey&gt;</title>')
  })

  it('keeps its identifiers when all but the id changes: learners keep their results', async () => {
    const identifiers = async (fields: Partial<Bundle>) =>
      (await scorm12Manifest(bundle(fields), paths, wanted)).match(/identifier(?:ref)?="[^"]+"/g)
    expect(await identifiers({ title: 'Other', steps: [], pass: null, language: 'de' })).toEqual(
      await identifiers({}),
    )
    expect(await identifiers({ id: 'other' })).not.toEqual(await identifiers({}))
  })

  it('names a mastery score only when the author chose one, there is something to score and the LMS wants it', async () => {
    for (const fields of [{ pass: null }, { steps: [] }, { steps: [quiz(0)] }])
      expect(await scorm12Manifest(bundle(fields), paths, wanted)).not.toContain('masteryscore')
    expect(await scorm12Manifest(bundle(), paths, { mastery: false })).not.toContain('masteryscore')
  })

  it('is valid whatever the title is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (title) => {
        const xml = await scorm12Manifest(bundle({ title }), paths, wanted)
        expect(schemaProblems(xml)).toEqual([])
      }),
      { numRuns: 25, examples: [['&nbsp; &lt;b&gt; &copy; & &#0;']] },
    )
  })
})

describe('the checks of the harness', () => {
  it('find what they are there to find', async () => {
    const xml = await scorm12Manifest(bundle(), paths, wanted)
    const damaged: [string, string, string][] = [
      ['default="ORG', 'default="X', 'default names no organization'],
      ['>80<', '>170<', 'masteryscore out of range'],
      ['identifierref="SCO', 'identifierref="X', 'identifierref to nothing'],
      ['type="webcontent" href="index.html"', 'type="webcontent"', 'a SCO without href'],
      ['<file href="media/0123456789ab.png"/>', '', 'not listed: media/0123456789ab.png'],
      [
        '<file href="media/0123456789ab.png"/>',
        '<file href="media/0123456789AB.png"/>',
        'not in the package: media/0123456789AB.png',
      ],
    ]
    for (const [from, to, problem] of damaged) {
      expect(xml).toContain(from)
      const broken = xml.replace(from, to)
      // None of these is against the schemas: that is why the checks are there.
      expect(schemaProblems(broken)).toEqual([])
      expect(packageProblems(broken, files).join('\n')).toContain(problem)
    }
    expect(schemaProblems(xml.replace('isvisible="true"', 'isvisible="yes"'))).not.toEqual([])
    expect(schemaProblems(xml.replace('scormtype="sco"', 'scormtype="SCO"'))).not.toEqual([])
  })
})

describe('a title for a manifest', () => {
  it('is short, on one line, and never empty', () => {
    expect(manifestTitle('  a\n b\u0000\t', 200, 'x')).toBe('a b')
    expect(manifestTitle('', 200, 'x')).toBe('x')
    expect(manifestTitle('y'.repeat(300), 200, 'x')).toBe(`${'y'.repeat(199)}…`)
    expect(manifestTitle('🐝'.repeat(150), 200, 'x').length).toBeLessThanOrEqual(200)
  })
})
