import { type Check, fault, type Problem } from './check.ts'

/** The files a package of each format cannot be without. */
const needed = {
  scorm12: ['imsmanifest.xml', 'index.html'],
  scorm2004: ['imsmanifest.xml', 'index.html'],
  cmi5: ['cmi5.xml', 'index.html'],
  xapi: ['tincan.xml', 'index.html'],
  web: ['index.html'],
} as const

/** What must be there is there, names are plain and relative, no two differ in case alone, and text reads back whole. */
export const names: Check = ({ read, format }) => {
  const problems: Problem[] = []
  for (const name of needed[format])
    if (!read.names.includes(name))
      problems.push(fault('package-file-missing', `The package has no ${name}.`))
  const seen = new Map<string, string>()
  for (const name of read.names) {
    const other = seen.get(name.toLowerCase())
    if (other !== undefined)
      problems.push(
        fault(
          'package-names-alike',
          `${other} and ${name} are one file where upper and lower case are the same.`,
        ),
      )
    seen.set(name.toLowerCase(), name)
    if (!isPlainPath(name))
      problems.push(fault('package-name-unsafe', `${name} is a name that not every LMS can unpack.`))
  }
  for (const name of read.damaged)
    problems.push(fault('package-damaged', `${name} does not read back as it was written.`))
  return problems
}

/** Relative, within the package, of characters that need no escaping anywhere. */
function isPlainPath(name: string): boolean {
  return /^[\w.-]+(\/[\w.-]+)*$/.test(name) && !name.split('/').includes('..')
}
