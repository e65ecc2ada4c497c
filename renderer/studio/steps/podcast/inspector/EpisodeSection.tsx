import { Button, Text } from '@mantine/core'
import { IconWaveSine } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { saysSomething } from '../../../../../shared/podcast/episode-state.ts'
import { madeFrom } from '../../../../../shared/podcast/made-from.ts'
import type { Dictionary } from '../../../../../shared/podcast/spoken-script.ts'
import { Section } from '../../../inspector/Section.tsx'
import { inBytes } from '../../../ui/bytes.ts'
import type { StepEditorProps } from '../../types.ts'
import { clock } from '../../../../player/views.ts'
import { assetIn, dictionaryIn } from '../podcast-step.ts'
import { SaveMenu } from '../take-out/SaveMenu.tsx'
import { useRender } from '../useRender.ts'
import { LevelsTable } from './LevelsTable.tsx'

/** What was rendered, whether it still says what the script does, and the way to render it. */
export function EpisodeSection(props: StepEditorProps<PodcastStep>) {
  const { step, records, mediaUrl } = props
  const { episode } = step
  const { isRendering, render } = useRender(props)
  const asset = assetIn(records, episode?.audio ?? null)
  const isCurrent = useIsCurrent(step, dictionaryIn(records))
  const isSilent = !saysSomething(step.script)
  return (
    <Section title="Episode">
      {episode === null ? (
        <Text size="sm" c="dimmed">
          {isSilent
            ? 'Draft or write the script on the phone first.'
            : 'Not rendered yet: learners hear nothing until it is.'}
        </Text>
      ) : (
        <>
          <Text size="sm" {...(isCurrent ? {} : { c: 'var(--studio-warning-text)' })}>
            {isCurrent
              ? `Rendered: ${clock(episode.seconds)}${asset ? `, ${inBytes(asset.bytes)}` : ''}.`
              : 'The script was changed since: learners still hear what it said before.'}
          </Text>
          <LevelsTable episode={episode} />
        </>
      )}
      <Button
        leftSection={<IconWaveSine size={16} />}
        variant={isCurrent ? 'default' : 'filled'}
        disabled={isSilent}
        loading={isRendering}
        onClick={() => void render()}
      >
        {episode === null ? 'Render episode' : 'Render again'}
      </Button>
      {asset && episode && (
        <SaveMenu
          key={step.id}
          step={step}
          asset={asset}
          address={mediaUrl(asset)}
          episode={episode}
          isCurrent={isCurrent}
        />
      )}
    </Section>
  )
}

/** Whether the episode is what the script would become now. Hashing an hour of words must not hold typing up. */
function useIsCurrent(step: PodcastStep, dictionary: Dictionary): boolean {
  const { script, bitrate, sampleRate, title, episode } = useDeferredValue(step)
  return useMemo(
    () => episode?.madeFrom === madeFrom({ script, bitrate, sampleRate, title }, dictionary),
    [script, bitrate, sampleRate, title, episode, dictionary],
  )
}
