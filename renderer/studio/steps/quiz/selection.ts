import { create } from 'zustand'

/** The question that the settings speak of: the one last worked on. Session state, never a record. */
export const useSelectedQuestion = create<{ id: string | null; select: (id: string | null) => void }>(
  (set) => ({
    id: null,
    select: (id) => set({ id }),
  }),
)
