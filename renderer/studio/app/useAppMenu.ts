import { useEffect } from 'react'
import type { StudioClient } from '../../../shared/contract/index.ts'
import { desktopBridge } from '../client/bridge.ts'
import type { Session } from './session.ts'

/** What the desktop menu asks of projects, on the start screen and in the editor alike. */
export function useAppMenu(client: StudioClient, session: Session): void {
  useEffect(() => {
    async function choose() {
      const { path } = await client.shell.pickProject()
      if (path !== null && (await session.close())) await session.open(path)
    }
    return desktopBridge()?.onMenuCommand((command) => {
      if (command === 'open-project') void choose()
      if (command === 'new-project' || command === 'close-project') void session.close()
    })
  }, [client, session])
}
