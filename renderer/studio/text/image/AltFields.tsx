import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Image } from '../../../../shared/model/richtext/schema.ts'

type AltFieldsProps = {
  image: Image
  onChange: (part: Partial<Image>) => void
  onDone: () => void
  onRemove: () => void
}

/** What a picture says to those who do not see it, or that it says nothing. */
export function AltFields({ image, onChange, onDone, onRemove }: AltFieldsProps) {
  const isMissing = !image.decorative && image.alt.trim() === ''
  return (
    <Stack gap="sm">
      <Textarea
        label="Alternative text"
        description="What the picture tells, for those who do not see it."
        placeholder="A nurse rubs her hands palm to palm"
        autosize
        minRows={2}
        maxRows={6}
        value={image.alt}
        disabled={image.decorative}
        data-autofocus={!image.decorative || undefined}
        onChange={(event) => onChange({ alt: event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ') })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDone()
        }}
      />
      <Checkbox
        label="Decorative: adds nothing to the words"
        checked={image.decorative}
        onChange={(event) => onChange({ decorative: event.currentTarget.checked })}
      />
      <Group justify="space-between">
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} />}
          onClick={onRemove}
        >
          Remove
        </Button>
        <Button size="compact-sm" variant={isMissing ? 'default' : 'filled'} onClick={onDone}>
          {isMissing ? 'Later' : 'Done'}
        </Button>
      </Group>
    </Stack>
  )
}
