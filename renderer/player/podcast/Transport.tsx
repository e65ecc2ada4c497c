import { clock, timeInWords } from '../recording/times.ts'
import { fill, type Words } from '../words/words.ts'

/**
 * Where the episode is, and the buttons that move it. They stand from left to right in every language, as on all players:
 * what they show is the direction of the recording and not of reading.
 */
export function Transport({ seconds, language, words }: { seconds: number; language: string; words: Words }) {
  const total = timeInWords(seconds, language)
  return (
    <div className="transport" dir="ltr">
      <input
        type="range"
        className="seek"
        min="0"
        max={Math.floor(seconds)}
        defaultValue="0"
        aria-label={words.position}
        aria-valuetext={fill(words.positionOf, { time: timeInWords(0, language), total })}
        data-words={fill(words.positionOf, { time: '{time}', total })}
      />
      <p className="times" aria-hidden="true">
        <span className="time-played">{clock(0)}</span>
        <span className="time-left">{`−${clock(seconds)}`}</span>
      </p>
      <div className="transport-buttons">
        <Skip by={-15} label={words.back15} path="M12 5a8 8 0 1 1-8 8M15 2l-3 3 3 3" />
        <button
          type="button"
          className="play"
          aria-label={words.play}
          data-play={words.play}
          data-pause={words.pause}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path className="glyph-play" d="M8 5v14l11-7z" />
            <path className="glyph-pause" d="M6.5 5h4v14h-4zM13.5 5h4v14h-4z" />
          </svg>
        </button>
        <Skip by={15} label={words.forward15} path="M12 5a8 8 0 1 0 8 8M9 2l3 3-3 3" />
      </div>
    </div>
  )
}

function Skip({ by, label, path }: { by: number; label: string; path: string }) {
  return (
    <button type="button" className="skip" data-by={by} aria-label={label}>
      <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
        <text x="12" y="16">
          {Math.abs(by)}
        </text>
      </svg>
    </button>
  )
}
