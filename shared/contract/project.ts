import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { changeSchema } from '../model/change.ts'
import { findingSchema } from '../model/finding.ts'
import { recordSchema } from '../model/records.ts'
import { recordId, title } from '../model/base.ts'
import { operation, progressThen, projectHandle } from './base.ts'

const path = z.string().min(1)
const inProject = z.strictObject({ project: projectHandle })

export const openedSchema = z.strictObject({ project: projectHandle, title, path })
export type OpenedProject = z.infer<typeof openedSchema>

/** Where the undo stack stands: the label of what undo and redo would do, or null when there is nothing. */
export const historySchema = z.strictObject({
  /** The number of the newest change; it grows by one with every commit, undo and redo. */
  seq: z.number().int().min(0),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type History = z.infer<typeof historySchema>

/** A change as it came to be, for those who watch. `by` is the client that asked for it. */
export const changeEventSchema = z.strictObject({
  ...historySchema.shape,
  change: changeSchema,
  label: z.string(),
  by: z.string(),
})
export type ChangeEvent = z.infer<typeof changeEventSchema>

export const recentSchema = z.strictObject({ path, title, openedAt: z.number(), isMissing: z.boolean() })

export const outlineSchema = z.strictObject({ records: z.array(recordSchema), history: historySchema })

export const listSchema = z.strictObject({
  project: z.string(),
  series: z.array(z.strictObject({ id: z.string(), title, modules: z.array(z.string()) })),
  modules: z.array(
    z.strictObject({
      id: z.string(),
      title,
      steps: z.array(z.strictObject({ id: z.string(), kind: z.string(), title })),
    }),
  ),
  banks: z.array(z.strictObject({ id: z.string(), title, questions: z.number().int() })),
  assets: z.array(
    z.strictObject({ id: z.string(), name: z.string(), kind: z.string(), bytes: z.number().int() }),
  ),
})

export const projectContract = {
  create: operation('Makes an empty project folder and opens it')
    .input(z.strictObject({ title: title.min(1), path: path.optional() }))
    .output(openedSchema),
  open: operation('Opens a project folder').input(z.strictObject({ path })).output(openedSchema),
  close: operation('Closes an open project').input(inProject),
  sample: operation('Builds the sample project at a path and opens it')
    .input(z.strictObject({ path: path.optional() }))
    .output(progressThen(openedSchema)),
  recent: operation('The projects opened lately, newest first').output(z.array(recentSchema)),
  forget: operation('Takes a project off the recent list; its folder stays').input(z.strictObject({ path })),

  outline: operation('The project, its series and modules, without their steps')
    .input(inProject)
    .output(outlineSchema),
  module: operation('All records of one module: outcomes, steps, questions and the assets they use')
    .input(z.strictObject({ project: projectHandle, module: recordId }))
    .output(z.strictObject({ records: z.array(recordSchema) })),
  commit: operation('Saves one change; answered means it is on disk')
    .input(
      z.strictObject({
        project: projectHandle,
        label: z.string().min(1).max(200),
        change: changeSchema,
        /** Commits in a row with the same key are one undo step (typing, dragging). */
        mergeKey: z.string().max(200).optional(),
        by: z.string().max(60).optional(),
      }),
    )
    .output(historySchema),
  undo: operation('Takes the newest change back; null when there is none')
    .input(z.strictObject({ project: projectHandle, by: z.string().max(60).optional() }))
    .output(changeEventSchema.nullable()),
  redo: operation('Makes the change last taken back again; null when there is none')
    .input(z.strictObject({ project: projectHandle, by: z.string().max(60).optional() }))
    .output(changeEventSchema.nullable()),
  watch: operation('Every change from now on, as it is committed')
    .input(inProject)
    .output(eventIterator(changeEventSchema)),
  search: operation('Records whose words match, best first')
    .input(
      z.strictObject({
        project: projectHandle,
        query: z.string().max(200),
        limit: z.number().int().min(1).max(200).optional(),
      }),
    )
    .output(
      z.array(z.strictObject({ id: z.string(), type: z.string(), title: z.string(), snippet: z.string() })),
    ),
  list: operation('Series, modules, steps and assets by id').input(inProject).output(listSchema),
  check: operation('What stands in the way of publishing, and what could be better')
    .input(z.strictObject({ project: projectHandle, module: recordId.optional() }))
    .output(z.strictObject({ findings: z.array(findingSchema) })),
}
