import type { RootContent } from 'mdast'
import { childId, keyWithin, slug } from '../../../../shared/ids.ts'
import type { Outcome } from '../../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { lineOf } from '../markdown/context.ts'
import type { ReadContext, StepPart } from './context.ts'
import { isActivity } from './fences.ts'
import { asKey, keyOf } from './ids.ts'
import type { Section } from './sections.ts'
import { fenceNames, kindOfFence } from './steps/index.ts'

type StepContext = ReadContext & { moduleId: string; outcomes: { key: string; outcome: Outcome }[] }

/** Kinds of step that the format knows and this version does not have. */
const laterKinds: Record<string, string> = {
  infographic: 'an infographic',
  twee: 'a branching story',
}

/** One step and what it owns; nothing when its activity is of a kind we do not have: half a step would mislead. */
export function readStep(section: Section, index: number, context: StepContext): ProjectRecord[] {
  const activities = section.nodes.filter((node) => isActivity(node, context.markdown))
  const [fence = null, ...others] = activities
  const kind = kindOfFence(fence?.lang ?? null)
  if (!kind) {
    const name = fence?.lang ?? ''
    const meaning = laterKinds[name.toLowerCase()]
    context.notes.leftOut(
      fence ? lineOf(fence, context.markdown) : section.line,
      `\`\`\`${name}`,
      meaning
        ? `The step “${section.title}” holds ${meaning}, which this version of the studio does not have yet, so the step was left out.`
        : `The step “${section.title}” holds “${name}”, and the activities known are ${fenceNames.join(' and ')}, so the step was left out.`,
    )
    return []
  }
  for (const other of others)
    context.notes.leftOut(
      lineOf(other, context.markdown),
      `\`\`\`${other.lang}`,
      'A step holds one activity; this one after the first was left out. Give it a step (##) of its own.',
    )
  const left = new Set<RootContent>(activities)
  const part: StepPart = {
    line: section.line,
    base: readBase(section, index, context),
    text: section.nodes.filter((node) => !left.has(node)),
    fence,
  }
  return kind.read(part, context)
}

function readBase(section: Section, index: number, context: StepContext): StepPart['base'] {
  const { title, line, attributes } = section
  const values = new Map(attributes.values)
  const take = (key: string) => {
    const value = values.get(key) ?? null
    values.delete(key)
    return value
  }
  const outcome = take('outcome')
  const alternatives = take('alternatives')
  const exact = take('id')
  for (const stray of [...attributes.strays, ...[...values].map(([key, value]) => `${key}=${value}`)])
    context.notes.leftOut(
      line,
      stray,
      `The step “${title}” was made without it: steps take #id, outcome and alternatives.`,
    )
  if (alternatives !== null && alternatives.length > 60)
    context.notes.changed(line, `alternatives=${alternatives}`, 'The name was cut to 60 characters.')
  return {
    id: takeStepId(section, index, exact, context),
    type: 'step',
    title,
    outcome: outcome === null ? null : outcomeOf(outcome, line, context),
    alternatives: alternatives?.slice(0, 60) ?? null,
  }
}

function takeStepId(section: Section, index: number, exact: string | null, context: StepContext): string {
  const { title, line, attributes } = section
  const written = attributes.id
  const key =
    (written === null ? null : asKey(written)) ?? keyOf(written ?? title, slug(title) || `step-${index + 1}`)
  const id = context.ids.take('step', context.moduleId, key, exact ?? undefined)
  const isAsWritten = id === exact || id === childId(context.moduleId, written ?? key)
  if ((written !== null || exact !== null) && !isAsWritten)
    context.notes.changed(
      line,
      `#${written ?? exact}`,
      `The id was taken, or has signs that ids do not have; it became #${keyWithin(context.moduleId, id)}.`,
    )
  return id
}

function outcomeOf(key: string, line: number, { outcomes, notes }: StepContext): string | null {
  const found = outcomes.find((outcome) => outcome.key === key)
  if (!found) notes.leftOut(line, `outcome=${key}`, 'The settings at the top name no such outcome.')
  return found?.outcome.id ?? null
}
