import { type Check, fault, type Problem } from './check.ts'
import { isName } from './iri.ts'
import { readXml } from './xml.ts'

const moves = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed']

/** What an LMS refuses a course structure for (cmi5, sections 13.1 and 14.1, and LMS facts, cmi5 point 7). */
export const cmi5Structure: Check = async ({ read }) => {
  const xml = read.texts.get('cmi5.xml')
  if (xml === undefined) return []
  const elements = await readXml(xml)
  if (!elements) return [fault('manifest-unreadable', 'The course structure is no XML.')]
  const problems: Problem[] = []
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
  for (const id of ids)
    if (!isName(id))
      problems.push(fault('cmi5-id-relative', `The course structure’s id ${id} is no whole IRI.`))
  if (new Set(ids).size !== ids.length)
    problems.push(fault('manifest-identifier-twice', 'The course structure uses an id twice.'))
  for (const { attributes } of elements)
    if (attributes.idref !== undefined && !ids.includes(attributes.idref))
      problems.push(
        fault(
          'manifest-reference-unknown',
          `The course structure points to ${attributes.idref}, which is not in it.`,
        ),
      )
  for (const { name, attributes } of elements) {
    if (name !== 'au') continue
    if (!moves.includes(attributes.moveOn ?? ''))
      problems.push(
        fault('cmi5-move-on-missing', 'The course structure does not say when the module is done.'),
      )
    const { masteryScore = '0' } = attributes
    if (!/^\d+(\.\d+)?$/.test(masteryScore) || Number(masteryScore) > 1)
      problems.push(
        fault(
          'manifest-score-outside',
          `The pass mark in the course structure is ${masteryScore}, which is not between 0 and 1.`,
        ),
      )
  }
  for (const { name, text } of elements)
    if (name === 'url' && !read.names.includes(text))
      problems.push(
        fault('manifest-file-missing', `The course structure launches ${text}, which is not in the package.`),
      )
  for (const { name, text, parent } of elements)
    if (name === 'langstring' && text.trim() === '')
      problems.push(fault('cmi5-words-missing', `The course structure has a ${parent} without words.`))
  return problems
}
