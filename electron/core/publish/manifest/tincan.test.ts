import { XmlDocument } from 'libxml2-wasm'
import { expect, it } from 'vitest'
import { manifestBundle as bundle, manifestPaths as paths } from '../../../../test/harness/manifest-bundle.ts'
import { tincanDescription } from './tincan.ts'

const t = { t: 'http://projecttincan.com/tincan.xsd' }

it('tincan.xml describes one activity, with the page to launch', async () => {
  const document = XmlDocument.fromString(await tincanDescription(bundle({ language: 'de' }), paths))
  const values = (path: string) => document.find(path, t).map((node) => node.content)
  const activity = '/t:tincan/t:activities/t:activity'
  expect(values(`${activity}/@id`)).toEqual(['urn:morsel:1st-module.v2_x'])
  expect(values(`${activity}/@type`)).toEqual(['http://adlnet.gov/expapi/activities/module'])
  expect(values(`${activity}/t:launch`)).toEqual(['index.html'])
  expect(values(`${activity}/t:name`)).toEqual(['Bees & <honey>'])
  expect(values(`${activity}/t:description`)).toEqual(['Spot a queen & “her” court.'])
  expect(new Set(values(`${activity}/*/@lang`))).toEqual(new Set(['de']))
})
