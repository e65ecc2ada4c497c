import { Button, Center, Stack, Text, Title } from '@mantine/core'

/** A whole page that says what stands in the way, and what to do. */
export function SentenceScreen({
  title,
  sentence,
  action,
}: {
  title: string
  sentence: string
  action: { label: string; run: () => void }
}) {
  return (
    <Center component="main" h="100vh" p="xl">
      <Stack align="flex-start" maw={520} gap="md">
        <Title order={1}>{title}</Title>
        <Text role="alert">{sentence}</Text>
        <Button onClick={action.run}>{action.label}</Button>
      </Stack>
    </Center>
  )
}
