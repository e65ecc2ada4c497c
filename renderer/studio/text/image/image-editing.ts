import { createContext, useContext } from 'react'

/** Which picture's words are being asked for: the key of its node. */
export type ImageEditing = { open: string | null; setOpen: (nodeKey: string | null) => void }

export const ImageEditingContext = createContext<ImageEditing>({ open: null, setOpen: () => {} })

export const useImageEditing = (): ImageEditing => useContext(ImageEditingContext)
