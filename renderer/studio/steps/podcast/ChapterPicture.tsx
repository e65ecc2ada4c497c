import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPhotoOff, IconPhotoPlus, IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { StudioError } from '../../../../shared/errors.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { tellFailure } from '../../ui/tell-failure.tsx'
import type { StepEditorProps } from '../types.ts'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { assetIn, type EditScript } from './podcast-step.ts'
import classes from './podcast.module.css'

/** What a file chooser offers where a picture is asked for. */
const pictureFiles = 'image/png,image/jpeg,image/gif,image/webp,.png,.jpg,.jpeg,.gif,.webp'

/** What a chapter's picture is chosen from. */
export type Pictures = Pick<StepEditorProps<PodcastStep>, 'records' | 'mediaUrl' | 'importMedia'>

/**
 * The picture that players show while a chapter is heard: one that the module has already, or a file. Without one there is only
 * the way to choose it.
 */
export function ChapterPicture({
  index,
  title,
  picture,
  change,
  records,
  mediaUrl,
  importMedia,
}: Pictures & { index: number; title: string; picture: string | undefined; change: EditScript }) {
  const chooseFile = useRef<() => void>(null)
  const shown = assetIn(records, picture ?? null)
  const name = `chapter ${index + 1}${title === '' ? '' : `, “${title}”`}`

  const choose = (id: string) =>
    change('Choose chapter picture', ({ chapters }) => {
      const chapter = chapters[index]
      if (chapter) chapter.picture = id
    })
  async function take(file: File) {
    const asset = await importMedia(file)
    if (asset?.kind === 'image') choose(asset.id)
    else if (asset)
      tellFailure(new StudioError('file-kind-unknown', { name: file.name, accepted: 'pictures' }))
  }

  return (
    <>
      <FileButton accept={pictureFiles} onFile={(file) => void take(file)}>
        {(open) => {
          chooseFile.current = open
          return null
        }}
      </FileButton>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          {/* One button, with a picture or without: it keeps the focus. */}
          <UnstyledButton
            className={shown ? classes.chapterPicture : `${classes.noPicture} ${classes.quiet}`}
            aria-label={shown ? `Picture of ${name}: ${shown.name}` : `Choose a picture for ${name}`}
            title={shown?.name}
          >
            {shown ? <img src={mediaUrl(shown)} alt="" /> : <IconPhotoPlus size={16} />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <PictureItems records={records} mediaUrl={mediaUrl} chosen={picture} onChoose={choose} />
          <Menu.Item leftSection={<IconUpload size={15} />} onClick={() => chooseFile.current?.()}>
            From a file…
          </Menu.Item>
          {picture !== undefined && (
            <Menu.Item
              leftSection={<IconPhotoOff size={15} />}
              onClick={() =>
                change('Remove chapter picture', ({ chapters }) => {
                  delete chapters[index]?.picture
                })
              }
            >
              Remove picture
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** What the module shows already, by name; gathered only while the menu is open. */
function PictureItems({
  records,
  mediaUrl,
  chosen,
  onChoose,
}: Pick<Pictures, 'records' | 'mediaUrl'> & {
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const pictures = Object.values(records)
    .filter((record): record is Asset => record.type === 'asset' && record.kind === 'image')
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <div className={classes.pictures}>
      {pictures.map((asset) => (
        <Menu.Item
          key={asset.id}
          leftSection={<img className={classes.smallPicture} src={mediaUrl(asset)} alt="" />}
          rightSection={asset.id === chosen ? <IconCheck size={15} aria-label="Chosen" /> : null}
          onClick={() => onChoose(asset.id)}
        >
          <span className={classes.pictureName}>{asset.name}</span>
        </Menu.Item>
      ))}
    </div>
  )
}
