import { StudioError } from '../../../shared/errors.ts'
import { TakeOutSheet } from '../steps/podcast/take-out/TakeOutSheet.tsx'
import type { TakingOut } from '../steps/podcast/take-out/useTakeOut.ts'
import { lesson } from './fixtures.ts'
import { Scene } from './Scene.tsx'
import type { Story } from './story.ts'

const out = '/home/ada/Morsel/Published/Listen instead.m4a'
const still = {
  request: null,
  isRunning: false,
  result: null,
  failure: null,
  start: () => {},
  reset: () => {},
  watched: () => {},
}
const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.listen' }

function episode(name: string, state: Partial<TakingOut>): Story {
  return {
    name: `Episode as a file: ${name}`,
    render: () => (
      <Scene options={options} selection={selection}>
        {() => (
          <TakeOutSheet
            step="milk.listen"
            title="Listen instead"
            format="m4a"
            suggested={out}
            takingOut={{ ...still, ...state }}
            onClose={() => {}}
          />
        )}
      </Scene>
    ),
  }
}

/** What is taken out of the studio, but for packages. */
export const takeOutStories: readonly Story[] = [
  episode('where to', {}),
  episode('there is a file already', { failure: new StudioError('file-exists', { path: out }) }),
  episode('under way', { isRunning: true, request: { step: 'milk.listen', format: 'm4a', out } }),
]
