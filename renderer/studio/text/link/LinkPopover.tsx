import { $isLinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical'
import { useEffect, useState } from 'react'
import { isSafeHref } from '../../../../shared/model/richtext/schema.ts'
import { textTools } from '../active.ts'
import { setLink } from '../commands.ts'
import { showKeptSelection } from './kept-selection.ts'

/** Asks for the address of the selected words, right below them. Mounted while it is open. */
export function LinkPopover({ onClose }: { onClose: () => void }) {
  const [editor] = useLexicalComposerContext()
  const [{ before, place }] = useState(() =>
    editor.read(() => ({ before: $selectedHref(), place: selectedPlace() })),
  )
  const [href, setHref] = useState(before ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => showKeptSelection(), [])

  function close() {
    onClose()
    editor.focus()
  }

  function set(next: string | null) {
    setLink(editor, next)
    close()
  }

  function submit() {
    const full = withScheme(href.trim())
    if (isSafeHref(full)) set(full)
    else if (href.trim() === '') setProblem('Type where the link leads, for example https://example.org.')
    else
      setProblem(
        'A link leads to a web page (https://…), a mail address (mailto:…) or a telephone number (tel:…).',
      )
  }

  return (
    <Popover opened onChange={(isOpen) => !isOpen && close()} width={320} trapFocus withArrow shadow="md">
      <Popover.Target>
        <span aria-hidden style={{ position: 'fixed', pointerEvents: 'none', ...place }} />
      </Popover.Target>
      <Popover.Dropdown {...textTools} aria-label="Link" aria-labelledby={undefined}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Stack gap="sm">
            <TextInput
              label="Link to"
              placeholder="https://"
              value={href}
              error={problem}
              data-autofocus
              data-own-undo
              onChange={(event) => {
                setHref(event.currentTarget.value)
                setProblem(null)
              }}
            />
            <Group justify={before === null ? 'flex-end' : 'space-between'}>
              {before !== null && (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => set(null)}>
                  Remove link
                </Button>
              )}
              <Button size="compact-sm" type="submit">
                {before === null ? 'Add link' : 'Change link'}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

/** `example.org/page` means the web page; `name@example.org` the mail address. */
function withScheme(href: string): string {
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(href)) return `mailto:${href}`
  if (/^[^\s:/]+\.[^\s:/]{2,}(\/\S*)?$/.test(href)) return `https://${href}`
  return href
}

function $selectedHref(): string | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return $findMatchingParent(selection.anchor.getNode(), $isLinkNode)?.getURL() ?? null
}

/** Where the selection is on the screen. */
function selectedPlace() {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const { left, top, width, height } = range?.getBoundingClientRect() ?? new DOMRect()
  return { left, top, width, height }
}
