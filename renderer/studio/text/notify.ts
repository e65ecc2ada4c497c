import { notifications } from '@mantine/notifications'

/** Says something about what was just tried, in a corner that does not stand in the way. */
export function notify(message: string): void {
  notifications.show({ message, autoClose: 8000, withCloseButton: true, role: 'status' })
}
