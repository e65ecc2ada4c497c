import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  manifestBundle as bundle,
  manifestPaths as paths,
  manifestQuiz as quiz,
} from '../../../../test/harness/manifest-bundle.ts'
import { schemaProblems } from '../../../../test/harness/scorm12-manifest.ts'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { scorm2004Manifest } from './scorm2004.ts'

const editions = ['3rd', '4th'] as const

describe.each(editions)('the SCORM 2004 manifest, %s edition', (edition) => {
  const manifest = (fields: Partial<Bundle> = {}) => scorm2004Manifest(bundle(fields), paths, edition)

  it('is valid, and says which edition it is', async () => {
    const xml = await manifest()
    expect(schemaProblems(xml)).toEqual([])
    expect(xml).toContain(`<schemaversion>2004 ${edition} Edition</schemaversion>`)
    expect(xml).toContain('adlcp:scormType="sco"')
    for (const path of paths) expect(xml).toContain(`<file href="${path}"/>`)
  })

  it('is satisfied by measure where the author set a pass mark, and only there', async () => {
    const xml = await manifest()
    expect(xml).toContain('<imsss:primaryObjective satisfiedByMeasure="true">')
    expect(xml).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>')
    for (const fields of [{ pass: null }, { steps: [] }, { steps: [quiz(0)] }]) {
      const without = await manifest(fields)
      expect(schemaProblems(without)).toEqual([])
      expect(without).toContain('<imsss:primaryObjective satisfiedByMeasure="false"/>')
      expect(without).not.toContain('minNormalizedMeasure')
    }
  })

  it('lets the content say what is complete and satisfied, never a threshold', async () => {
    const xml = await manifest()
    expect(xml).toContain('completionSetByContent="true" objectiveSetByContent="true"')
    expect(xml).not.toContain('completionThreshold')
  })

  it('names an objective for each outcome that steps serve, by the record’s id', async () => {
    const xml = await manifest()
    expect(xml.match(/objectiveID="[^"]+"/g)).toEqual(['objectiveID="o.spot"'])
  })

  it('keeps its identifiers when all but the ids changes', async () => {
    const identifiers = async (fields: Partial<Bundle>) =>
      (await manifest(fields)).match(/(?:identifier(?:ref)?|objectiveID)="[^"]+"/g)
    const same = await identifiers({})
    expect(await identifiers({ title: 'Other', pass: null, language: 'de' })).toEqual(same)
    expect(await identifiers({ id: 'other' })).not.toEqual(same)
  })

  it('is valid whatever the title and the pass mark are', async () => {
    const titles = fc.string({ unit: 'binary', maxLength: 400 })
    const marks = fc.double({ min: 0, max: 100, noNaN: true })
    await fc.assert(
      fc.asyncProperty(titles, marks, async (title, pass) => {
        expect(schemaProblems(await manifest({ title, pass }))).toEqual([])
      }),
      { numRuns: 25, examples: [['&nbsp; &lt;b&gt; &copy; & &#0;', 80]] },
    )
  })
})

it('the editions’ schemas are told apart: a threshold as the 4th writes it is not one of the 3rd', async () => {
  const threshold = '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="1.0"/>'
  const withThreshold = async (edition: '3rd' | '4th') =>
    (await scorm2004Manifest(bundle(), paths, edition)).replace(
      '<adlnav:presentation>',
      `${threshold}<adlnav:presentation>`,
    )
  expect(schemaProblems(await withThreshold('4th'))).toEqual([])
  expect(schemaProblems(await withThreshold('3rd'))).not.toEqual([])
})
