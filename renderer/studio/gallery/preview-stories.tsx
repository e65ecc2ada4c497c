import {
  type PreviewConditions,
  type PreviewFormat,
  usualConditions,
} from '../../../shared/bundle/preview-conditions.ts'
import type { PreviewCall } from '../../../shared/bundle/preview-messages.ts'
import { ClosedTab } from '../previewing/ClosedTab.tsx'
import { DeviceBar } from '../previewing/DeviceBar.tsx'
import { TrackingInspector } from '../previewing/inspector/TrackingInspector.tsx'
import { LearnerBar } from '../previewing/LearnerBar.tsx'
import type { Told } from '../previewing/useHost.ts'
import { VisitBar } from '../previewing/VisitBar.tsx'
import { namesOf } from '../previewing/words/names.ts'
import { lesson } from './fixtures.ts'
import type { Story } from './story.ts'

const names = namesOf(Object.fromEntries(lesson.map((record) => [record.id, record])), 'milk')
const at = Date.UTC(2026, 0, 5, 9, 30)

const said = (number: number, part: Partial<PreviewCall>): PreviewCall => ({
  number,
  at: at + number * 1000,
  source: 'scorm12',
  method: 'LMSSetValue',
  element: '',
  value: '',
  result: 'true',
  error: '0',
  ...part,
})

const values = {
  'cmi.core.lesson_status': 'incomplete',
  'cmi.core.lesson_location': 'milk.check',
  'cmi.suspend_data': 'M1LeonA___qilu7P-6yG0.sR1lvA___UN7ZA___qiluA___Pyo',
  'cmi.interactions.0.id': 'milk.check.q1',
  'cmi.interactions.0.result': 'wrong',
}

function told(part: Partial<Told['message']> = {}, calls: PreviewCall[] = []): Told {
  return {
    message: {
      source: 'morsel-preview',
      type: 'recorded',
      format: 'scorm12',
      run: 1,
      isOpen: true,
      values,
      kept: values,
      isCommitted: true,
      statements: [],
      calls: [],
      conditions: usualConditions,
      ...part,
    },
    calls,
  }
}

const underWay = [
  said(1, { source: 'visit', method: 'opened' }),
  said(2, { method: 'LMSInitialize' }),
  said(3, { method: 'LMSGetValue', element: 'cmi.core.entry', result: 'ab-initio' }),
  said(4, { element: 'cmi.core.lesson_location', value: 'milk.check' }),
  said(5, { element: 'cmi.interactions.0.id', value: 'milk.check.q1' }),
  said(6, { element: 'cmi.interactions.0.result', value: 'wrong' }),
  said(7, { method: 'LMSCommit' }),
]

const refused = [
  ...underWay,
  said(8, { element: 'cmi.suspend_data', value: 'x'.repeat(5000), result: 'false', error: '405' }),
  said(9, { method: 'LMSCommit', result: 'false', error: '101' }),
]

const statements = [
  {
    verb: { id: 'http://adlnet.gov/expapi/verbs/initialized' },
    object: { id: 'https://preview.invalid/milk' },
  },
  {
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: { id: 'https://preview.invalid/milk/milk.check.q1' },
    result: { success: true, response: 'a' },
  },
]

function inspector(
  name: string,
  state: Told | null,
  {
    format = 'scorm12',
    conditions = usualConditions,
    isMenuOpen = false,
  }: { format?: PreviewFormat; conditions?: PreviewConditions; isMenuOpen?: boolean } = {},
): Story {
  return {
    name: `Tracking inspector: ${name}`,
    render: () => (
      <div style={{ display: 'flex', justifyContent: 'flex-end', height: '100vh' }}>
        <TrackingInspector
          told={state}
          names={names}
          format={format}
          formats={['scorm12', 'scorm2004', 'cmi5']}
          onFormat={() => {}}
          conditions={conditions}
          onConditions={() => {}}
          isMenuOpen={isMenuOpen}
          onMenu={() => {}}
        />
      </div>
    ),
  }
}

export const previewStories: readonly Story[] = [
  inspector('nothing yet', null),
  inspector('a question is answered', told({}, underWay)),
  inspector('refused by the LMS', told({ kept: {}, isCommitted: false }, refused), {
    conditions: { ...usualConditions, lms: 'refuses', network: 'slow' },
  }),
  inspector(
    'statements of cmi5',
    told(
      {
        format: 'cmi5',
        statements,
        values: { 'activities/state|https://x|r|morsel|': '{"packed":"M1"}' },
        kept: {},
      },
      statements.map((statement, place) =>
        said(place + 1, {
          source: 'lrs',
          method: 'POST statements',
          value: JSON.stringify(statement),
          result: '200',
        }),
      ),
    ),
    { format: 'cmi5' },
  ),
  inspector('how the LMS behaves', told({}, underWay), { isMenuOpen: true }),
  {
    name: 'Preview: the bars around the device',
    render: () => (
      <div>
        <LearnerBar
          learner={{ as: 'first', isAtStep: true }}
          starts={['returning', 'failed', 'passed', 'older-version']}
          hasStep
          onChange={() => {}}
        />
        <DeviceBar
          device={{ size: 'small', isTurned: true }}
          onDevice={() => {}}
          network="slow"
          onNetwork={() => {}}
        />
        <VisitBar isReady isOpen onRestart={() => {}} onResume={() => {}} onCloseTab={() => {}} />
      </div>
    ),
  },
  {
    name: 'Preview: the tab was closed',
    render: () => (
      <div style={{ position: 'relative', width: 390, height: 500 }}>
        <ClosedTab told={told({ isOpen: false }, underWay)} names={names} onResume={() => {}} />
      </div>
    ),
  },
]
