import { Text, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import type { Image } from '../../../../shared/model/richtext/schema.ts'
import type { PageStep } from '../../../../shared/model/steps/page.ts'
import { Section } from '../../inspector/Section.tsx'
import { languageOf } from '../language.ts'
import type { StepEditorProps } from '../types.ts'
import { countWords, readingTime } from './reading.ts'
import classes from './page.module.css'

/** How long the page is, and what its pictures lack. */
export function PageInspector({ step, records }: StepEditorProps<PageStep>) {
  const language = languageOf(records, step.id)
  // Counting goes over the whole page: the letters just typed come first.
  const body = useDeferredValue(step.body)
  const words = useMemo(() => countWords(body, language), [body, language])
  const missing = step.body.filter(
    (block): block is Image => block.type === 'image' && !block.decorative && block.alt.trim() === '',
  )
  return (
    <>
      <Section title="Reading">
        <Text size="sm">
          {words === 0
            ? 'Nothing to read yet.'
            : `${words} ${words === 1 ? 'word' : 'words'}, ${readingTime(words)} to read.`}
        </Text>
      </Section>
      {missing.length > 0 && (
        <Section title="Pictures without a description">
          <ul className={classes.missing}>
            {missing.map(({ asset }, index) => {
              const record = records[asset]
              return (
                <li key={`${asset} ${index}`}>
                  <UnstyledButton className={classes.picture} onClick={() => showPicture(asset)}>
                    <IconAlertTriangle size={15} aria-hidden />
                    <span>{record?.type === 'asset' ? record.name : 'A picture that is no longer here'}</span>
                  </UnstyledButton>
                </li>
              )
            })}
          </ul>
          <Text size="xs" c="dimmed">
            Say in a few words what each shows, or mark it decorative. Publishing waits for it.
          </Text>
        </Section>
      )}
    </>
  )
}

/** Brings the first picture of `asset` that lacks its words into view, on the button that asks for them. */
function showPicture(asset: string): void {
  const button = document.querySelector<HTMLElement>(
    `[data-picture="${CSS.escape(asset)}"][data-missing] button`,
  )
  button?.scrollIntoView({ block: 'center' })
  button?.click()
}
