import { Icon } from '../frame/Icon.tsx'

/** How much of a recording was played of what must be: the script fills in `sentence`, and `done` in its place once it is enough. */
export function Played({ sentence, done }: { sentence: string; done: string }) {
  return (
    <p className="watched">
      <Icon name="right" />
      <span data-words={sentence} data-done={done} />
    </p>
  )
}
