import type { Behaviour } from '../../../../shared/model/behaviour.ts'
import type { Module } from '../../../../shared/model/module.ts'
import { useDocument } from '../../document/DocumentProvider.tsx'

/** Edits of one module, each one undo step: of the module itself, and of how it behaves. */
export function useModuleEdit(id: string) {
  const { edit } = useDocument()

  function set(label: string, change: (module: Module) => void, mergeKey?: string) {
    edit(
      label,
      (draft) => {
        const record = draft[id]
        if (record?.type === 'module') change(record)
      },
      mergeKey === undefined ? {} : { mergeKey },
    )
  }
  function behave(label: string, change: Partial<Behaviour>, mergeKey?: string) {
    set(label, (module) => (module.behaviour = { ...module.behaviour, ...change }), mergeKey)
  }
  return { set, behave }
}
