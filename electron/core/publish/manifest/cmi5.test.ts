import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import {
  manifestBundle as bundle,
  manifestPaths as paths,
  manifestQuiz as quiz,
} from '../../../../test/harness/manifest-bundle.ts'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { usualBehaviour } from '../../../../shared/model/behaviour.ts'
import { cmi5Structure } from './cmi5.ts'

const c = { c: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }

/** The structure as its parts: what each XPath of the namespace `c` finds. */
async function structure(fields: Partial<Bundle> = {}) {
  const document = XmlDocument.fromString(await cmi5Structure(bundle(fields), paths))
  return {
    values: (path: string) => document.find(path, c).map((node) => node.content),
    names: (path: string) => document.find(path, c).map((node) => ('name' in node ? String(node.name) : '')),
  }
}

// No schema of cmi5's can be had here: its rules are asked for one by one (CourseStructure.xsd, section 13.2).
describe('the cmi5 course structure', () => {
  it('has a course, its objectives and one unit, in the order of the schema', async () => {
    const { names } = await structure()
    expect(names('/c:courseStructure/*')).toEqual(['course', 'objectives', 'au'])
    expect(names('//c:course/*')).toEqual(['title', 'description'])
    expect(names('//c:au/*')).toEqual(['title', 'description', 'objectives', 'url'])
    expect(names('/c:courseStructure/c:objectives/c:objective/*')).toEqual(['title', 'description'])
  })

  it('says every title and description as a langstring in the module’s language', async () => {
    const { values, names } = await structure({ language: 'pt-BR' })
    const texts = names('//c:title/* | //c:description/*')
    expect(texts).toHaveLength(6)
    expect(new Set(texts)).toEqual(new Set(['langstring']))
    expect(new Set(values('//c:langstring/@lang'))).toEqual(new Set(['pt-BR']))
    expect(values('//c:au/c:title/c:langstring')).toEqual(['Bees & <honey>'])
    expect(values('//c:langstring').every((words) => words.trim() !== '')).toBe(true)
  })

  it('is never without words, and without objectives where no step serves an outcome', async () => {
    const { values, names } = await structure({ title: '', outcomes: [], steps: [] })
    expect(values('//c:langstring').every((words) => words === '1st-module.v2_x')).toBe(true)
    expect(names('//c:objectives')).toEqual([])
  })

  it.each([
    ['Completed', {}, { pass: null }],
    ['Completed', {}, { steps: [quiz(0)] }],
    ['CompletedAndPassed', {}, {}],
    ['CompletedAndPassed', { completion: 'end' }, {}],
    ['Passed', { completion: 'passed' }, {}],
  ] as const)('moves on when %s, for %j and %j', async (moveOn, behaviour, fields) => {
    const { values } = await structure({
      behaviour: { ...usualBehaviour, ...behaviour },
      ...(fields as Partial<Bundle>),
    })
    expect(values('//c:au/@moveOn')).toEqual([moveOn])
    expect(values('//c:au/@masteryScore')).toEqual(moveOn === 'Completed' ? [] : ['0.8'])
  })

  it('has ids that are whole IRIs, unlike one another, and follow from the records’ ids alone', async () => {
    const ids = async (fields: Partial<Bundle> = {}) => (await structure(fields)).values('//@id')
    const found = await ids()
    expect(found).toEqual([
      'urn:morsel:course:1st-module.v2_x',
      'urn:morsel:1st-module.v2_x/o.spot',
      'urn:morsel:1st-module.v2_x',
    ])
    for (const id of found) expect(new URL(id).protocol).toBe('urn:')
    expect(await ids({ title: 'Other', pass: null, language: 'de' })).toEqual(found)
    expect((await structure()).values('//c:au//@idref')).toEqual(['urn:morsel:1st-module.v2_x/o.spot'])
  })

  it('launches a page inside the zip, in the window the LMS chooses', async () => {
    const { values } = await structure()
    expect(values('//c:au/c:url')).toEqual(['index.html'])
    expect(values('//c:au/@launchMethod')).toEqual(['AnyWindow'])
  })
})
