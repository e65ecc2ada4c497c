import {
  needsNewVisit,
  type PreviewConditions,
  type PreviewFormat,
  previewFormats,
  isOneOf,
  type PreviewStart,
  usualConditions,
} from '../../shared/bundle/preview-conditions.ts'
import {
  isPreviewCommand,
  type PreviewCommand,
  type PreviewLaunch,
} from '../../shared/bundle/preview-messages.ts'
import { forgetBrowser } from './forget-browser.ts'
import { moduleFrame } from './frame.ts'
import { lrsKeeper } from './lrs-keeper.ts'
import './preview.css'
import { scormKeeper } from './scorm-keeper.ts'
import { createTeller } from './teller.ts'

/** Stands in for the LMS: frames the module, keeps its record, and tells the studio what it keeps. */
const query = new URLSearchParams(window.location.search)
const asked = query.get('format')
const format: PreviewFormat = isOneOf(previewFormats, asked) ? asked : 'scorm12'

let conditions: PreviewConditions = usualConditions
let isOpen = false

const frame = moduleFrame()
const teller = createTeller(() => ({ format, isOpen, conditions, ...keeper.known() }))
const hooks = { conditions: () => conditions, onCall: teller.note, onChange: teller.tell }
const launch = query.has('launch') ? await preparedLaunch() : null
const keeper =
  format === 'scorm12' || format === 'scorm2004' ? scormKeeper(format, launch, hooks) : lrsKeeper(hooks)

async function preparedLaunch(): Promise<PreviewLaunch> {
  const answer = await fetch('launch.json')
  return (await answer.json()) as PreviewLaunch
}

async function open(): Promise<void> {
  const address = await keeper.visit()
  isOpen = true
  teller.note({ source: 'visit', method: 'opened', element: '', value: '', result: '', error: '0' })
  frame.open(address, conditions)
}

async function leave(): Promise<void> {
  if (!isOpen) return
  await frame.leave()
  isOpen = false
  teller.note({ source: 'visit', method: 'left', element: '', value: '', result: '', error: '0' })
}

async function startOver(as: PreviewStart, step: string | null): Promise<void> {
  if (isOpen) {
    await keeper.cut()
    frame.kill()
  }
  teller.restart()
  forgetBrowser()
  await keeper.startOver(as, step)
  await open()
}

async function obey(command: PreviewCommand): Promise<void> {
  switch (command.type) {
    case 'start-over':
      return startOver(command.as, command.step)
    case 'resume':
      await leave()
      return open()
    case 'close-tab':
      if (!isOpen) return
      // The record keeper first: nothing that the page may still do counts any more.
      await keeper.cut()
      frame.kill()
      isOpen = false
      teller.note({ source: 'visit', method: 'killed', element: '', value: '', result: '', error: '0' })
      return
    case 'conditions': {
      const isNewVisit = isOpen && needsNewVisit(conditions, command.conditions)
      if (isNewVisit) await leave()
      conditions = command.conditions
      await keeper.conditionsChanged()
      if (isNewVisit) await open()
    }
  }
}

/** One after the other: a command that comes while the module leaves waits. */
let work = startOver('first', query.get('step'))

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || !isPreviewCommand(event.data)) return
  const command = event.data
  work = work.then(() => obey(command))
})
