import { Select, Text } from '@mantine/core'

/** One thing an author can choose, and what it means in a sentence. */
export type ExplainedChoice<Value extends string> = { value: Value; label: string; meaning: string }

/** A choice of which each possibility is explained in the list, and the one chosen below the field. */
export function ExplainedSelect<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string
  choices: readonly ExplainedChoice<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  const find = (wanted: string | null) => choices.find((choice) => choice.value === wanted)
  return (
    <Select
      label={label}
      description={find(value)?.meaning}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={value}
      allowDeselect={false}
      comboboxProps={{ width: 300, position: 'bottom-end' }}
      maxDropdownHeight={420}
      renderOption={({ option }) => (
        <span>
          <Text component="span" display="block" size="sm" fw={option.value === value ? 600 : 500}>
            {option.label}
          </Text>
          <Text component="span" display="block" size="xs" c="dimmed">
            {find(option.value)?.meaning}
          </Text>
        </span>
      )}
      onChange={(next) => {
        const choice = find(next)
        if (choice) onChange(choice.value)
      }}
    />
  )
}
