import { notifications } from '@mantine/notifications'
import type { StudioError } from '../../../shared/errors.ts'

/** Says what went wrong until the person takes it off the screen. For failures that belong to no place on it. */
export function tellFailure(error: StudioError): void {
  notifications.show({
    color: 'red',
    message: error.message,
    autoClose: false,
    withCloseButton: true,
    role: 'alert',
  })
}
