import { useEffect, useState } from 'react'
import type { StudioError } from '../../../shared/errors.ts'
import { asStudioError } from '../client/errors.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { LoadingPlace } from './LoadingPlace.tsx'
import { ModuleOverview } from './ModuleOverview.tsx'
import { NothingSelected } from './NothingSelected.tsx'
import { Timeline } from './Timeline.tsx'
import { later } from '../ui/later.tsx'
import classes from './canvas.module.css'

const StepCanvas = later(() => import('./StepCanvas.tsx').then((code) => code.StepCanvas))

/** The middle: the selected step as a learner's phone shows it, edited in place; or the module's overview. */
export function Canvas() {
  const { module, step } = useDocumentState((state) => state.selection)
  return (
    <div className={classes.canvas}>
      {module === null ? (
        <main className={classes.scroll}>
          <NothingSelected />
        </main>
      ) : (
        <ModuleContent key={module} module={module} step={step} />
      )}
    </div>
  )
}

function ModuleContent({ module, step }: { module: string; step: string | null }) {
  const document = useDocument()
  const isLoaded = useDocumentState((state) => state.loaded.has(module))
  const [failure, setFailure] = useState<StudioError | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    document.loadModule(module).catch((reason: unknown) => setFailure(asStudioError(reason)))
  }, [document, module, attempt, isLoaded])

  function retry() {
    setFailure(null)
    setAttempt(attempt + 1)
  }

  if (!isLoaded)
    return (
      <main className={classes.scroll}>
        <LoadingPlace failure={failure} onRetry={retry} />
      </main>
    )
  if (step === null)
    return (
      <main className={classes.scroll}>
        <ModuleOverview id={module} />
      </main>
    )
  return (
    <>
      <div className={classes.scroll}>
        <StepCanvas key={step} module={module} id={step} />
      </div>
      <Timeline key={`timeline of ${step}`} id={step} />
    </>
  )
}
