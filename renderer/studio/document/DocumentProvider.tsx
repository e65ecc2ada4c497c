import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import type { ProjectDocument } from './document.ts'
import { savingOf } from './state.ts'
import type { DocumentState } from './state.ts'

const DocumentContext = createContext<ProjectDocument | null>(null)

/** Lends the open project to what is inside, and saves at the moments a person may leave. */
export function DocumentProvider({ document, children }: { document: ProjectDocument; children: ReactNode }) {
  useSaveBeforeLeaving(document)
  return <DocumentContext value={document}>{children}</DocumentContext>
}

export function useDocument(): ProjectDocument {
  const document = useContext(DocumentContext)
  if (!document) throw new Error('useDocument outside DocumentProvider')
  return document
}

/** A part of the open project's state; renders again when that part changes. `select` must return stored values. */
export function useDocumentState<Part>(select: (state: DocumentState) => Part): Part {
  return useStore(useDocument().state, select)
}

function useSaveBeforeLeaving(document: ProjectDocument): void {
  useEffect(() => {
    const endRun = () => document.closeRun()
    // The editor's own update comes after the event that ends a composition.
    const endComposition = () => setTimeout(endRun)
    const hide = () => {
      if (window.document.visibilityState === 'hidden') void document.flush()
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (savingOf(document.state.getState()) === 'saved') return
      void document.flush()
      event.preventDefault()
    }
    const retry = () => {
      if (document.state.getState().failure?.isKept) void document.flush()
    }
    window.addEventListener('focusout', endRun)
    window.addEventListener('compositionend', endComposition)
    window.document.addEventListener('visibilitychange', hide)
    window.addEventListener('beforeunload', leave)
    window.addEventListener('focus', retry)
    return () => {
      window.removeEventListener('focusout', endRun)
      window.removeEventListener('compositionend', endComposition)
      window.document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('focus', retry)
    }
  }, [document])
}
