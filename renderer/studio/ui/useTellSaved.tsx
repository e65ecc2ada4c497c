import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useStudio } from '../app/studio-context.tsx'

/** Says what was written and where, with a way to it where the shell has one. */
export function useTellSaved(): (sentence: string, file: string) => void {
  const { client, info } = useStudio()
  return (sentence, file) => {
    notifications.show({
      autoClose: 12_000,
      withCloseButton: true,
      color: 'gray',
      title: sentence,
      message: (
        <Stack gap={8} align="flex-start">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file}
          </Text>
          {info.can.reveal && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void client.shell.reveal({ path: file })}
            >
              Show in folder
            </Button>
          )}
        </Stack>
      ),
    })
  }
}
