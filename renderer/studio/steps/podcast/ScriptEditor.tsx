import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { Line } from '../../../../shared/podcast/script.ts'
import { later } from '../../ui/later.tsx'
import type { StepEditorProps } from '../types.ts'
import { ChapterTitle } from './ChapterTitle.tsx'
import { focusLine } from './focus.ts'
import { LineEditor } from './LineEditor.tsx'
import { assetIn, scriptEditor } from './podcast-step.ts'
import { addLine } from './script-actions.ts'
import { RedraftMenu } from './RedraftMenu.tsx'
import { StaleNotice } from './StaleNotice.tsx'
import { useCaptions } from './useCaptions.ts'
import { useListen } from './useListen.ts'
import { useStale } from './useStale.ts'
import classes from './podcast.module.css'

const RecordDialog = later(() => import('./record/RecordDialog.tsx').then((code) => code.RecordDialog))

/** The script, chapter by chapter and line by line, as the learner will read along. */
export function ScriptEditor(props: StepEditorProps<PodcastStep>) {
  const { step, records, edit, mediaUrl, importMedia } = props
  const { script } = step
  const hear = useListen(step.id, mediaUrl)
  const captionsOf = useCaptions(records, mediaUrl)
  const stale = useStale(script, records, captionsOf)
  const change = useMemo(() => scriptEditor(edit, step.id), [edit, step.id])
  const [recording, setRecording] = useState<number | null>(null)
  const lines = script.chapters.flatMap((chapter) => chapter.lines)
  const recorded = lines.find(({ place }) => place === recording)
  const next = lines
    .slice(lines.findIndex(({ place }) => place === recording) + 1)
    .find((line) => line.kind === 'speech')

  function add() {
    let place: number | null = null
    change('Add line', (record) => {
      place = addLine(record, null)
    })
    if (place !== null) focusLine(place)
  }

  return (
    <section aria-label="Script" className={classes.script} lang={script.language}>
      <StaleNotice stale={stale} change={change} />
      {script.chapters.map((chapter, index) => (
        // Chapters have no name of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.chapter}>
          {chapter.title !== null && (
            <ChapterTitle
              title={chapter.title}
              picture={chapter.picture}
              index={index}
              change={change}
              records={records}
              mediaUrl={mediaUrl}
              importMedia={importMedia}
            />
          )}
          <ol className={classes.lines}>
            {chapter.lines.map((line, at) => (
              <li key={line.place}>
                <LineEditor
                  line={line}
                  speakers={script.speakers}
                  isFollowing={isSameSpeaker(line, chapter.lines[at - 1])}
                  asset={line.kind === 'clip' ? assetIn(records, line.file) : null}
                  redrafted={stale.get(line.place)}
                  change={change}
                  hear={hear}
                  importMedia={importMedia}
                  onRecord={setRecording}
                />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {recorded && recorded.kind !== 'pause' && (
        <RecordDialog
          {...props}
          key={recorded.place}
          line={recorded}
          number={lines.indexOf(recorded) + 1}
          onClose={() => setRecording(null)}
          onNext={next ? () => setRecording(next.place) : undefined}
        />
      )}
      <div className={classes.foot}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={15} />}
          onClick={add}
        >
          Add line
        </Button>
        <RedraftMenu {...props} />
      </div>
    </section>
  )
}

function isSameSpeaker(line: Line, before: Line | undefined): boolean {
  return (
    before !== undefined &&
    before.kind !== 'pause' &&
    line.kind !== 'pause' &&
    before.speaker === line.speaker
  )
}
