import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { ChapterPicture, type Pictures } from './ChapterPicture.tsx'
import type { EditScript } from './podcast-step.ts'
import { joinChapter } from './script-actions.ts'
import classes from './podcast.module.css'

/** A chapter's title and picture, edited where they stand. */
export function ChapterTitle({
  title,
  picture,
  index,
  change,
  ...pictures
}: Pictures & { title: string; picture: string | undefined; index: number; change: EditScript }) {
  return (
    <h2 className={classes.chapterTitle}>
      <textarea
        className={classes.field}
        rows={1}
        aria-label={`Title of chapter ${index + 1}`}
        placeholder="Title of this chapter"
        maxLength={300}
        value={title}
        data-chapter={index}
        onChange={(event) => {
          const next = event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ')
          change(
            'Edit chapter title',
            ({ chapters }) => {
              const chapter = chapters[index]
              if (chapter) chapter.title = next
            },
            `chapter:${index}`,
          )
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.blur()
        }}
      />
      <ChapterPicture {...pictures} index={index} title={title} picture={picture} change={change} />
      <Tooltip label="Take the heading away; its lines stay">
        <ActionIcon
          className={classes.quiet}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Take the heading “${title}” away`}
          onClick={() => change('Remove chapter heading', (script) => joinChapter(script, index))}
        >
          <IconX size={15} />
        </ActionIcon>
      </Tooltip>
    </h2>
  )
}
