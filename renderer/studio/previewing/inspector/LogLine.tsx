import { IconAlertTriangle } from '@tabler/icons-react'
import type { PreviewCall } from '../../../../shared/bundle/preview-messages.ts'
import type { LogEntry } from '../words/log.ts'
import classes from './inspector.module.css'

/** One line in plain words; open, the calls behind it as they were. */
export function LogLine({ entry: { words, why, kind, at, calls } }: { entry: LogEntry }) {
  const time = new Date(at).toLocaleTimeString('en-GB')
  if (kind === 'visit')
    return (
      <li className={classes.visit}>
        <span>{words}</span>
        <time className={classes.time}>{time}</time>
      </li>
    )
  return (
    <li className={classes.line} data-kind={why === null ? kind : 'refused'}>
      <details>
        <summary className={classes.words}>
          <span>
            {why !== null && (
              <>
                <IconAlertTriangle size={14} className={classes.warning} aria-hidden />
                <span className={classes.refused}>Refused: </span>
              </>
            )}
            {words}
          </span>
          <time className={classes.time}>{time}</time>
        </summary>
        {calls.map((call) => (
          <RawCall key={call.number} call={call} />
        ))}
      </details>
      {why !== null && <p className={classes.why}>{why}</p>}
    </li>
  )
}

function RawCall({ call: { method, element, value, result, error } }: { call: PreviewCall }) {
  return (
    <dl className={classes.raw}>
      <Part name="Call" value={method} />
      {element !== '' && <Part name="Element" value={element} />}
      {value !== '' && <Part name="Value" value={value} />}
      <Part name="Answer" value={result === '' ? 'empty' : result} />
      {error !== '0' && <Part name="Error" value={error} />}
    </dl>
  )
}

function Part({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
