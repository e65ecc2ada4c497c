import { StudioError } from '../../../shared/errors.ts'
import { StartScreen } from '../start/StartScreen.tsx'
import { LoadingScreen } from '../ui/LoadingScreen.tsx'
import { SentenceScreen } from '../ui/SentenceScreen.tsx'
import { emptyProject } from './fixtures.ts'
import type { MemoryOptions } from './memory-client.ts'
import { Scene, type Setting } from './Scene.tsx'
import type { Story } from './story.ts'

const now = Date.now()
const day = 86_400_000
const recent = [
  {
    path: '/home/ada/Morsel/Barista basics.morsel',
    title: 'Barista basics',
    openedAt: now,
    isMissing: false,
  },
  {
    path: '/home/ada/Morsel/Fire safety.morsel',
    title: 'Fire safety',
    openedAt: now - day,
    isMissing: false,
  },
  {
    path: '/media/usb/A project with a long name that was on a stick.morsel',
    title: 'A project with a long name that was on a stick',
    openedAt: now - 9 * day,
    isMissing: true,
  },
]

function start(
  name: string,
  options: Omit<MemoryOptions, 'records'>,
  prepare?: (setting: Setting) => void,
): Story {
  const all = { records: emptyProject, ...options }
  return {
    name: `Start: ${name}`,
    render: () => (
      <Scene options={all} {...(prepare ? { prepare } : {})}>
        {({ session }) => <StartScreen session={session} />}
      </Scene>
    ),
  }
}

export const startStories: readonly Story[] = [
  start('the first time', {}),
  start('with recent projects and dialogs', { recent, canPick: true }),
  start('a project could not be opened', { recent }, ({ session }) =>
    session.state.setState({
      failure: new StudioError('project-locked', { path: '/home/ada/Fire safety.morsel' }),
    }),
  ),
  start('the sample is being built', {}, ({ session }) => {
    const progress = {
      type: 'progress',
      phase: 'Building the second module',
      fraction: 0.4,
      secondsLeft: 6,
    } as const
    session.state.setState({ busy: { what: 'Building the sample project', progress, cancel: () => {} } })
  }),
  { name: 'Waiting', render: () => <LoadingScreen what="Starting the studio" /> },
  {
    name: 'The core does not answer',
    render: () => (
      <SentenceScreen
        title="The studio could not start"
        sentence={new StudioError('studio-unreachable', { problem: 'Failed to fetch' }).message}
        action={{ label: 'Try again', run: () => {} }}
      />
    ),
  },
]
