import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconHeading,
  IconHourglass,
  IconMusicPlus,
  IconPlus,
  IconRobot,
  IconTrash,
} from '@tabler/icons-react'
import { useRef } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { ClipLine, SpeechLine } from '../../../../shared/podcast/script.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { focusLine } from './focus.ts'
import type { EditScript } from './podcast-step.ts'
import {
  addClip,
  addLine,
  addPause,
  moveLine,
  removeLine,
  startChapter,
  unrecordLine,
} from './script-actions.ts'
import { importSound, soundFiles } from './sound-files.ts'

/** What else can be done with a line. */
export function LineMenu({
  line,
  change,
  importMedia,
}: {
  line: SpeechLine | ClipLine
  change: EditScript
  importMedia: (file: File) => Promise<Asset | null>
}) {
  const { place } = line
  const chooseFile = useRef<() => void>(null)

  async function take(file: File) {
    const asset = await importSound(file, importMedia)
    if (asset) change('Add recording', (script) => void addClip(script, place, asset.id))
  }
  function after(label: string, add: typeof addLine | typeof addPause) {
    let added: number | null = null
    change(label, (script) => {
      added = add(script, place)
    })
    if (added !== null && add === addLine) focusLine(added)
  }

  return (
    <>
      <FileButton accept={soundFiles} onFile={(file) => void take(file)}>
        {(choose) => {
          chooseFile.current = choose
          return null
        }}
      </FileButton>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label="More for this line">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {line.kind === 'clip' && (
            <Menu.Item
              leftSection={<IconRobot size={15} />}
              disabled={line.text === null}
              onClick={() => change('Use voice', (script) => unrecordLine(script, place))}
            >
              Let a voice say it
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => after('Add line', addLine)}>
            Add line below
          </Menu.Item>
          <Menu.Item leftSection={<IconHourglass size={15} />} onClick={() => after('Add pause', addPause)}>
            Add pause below
          </Menu.Item>
          <Menu.Item leftSection={<IconMusicPlus size={15} />} onClick={() => chooseFile.current?.()}>
            Add a recording below…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHeading size={15} />}
            onClick={() => change('Start chapter', (script) => startChapter(script, place))}
          >
            Start a chapter here
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowUp size={15} />}
            onClick={() => change('Move line', (script) => moveLine(script, place, -1))}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={15} />}
            onClick={() => change('Move line', (script) => moveLine(script, place, 1))}
          >
            Move down
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} />}
            onClick={() => change('Delete line', (script) => removeLine(script, place))}
          >
            Delete line
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
