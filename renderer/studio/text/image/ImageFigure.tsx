import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconPencil, IconPhotoOff } from '@tabler/icons-react'
import { CLICK_COMMAND, COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND, mergeRegister } from 'lexical'
import { useEffect } from 'react'
import type { Image } from '../../../../shared/model/richtext/schema.ts'
import { textTools } from '../active.ts'
import { useTextEnvironment } from '../environment.ts'
import { AltFields } from './AltFields.tsx'
import { useImageEditing } from './image-editing.ts'
import classes from './image.module.css'

type ImageFigureProps = {
  nodeKey: string
  image: Image
  onChange: (part: Partial<Image>) => void
  onRemove: () => void
}

/** A picture as the learner sees it, with the words that stand in for it one press away, and asked for when missing. */
export function ImageFigure({ nodeKey, image, onChange, onRemove }: ImageFigureProps) {
  const [editor] = useLexicalComposerContext()
  const [isSelected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey)
  const { open, setOpen } = useImageEditing()
  const isOpen = open === nodeKey
  const isMissing = !image.decorative && image.alt.trim() === ''

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          CLICK_COMMAND,
          (event) => {
            const element = editor.getElementByKey(nodeKey)
            if (!(event.target instanceof Node) || !element?.contains(event.target)) return false
            clearSelection()
            setSelected(true)
            return true
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => {
            if (!isSelected) return false
            event?.preventDefault()
            setOpen(nodeKey)
            return true
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor, nodeKey, isSelected, setSelected, clearSelection, setOpen],
  )

  function close() {
    setOpen(null)
    goBack()
  }

  /** To the text, with the picture selected, wherever the popover was opened from. Waits for it to let go of the focus. */
  function goBack() {
    editor.focus()
    requestAnimationFrame(() => {
      const text = editor.getRootElement()
      if (!text || text.contains(document.activeElement)) return
      text.focus({ preventScroll: true })
      setSelected(true)
    })
  }

  function remove() {
    setOpen(null)
    onRemove()
    goBack()
  }

  return (
    <div
      className={classes.figure}
      data-selected={isSelected || undefined}
      data-missing={isMissing || undefined}
      data-picture={image.asset}
    >
      <Picture image={image} />
      <Popover
        opened={isOpen}
        onChange={(next) => (next ? setOpen(nodeKey) : close())}
        width={320}
        trapFocus
        withArrow
        shadow="md"
        position="bottom-start"
      >
        <Popover.Target>
          <button type="button" className={classes.words} onClick={() => setOpen(nodeKey)}>
            {isMissing ? <IconAlertTriangle size={15} aria-hidden /> : <IconPencil size={14} aria-hidden />}
            {isMissing ? 'Describe this picture' : image.decorative ? 'Decorative' : 'Alternative text'}
          </button>
        </Popover.Target>
        <Popover.Dropdown {...textTools}>
          <AltFields image={image} onChange={onChange} onDone={close} onRemove={remove} />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function Picture({ image }: { image: Image }) {
  const { asset, mediaUrl } = useTextEnvironment()
  const record = asset(image.asset)
  if (!record)
    return (
      <div className={classes.gone}>
        <IconPhotoOff size={22} stroke={1.6} aria-hidden />
        This picture is no longer in the project. Remove it, or insert it again.
      </div>
    )
  return (
    <img
      src={mediaUrl(record)}
      alt={image.decorative ? '' : image.alt}
      {...(record.width && record.height ? { width: record.width, height: record.height } : {})}
      draggable={false}
    />
  )
}
