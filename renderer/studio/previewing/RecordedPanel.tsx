import { Text } from '@mantine/core'
import type { RefObject } from 'react'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import { plainText } from '../../../shared/model/richtext/text.ts'
import { readRecorded } from './recorded.ts'
import { useRecorded } from './useRecorded.ts'
import classes from './preview.module.css'

/** What the LMS would record of this learner, as it happens. */
export function RecordedPanel({
  url,
  frame,
}: {
  url: string | null
  frame: RefObject<HTMLIFrameElement | null>
}) {
  const message = useRecorded(url, frame)
  const recorded = readRecorded(message?.values ?? {})
  return (
    <aside className={classes.recorded} aria-label="What the LMS records">
      <h2 className={classes.recordedTitle}>What the LMS records</h2>
      <Text size="xs" c="dimmed" mb="md">
        {message === null
          ? 'Nothing yet. It appears here as you go through the module.'
          : message.isCommitted
            ? 'All of it is kept, should the learner leave now.'
            : 'Not committed yet.'}
      </Text>
      {message?.problems.map((problem) => (
        <Notice key={problem} tone="warning">
          {problem}
        </Notice>
      ))}
      <dl className={classes.facts}>
        <Fact name="Status" value={recorded.status} />
        <Fact name="Score" value={recorded.score} />
        <Fact name="Time" value={recorded.time} />
        <Fact name="Kept for resuming" value={`${recorded.kept} of 4,096 characters`} />
      </dl>
      <h3 className={classes.recordedTitle}>Answers</h3>
      {recorded.answers.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      ) : (
        <ol className={classes.answers}>
          {recorded.answers.map(({ id, response, result }, index) => (
            // The same question can be answered twice; the list only grows.
            <li key={index}>
              <QuestionName id={id} />
              <Text size="xs" c="dimmed">
                {[response && `Chose ${response}`, result].filter(Boolean).join(' · ')}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The words of the question with this interaction id, or the id where it is none of ours. */
function QuestionName({ id }: { id: string }) {
  const name = useDocumentState(({ records }) => {
    const record = records[id]
    return record?.type === 'question' ? record.title || plainText(record.stem) : ''
  })
  return (
    <Text size="sm" lineClamp={2}>
      {name || id}
    </Text>
  )
}
