import {
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconStrikethrough,
} from '@tabler/icons-react'
import { useRef } from 'react'
import type { Mark } from '../../../../shared/model/richtext/schema.ts'
import { textTools, useActiveText, useHasText } from '../active.ts'
import { toggleList, toggleMark } from '../commands.ts'
import { StyleMenu } from './StyleMenu.tsx'
import { ToolButton } from './ToolButton.tsx'
import { useRovingFocus } from './useRovingFocus.ts'
import { useSelectionState } from './useSelectionState.ts'
import classes from './toolbar.module.css'

const marks: { mark: Mark; label: string; icon: typeof IconBold; keys: string }[] = [
  { mark: 'bold', label: 'Bold', icon: IconBold, keys: 'mod+B' },
  { mark: 'italic', label: 'Italic', icon: IconItalic, keys: 'mod+I' },
  { mark: 'strike', label: 'Strikethrough', icon: IconStrikethrough, keys: 'mod+shift+X' },
  { mark: 'code', label: 'Code', icon: IconCode, keys: 'mod+E' },
]
const lists = [
  { list: 'bullet', label: 'Bulleted list', icon: IconList, keys: 'mod+shift+8' },
  { list: 'number', label: 'Numbered list', icon: IconListNumbers, keys: 'mod+shift+7' },
] as const

/**
 * The tools for the text that is being written, always in the same place above the phone; there only where there is text.
 * Alt+F10 goes to it from the text, arrows go along it, Escape goes back.
 */
export function TextToolbar() {
  const hasText = useHasText()
  return hasText ? <Tools /> : null
}

function Tools() {
  const active = useActiveText()
  const editor = active?.editor ?? null
  const state = useSelectionState(editor)
  const files = useRef<HTMLInputElement>(null)
  const { ref, onKeyDown, tabIndexOf } = useRovingFocus(() => editor?.focus())
  const hasBlocks = active?.mode === 'blocks'
  return (
    <div
      ref={ref}
      className={classes.bar}
      role="toolbar"
      aria-label="Text"
      tabIndex={-1}
      data-text-toolbar
      data-idle={!active || undefined}
      onKeyDown={onKeyDown}
      {...textTools}
    >
      <StyleMenu editor={hasBlocks ? editor : null} block={state.block} tabIndex={tabIndexOf(0)} />
      <span className={classes.gap} />
      {marks.map(({ mark, ...tool }, index) => (
        <ToolButton
          key={mark}
          {...tool}
          isOn={state.marks.includes(mark)}
          isEnabled={active !== null}
          tabIndex={tabIndexOf(1 + index)}
          onPress={() => editor && toggleMark(editor, mark)}
        />
      ))}
      <ToolButton
        label="Link"
        icon={IconLink}
        keys="mod+K"
        isOn={state.isLink}
        isEnabled={active !== null && state.canLink}
        tabIndex={tabIndexOf(1 + marks.length)}
        onPress={() => active?.openLink()}
      />
      <span className={classes.gap} />
      {lists.map(({ list, ...tool }, index) => (
        <ToolButton
          key={list}
          {...tool}
          isOn={state.list === list}
          isEnabled={hasBlocks}
          tabIndex={tabIndexOf(2 + marks.length + index)}
          onPress={() => editor && toggleList(editor, list, state.list === list)}
        />
      ))}
      <ToolButton
        label="Picture"
        icon={IconPhoto}
        isEnabled={hasBlocks}
        tabIndex={tabIndexOf(2 + marks.length + lists.length)}
        onPress={() => files.current?.click()}
      />
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="Pictures"
        onChange={(event) => {
          active?.insertPictures([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
