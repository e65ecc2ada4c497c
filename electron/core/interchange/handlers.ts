import type { MediaAccess, ProjectAccess } from '../domains.ts'
import { operations } from '../implement.ts'
import { exportModuleSource } from './export/export-module.ts'
import { importFiles } from './import/import-files.ts'

const { interchange } = operations

type Needs = { projects: { get: (handle: string) => ProjectAccess }; media: MediaAccess }

/** The operations of `interchange.*`. */
export function interchangeHandlers({ projects, media }: Needs) {
  return {
    import: interchange.import.handler(({ input, signal }) =>
      importFiles({ project: projects.get(input.project), media, paths: input.paths, signal }),
    ),
    export: interchange.export.handler(({ input, signal }) =>
      exportModuleSource({
        project: projects.get(input.project),
        module: input.module,
        out: input.out,
        signal,
      }),
    ),
  }
}
