import { resolve } from 'node:path'
import * as z from 'zod'
import { bundleFormats, scorm2004Editions } from '../../../../shared/contract/publish.ts'
import { type Finding, findingSchema } from '../../../../shared/model/finding.ts'
import { failureOf } from '../failure.ts'
import { type Call, oneOf, required, type Verb } from '../verb.ts'

const usage = `publish <project> --module ID --format ${bundleFormats.join('|')} --out FILE [--edition ${scorm2004Editions.join('|')}] [--overwrite] [--verify]`

export const publishVerb: Verb = {
  name: 'publish',
  usage,
  summary: 'writes a module as a bundle for an LMS or the web',
  options: {
    module: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    edition: { type: 'string' },
    overwrite: { type: 'boolean' },
    verify: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(call) {
    const { words, options, client, open, follow, say, signal } = call
    const module = required(call, 'module', usage)
    const format = oneOf(bundleFormats, required(call, 'format', usage), { what: 'format', usage })
    const edition =
      options.edition === undefined
        ? undefined
        : oneOf(scorm2004Editions, required(call, 'edition', usage), { what: 'edition', usage })
    const out = resolve(required(call, 'out', usage))
    const { project } = await open(words[0] ?? '')
    const input = {
      project,
      module,
      format,
      edition,
      out,
      overwrite: options.overwrite === true,
      verify: options.verify === true,
      checksum: true,
    }
    try {
      const result = await follow(client.publish.module(input, { signal }))
      sayFindings(call, result.findings)
      say(`Wrote ${result.file}: ${result.files} files, ${result.bytes} bytes.`)
      return { object: result }
    } catch (error) {
      const findings = await findingsOf(error, () => client.project.check({ project, module }))
      if (!findings) throw error
      sayFindings(call, findings)
      say(error instanceof Error ? error.message : String(error))
      // Nothing was written, and the findings say why: that is an answer, in the shape of the other one.
      return { object: { file: null, format, module, findings }, exitCode: 1 }
    }
  },
}

function sayFindings({ say }: Call, findings: readonly Finding[]): void {
  for (const { severity, message } of findings) say(`${severity.padEnd(5)} ${message}`)
}

/** What was found, when that is why nothing was published; null for any other failure. */
async function findingsOf(
  error: unknown,
  check: () => Promise<{ findings: Finding[] }>,
): Promise<Finding[] | null> {
  const { code, details } = failureOf(error)
  if (code === 'publish-blocked') return (await check()).findings
  if (code !== 'package-unsound') return null
  return z.array(findingSchema).parse(JSON.parse(String(details.findings)))
}
