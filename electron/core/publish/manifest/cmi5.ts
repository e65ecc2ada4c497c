import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { courseName, moduleName, outcomeName } from './names.ts'
import { servedOutcomes } from './outcomes.ts'
import { asMeasure, passMark } from './pass-mark.ts'
import { asText, manifestTitle } from './words.ts'

const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'

/** No limit of cmi5's: what lists of courses still show. */
const longestTitle = 200
const longestDescription = 2000

/**
 * The course structure of a cmi5 package (cmi5, sections 13 and 14): a course of one assignable unit. Its ids are the
 * publisher's and derive from the records' ids alone. `paths` are the package's files, the page to launch first.
 */
export async function cmi5Structure(bundle: Bundle, paths: readonly string[]): Promise<string> {
  const { create } = await import('xmlbuilder2')
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(namespace, 'courseStructure')
  const say = (parent: XMLBuilder, element: 'title' | 'description', words: string) =>
    parent.ele(namespace, element).ele(namespace, 'langstring', { lang: bundle.language }).txt(asText(words))
  const title = manifestTitle(bundle.title, longestTitle, bundle.id)
  const outcomes = servedOutcomes(bundle)
  const description = manifestTitle(outcomes.map(({ text }) => text).join(' '), longestDescription, title)

  const course = root.ele(namespace, 'course', { id: courseName(bundle.id) })
  say(course, 'title', title)
  say(course, 'description', description)

  if (outcomes.length > 0) {
    const objectives = root.ele(namespace, 'objectives')
    for (const { id, text } of outcomes) {
      const objective = objectives.ele(namespace, 'objective', { id: outcomeName(bundle.id, id) })
      say(objective, 'title', manifestTitle(text, longestTitle, id))
      say(objective, 'description', manifestTitle(text, longestDescription, id))
    }
  }

  const mark = passMark(bundle)
  const unit = root.ele(namespace, 'au', {
    id: moduleName(bundle.id),
    moveOn: moveOn(bundle),
    ...(mark !== null && { masteryScore: asMeasure(mark) }),
    // The page works in a frame as in a window of its own, so the LMS may choose.
    launchMethod: 'AnyWindow',
  })
  say(unit, 'title', title)
  say(unit, 'description', description)
  if (outcomes.length > 0) {
    const served = unit.ele(namespace, 'objectives')
    for (const { id } of outcomes) served.ele(namespace, 'objective', { idref: outcomeName(bundle.id, id) })
  }
  unit.ele(namespace, 'url').txt(paths[0] ?? 'index.html')
  return `${root.end({ prettyPrint: true })}\n`
}

/** When the unit counts as done. Always written: the default, `NotApplicable`, is met by enrolling. */
function moveOn(bundle: Bundle): 'Completed' | 'Passed' | 'CompletedAndPassed' {
  if (passMark(bundle) === null) return 'Completed'
  return bundle.behaviour.completion === 'passed' ? 'Passed' : 'CompletedAndPassed'
}
