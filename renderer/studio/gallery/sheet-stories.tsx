import type { Published } from '../../../shared/contract/publish.ts'
import { StudioError } from '../../../shared/errors.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { JobTray } from '../jobs/JobTray.tsx'
import { jobs } from '../jobs/jobs.ts'
import { PreviewSheet } from '../previewing/PreviewSheet.tsx'
import { setHosting } from '../publish/hosting/hosting.ts'
import { PublishDialog } from '../publish/PublishDialog.tsx'
import type { Publishing } from '../publish/usePublishing.ts'
import { lesson } from './fixtures.ts'
import { Scene } from './Scene.tsx'
import type { Story } from './story.ts'

const findings: Finding[] = [
  {
    severity: 'block',
    rule: 'video-missing',
    where: { module: 'milk', step: 'milk.next', record: 'milk.next' },
    message: 'The third step has no video yet. Choose one, or delete the step.',
  },
  {
    severity: 'warn',
    rule: 'captions-missing',
    where: { module: 'milk', step: 'milk.watch', record: 'milk.watch' },
    message: '“Two sounds to listen for” has no captions. Add a .vtt file, so that everybody can follow.',
  },
  {
    severity: 'hint',
    rule: 'minutes-long',
    where: { module: 'milk', step: null, record: 'milk' },
    message: 'The module seems to take about eight minutes. Five are easier to fit into a day.',
  },
]

const result: Published = {
  file: '/home/ada/Morsel/Published/steaming-milk-scorm12.zip',
  format: 'scorm12',
  module: 'milk',
  bytes: 4_812_332,
  files: 14,
  sha256: null,
  findings: [],
}

const still: Publishing = {
  request: null,
  isRunning: false,
  result: null,
  failure: null,
  start: () => {},
  reset: () => {},
  watched: () => {},
}

const wholeModule = { module: 'milk', step: null }
const pageStep = { module: 'milk', step: 'milk.why' }

function publish(
  name: string,
  state: Partial<Publishing>,
  found: Finding[] = [],
  canPick = false,
  records = lesson,
): Story {
  const options = { records, findings: found, canPick }
  return {
    name: `Publish: ${name}`,
    render: () => (
      <Scene options={options} selection={wholeModule}>
        {() => <PublishDialog module="milk" publishing={{ ...still, ...state }} onClose={() => {}} />}
      </Scene>
    ),
  }
}

function preview(name: string, make: () => unknown): Story {
  const options = { records: lesson, instead: { 'publish.preview': make } }
  return {
    name: `Preview: ${name}`,
    render: () => (
      <Scene options={options} selection={pageStep}>
        {() => <PreviewSheet module="milk" step="milk.why" onClose={() => {}} />}
      </Scene>
    ),
  }
}

const web: Published = {
  ...result,
  format: 'web',
  file: '/home/ada/Morsel/Published/steaming-milk-web.zip',
  findings: findings.slice(1),
}

/** A module on the web, and what was typed as its place. */
function hosted(name: string, typed: string): Story {
  const story = publish(name, { result: web }, [], true)
  return {
    name: story.name,
    render: () => {
      setHosting('milk', typed)
      return story.render()
    },
  }
}

const forMoodle: ProjectRecord[] = lesson.map((record) =>
  record.type === 'project' ? { ...record, target: 'moodle' } : record,
)

export const sheetStories: readonly Story[] = [
  publish('ready', {}),
  publish('made for Moodle', {}, [], true, forMoodle),
  publish('things to put right', {}, findings, true),
  publish('there is a file already', { failure: new StudioError('file-exists', { path: result.file }) }),
  publish('under way', { isRunning: true }),
  publish('done', { result }, [], true),
  hosted('a web page, not said where', ''),
  hosted('a web page and its links', 'https://learn.example.org/barista/milk'),
  hosted('a web page at no address', 'barista'),
  preview('a video is being cut', async function* () {
    yield { type: 'progress', phase: 'Cutting steaming-milk.mp4', fraction: 0.35, secondsLeft: 12 }
    await new Promise(() => {})
  }),
  preview('it could not be made', () => {
    throw new StudioError('ffmpeg-missing', { tool: 'ffmpeg' })
  }),
  {
    name: 'Work in progress',
    render: () => {
      const phase = 'Importing steaming-milk.mp4'
      const progress = { type: 'progress', phase, fraction: 0.62, secondsLeft: 70 } as const
      jobs.setState({ running: [{ id: 'job', title: phase, progress, cancel: () => {} }] })
      return <JobTray />
    },
  },
]
