import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Module } from '../../../shared/model/module.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { offerUndo } from '../ui/offer-undo.tsx'
import { addOutcome, removeOutcome, setOutcome } from './outcome-actions.ts'
import classes from './inspector.module.css'

/** The outcomes of a module, a line each. */
export function Outcomes({ module }: { module: Module }) {
  const document = useDocument()
  const { edit } = document
  const records = useDocumentState((state) => state.records)
  return (
    <>
      {module.outcomes.map((id, index) => {
        const outcome = records[id]
        if (outcome?.type !== 'outcome') return null
        return (
          <div key={id} className={classes.outcome}>
            <Textarea
              aria-label={`Outcome ${index + 1}`}
              placeholder="Say the price without apologising"
              autosize
              minRows={1}
              maxLength={1000}
              flex={1}
              value={outcome.text}
              onChange={(event) => {
                const text = event.currentTarget.value
                edit('Edit outcome', (draft) => setOutcome(draft, id, text), { mergeKey: `outcome:${id}` })
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={`Remove outcome ${index + 1}`}
              onClick={() => {
                edit('Remove outcome', (draft) => removeOutcome(draft, module.id, id))
                offerUndo(document, 'Remove outcome', 'The outcome was removed.')
              }}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        )
      })}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => edit('Add outcome', (draft) => addOutcome(draft, module.id))}
      >
        Add outcome
      </Button>
    </>
  )
}
