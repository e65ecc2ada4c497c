import type { ReactNode } from 'react'
import { fill, type Words } from '../words/words.ts'
import { Icon } from './Icon.tsx'

export type PlayerFrameProps = {
  /** The module's title. */
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  /** How many steps the module has, and which one is shown, from 0; as many as there are: the results. */
  stepCount: number
  current: number
  children: ReactNode
  /** A sentence about the whole module, above the screen. */
  notice?: ReactNode
  /** The list of steps, in place of the mere count. */
  contents?: ReactNode
  onBack?: (() => void) | undefined
  onNext?: (() => void) | undefined
  hasExit?: boolean
  /** `skip` when going on leaves something unanswered behind. */
  nextWord?: 'next' | 'skip' | 'finish' | 'tryAgain'
  words: Words
}

/**
 * What is around every screen: the module's title, how far one is, and the way back and on. Fills what it is put in, and
 * keeps the words that the script says in many places.
 */
export function PlayerFrame(props: PlayerFrameProps) {
  const { title, language, direction, stepCount, current, children, notice, contents } = props
  const { onBack, onNext, hasExit = false, nextWord = 'next', words } = props
  return (
    <div
      className="morsel"
      lang={language}
      dir={direction}
      data-right={words.right}
      data-partly-right={words.partlyRight}
      data-not-right={words.notRight}
      data-none={words.notAnswered}
      data-choose-first={words.chooseFirst}
      data-done={words.done}
      data-locked={words.locked}
    >
      <div className="frame">
        <header className="header">
          <div className="column">
            <div className="header-line">
              <p className="module-title">{title}</p>
              {contents ??
                (current < stepCount ? (
                  <p className="step-count">
                    {fill(words.stepCount, { number: current + 1, total: stepCount })}
                  </p>
                ) : null)}
              {hasExit ? (
                <button type="button" className="icon-button" data-do="exit" aria-label={words.exit}>
                  <Icon name="notRight" />
                </button>
              ) : null}
            </div>
            <Progress stepCount={stepCount} current={current} />
          </div>
        </header>
        <main className="main">
          <div className="column">
            {notice}
            {children}
          </div>
        </main>
        <footer className="footer">
          <div className="column">
            <output id="reason" className="reason" />
            <div className="footer-line">
              <button
                type="button"
                className="button button-quiet"
                data-do="back"
                hidden={!onBack}
                onClick={onBack}
              >
                <Icon name="back" />
                {words.back}
              </button>
              <button
                type="button"
                className={`button ${nextWord === 'skip' ? 'button-quiet' : 'button-main'} button-next`}
                data-do="next"
                aria-describedby="reason"
                data-next={words.next}
                data-skip={words.skip}
                data-finish={words.finish}
                data-try-again={words.tryAgain}
                hidden={!onNext}
                onClick={onNext}
              >
                <span>{words[nextWord]}</span>
                <Icon name="next" />
              </button>
            </div>
          </div>
        </footer>
      </div>
    </div>
  )
}

function Progress({ stepCount, current }: { stepCount: number; current: number }) {
  const parts = Array.from({ length: stepCount }, (_, place) => place)
  return (
    <div className="progress" aria-hidden="true">
      {parts.map((place) => (
        <span key={place} className={place <= current ? 'progress-part is-reached' : 'progress-part'} />
      ))}
    </div>
  )
}
