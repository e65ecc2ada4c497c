import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { TablePlugin } from '@lexical/react/LexicalTablePlugin'
import { useMemo, useState } from 'react'
import { type InlineText, isSafeHref, type RichText } from '../../../shared/model/richtext/schema.ts'
import { Behaviour, type LineKeys } from './Behaviour.tsx'
import { $setRichText } from './convert/to-lexical.ts'
import { useTextEnvironment } from './environment.ts'
import { ImageEditingContext } from './image/image-editing.ts'
import { LinkPopover } from './link/LinkPopover.tsx'
import { textNodes, textTheme } from './nodes/index.ts'
import type { TextEdit } from './sync/sync.ts'
import './text.css'

type CommonProps = {
  /** What this text is, for those who cannot see where it stands. */
  label: string
  /** Shown where nothing is written yet. */
  placeholder: string
  autoFocus?: boolean
}
export type BlocksEditorProps = CommonProps & {
  mode: 'blocks'
  /** Whether it is all there is on the screen: then the empty space below is for writing too. */
  isTall?: boolean
  value: RichText
  onChange: (value: RichText, edit: TextEdit) => void
}
export type InlineEditorProps = CommonProps & {
  mode: 'inline'
  value: InlineText
  onChange: (value: InlineText, edit: TextEdit) => void
} & LineKeys

/**
 * Text edited as the learner will read it: a page of blocks, or one line. What is written goes out through `onChange` with
 * the undo step it belongs to, and what comes in as `value` from elsewhere is shown at once. It keeps no history of its
 * own. Needs a `TextEnvironmentContext` around it, and `TextToolbar` somewhere on the screen.
 */
export function RichTextEditor(props: BlocksEditorProps | InlineEditorProps) {
  const { mode, label, placeholder } = props
  const { language, words } = useTextEnvironment()
  const richText = useBlocks(props)
  const [openImage, setOpenImage] = useState<string | null>(null)
  const [isLinking, setLinking] = useState(false)
  const imageEditing = useMemo(() => ({ open: openImage, setOpen: setOpenImage }), [openImage])
  const [config] = useState(() => ({
    namespace: 'morsel',
    nodes: textNodes,
    theme: textTheme(words),
    editorState: () => $setRichText(richText),
    onError: (error: Error) => {
      throw error
    },
  }))
  return (
    <div
      className={mode === 'inline' ? 'editable editable-inline' : 'editable'}
      data-tall={(mode === 'blocks' && props.isTall) || undefined}
    >
      <LexicalComposer initialConfig={config}>
        <ImageEditingContext value={imageEditing}>
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className={mode === 'blocks' ? 'content' : ''}
                lang={language}
                ariaLabel={label}
                ariaMultiline={mode === 'blocks'}
                aria-placeholder={placeholder}
                placeholder={<div className="editable-placeholder">{placeholder}</div>}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
          <LinkPlugin validateUrl={isSafeHref} />
          {mode === 'blocks' && (
            <>
              <ListPlugin />
              <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} hasHorizontalScroll />
            </>
          )}
          <Behaviour
            {...props}
            richText={richText}
            onImage={setOpenImage}
            openLink={() => setLinking(true)}
          />
          {isLinking && <LinkPopover onClose={() => setLinking(false)} />}
        </ImageEditingContext>
      </LexicalComposer>
    </div>
  )
}

/** The value as blocks: a line is one paragraph. */
function useBlocks({ mode, value }: BlocksEditorProps | InlineEditorProps): RichText {
  return useMemo(() => {
    if (mode === 'blocks') return value as RichText
    return value.length > 0 ? [{ type: 'paragraph', children: value as InlineText }] : []
  }, [mode, value])
}
