import { StudioError } from '../../../shared/errors.ts'
import { operations } from '../implement.ts'
import type { Ports } from '../ports.ts'
import { doctor, type Tools } from './doctor.ts'

/** The operations on what only a shell can do. */
export function shellHandlers(ports: Ports, tools: Tools) {
  const { dialogs } = ports
  return {
    info: operations.shell.info.handler(() => ({
      version: ports.version,
      shell: ports.shell,
      can: {
        pickProject: Boolean(dialogs.pickProject),
        pickMedia: Boolean(dialogs.pickMedia),
        pickSave: Boolean(dialogs.pickSave),
        pickFolder: Boolean(dialogs.pickFolder),
        reveal: Boolean(dialogs.reveal),
      },
      projectsFolder: ports.paths.projects,
      mediaBase: ports.mediaBase(),
      previewOrigin: ports.previewOrigin(),
    })),
    doctor: operations.shell.doctor.handler(() => doctor(tools, ports.notes?.() ?? [])),
    pickProject: operations.shell.pickProject.handler(async () => {
      if (!dialogs.pickProject)
        throw unsupported('Choosing a folder in a dialog', 'Type the folder’s path instead.')
      return { path: await dialogs.pickProject() }
    }),
    pickMedia: operations.shell.pickMedia.handler(async () => {
      if (!dialogs.pickMedia)
        throw unsupported('Choosing files in a system dialog', 'Use the page’s own file button.')
      return { paths: await dialogs.pickMedia() }
    }),
    pickSave: operations.shell.pickSave.handler(async ({ input }) => {
      if (!dialogs.pickSave)
        throw unsupported('Choosing where to save in a dialog', 'Type the file’s path instead.')
      return { path: await dialogs.pickSave(input.suggested) }
    }),
    pickFolder: operations.shell.pickFolder.handler(async ({ input }) => {
      if (!dialogs.pickFolder)
        throw unsupported('Choosing a folder in a dialog', 'Type the folder’s path instead.')
      return { path: await dialogs.pickFolder(input.suggested) }
    }),
    reveal: operations.shell.reveal.handler(async ({ input }) => {
      if (!dialogs.reveal)
        throw unsupported('Showing a file in its folder', `Open the folder yourself: ${input.path}`)
      await dialogs.reveal(input.path)
    }),
  }
}

function unsupported(what: string, instead: string): StudioError {
  return new StudioError('unsupported', { what, instead })
}
