import { Center, Loader, Stack, Text } from '@mantine/core'

/** A whole page that waits for something short. */
export function LoadingScreen({ what }: { what: string }) {
  return (
    <Center h="100vh" role="status">
      <Stack align="center" gap="sm">
        <Loader size="sm" type="dots" />
        <Text c="dimmed">{what}…</Text>
      </Stack>
    </Center>
  )
}
