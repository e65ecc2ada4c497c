import type { Bundle } from '../../../../shared/bundle/format.ts'
import { moduleName } from './names.ts'
import { servedOutcomes } from './outcomes.ts'
import { asText, manifestTitle } from './words.ts'

const namespace = 'http://projecttincan.com/tincan.xsd'
/** ADL's name for what we call a module, too. */
const activityType = 'http://adlnet.gov/expapi/activities/module'

const longestTitle = 200
const longestDescription = 2000

/**
 * The description of an xAPI package (Rustici, “Incorporating a Tin Can LRS into an LMS”): one activity with the page to
 * launch, which alone may be launched. Questions and steps are described in the statements about them.
 */
export async function tincanDescription(bundle: Bundle, paths: readonly string[]): Promise<string> {
  const { create } = await import('xmlbuilder2')
  const lang = { lang: bundle.language }
  const title = manifestTitle(bundle.title, longestTitle, bundle.id)
  const outcomes = servedOutcomes(bundle).map(({ text }) => text)
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(namespace, 'tincan')
  const activity = root
    .ele(namespace, 'activities')
    .ele(namespace, 'activity', { id: moduleName(bundle.id), type: activityType })
  activity.ele(namespace, 'name', lang).txt(asText(title))
  activity
    .ele(namespace, 'description', lang)
    .txt(asText(manifestTitle(outcomes.join(' '), longestDescription, title)))
  activity.ele(namespace, 'launch', lang).txt(paths[0] ?? 'index.html')
  return `${root.end({ prettyPrint: true })}\n`
}
