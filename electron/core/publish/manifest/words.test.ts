import { expect, it } from 'vitest'
import { manifestBundle, manifestPaths } from '../../../../test/harness/manifest-bundle.ts'
import { targetProfiles } from '../../../../shared/lms/profiles.ts'
import { readXml } from '../preflight/xml.ts'
import { cmi5Structure } from './cmi5.ts'
import { scorm12Manifest } from './scorm12.ts'
import { scorm2004Manifest } from './scorm2004.ts'
import { tincanDescription } from './tincan.ts'

const title = 'Bees &nbsp; &lt;b&gt; &copy; & <honey>'

it('says a title that looks like XML as it was typed, in every format', async () => {
  const bundle = manifestBundle({ title })
  const target = targetProfiles.generic
  for (const xml of [
    await scorm12Manifest(bundle, manifestPaths, target),
    await scorm2004Manifest(bundle, manifestPaths, '4th'),
    await cmi5Structure(bundle, manifestPaths),
    await tincanDescription(bundle, manifestPaths),
  ]) {
    expect(xml).not.toContain('&nbsp;')
    const elements = await readXml(xml)
    expect(elements?.map(({ text }) => text)).toContain(title)
    expect(await readXml(xml.replace('&amp;nbsp;', '&nbsp;'))).toBeNull()
  }
})
