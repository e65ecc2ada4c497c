import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { BundleFormat } from '../../../shared/contract/publish.ts'
import { targetProfiles } from '../../../shared/lms/profiles.ts'
import { useStudio } from '../app/studio-context.tsx'
import { Notice } from '../ui/Notice.tsx'
import { beforePublishing, Findings } from './Findings.tsx'
import { FormatCards } from './FormatCards.tsx'
import { MadeFor, useTarget } from './MadeFor.tsx'
import { usualTarget } from './target.ts'
import { useFindings } from './useFindings.ts'
import type { Publishing } from './usePublishing.ts'
import classes from './publish.module.css'

/** What to publish and where to. */
export function PublishForm({
  module,
  title,
  publishing,
  onLeave,
}: {
  module: string
  title: string
  publishing: Publishing
  onLeave: () => void
}) {
  const { client, info } = useStudio()
  const target = useTarget()
  const [format, setFormat] = useState<BundleFormat>(
    publishing.request?.format ?? targetProfiles[target].format,
  )
  const [chosen, setChosen] = useState<string | null>(publishing.request?.out ?? null)
  const findings = useFindings(module)
  const out = chosen ?? usualTarget(info.projectsFolder, title, format)
  const { failure } = publishing
  const blocks = findings.list.filter(({ severity }) => severity === 'block').length

  async function choosePlace() {
    const { path } = await client.shell.pickSave({ suggested: out })
    if (path !== null) setChosen(path)
  }

  function changeFormat(next: BundleFormat) {
    // A path the person did not touch follows the format.
    setChosen((before) => before?.replace(`-${format}.zip`, `-${next}.zip`) ?? null)
    setFormat(next)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        publishing.start(title, { module, format, out: out.trim() })
      }}
    >
      <Stack gap="md">
        <Findings findings={findings} titleOf={beforePublishing} onLeave={onLeave} />
        <MadeFor onChange={(target) => changeFormat(targetProfiles[target].format)} />
        <FormatCards value={format} best={targetProfiles[target]} onChange={changeFormat} />
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label="File"
            description="Where the zip goes"
            value={out}
            onChange={(event) => setChosen(event.currentTarget.value)}
            flex={1}
            spellCheck={false}
          />
          {info.can.pickSave && (
            <Button variant="default" onClick={() => void choosePlace()}>
              Choose…
            </Button>
          )}
        </Group>
        {failure && (
          <Notice
            tone="danger"
            actions={
              failure.code === 'file-exists'
                ? [
                    {
                      label: 'Replace it',
                      run: () =>
                        publishing.start(title, { module, format, out: out.trim(), overwrite: true }),
                      isMain: true,
                    },
                  ]
                : []
            }
          >
            {failure.message}
          </Notice>
        )}
        <Group justify="flex-end" className={classes.actions}>
          <Button variant="default" onClick={onLeave}>
            Cancel
          </Button>
          <Button
            type="submit"
            leftSection={<IconSend size={16} />}
            disabled={blocks > 0 || findings.isLoading || out.trim() === ''}
          >
            Publish
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
