import '../../player/style/player.css'
import theme from '../../player/style/theme.css?raw'
import { directionOf } from '../../../shared/bundle/words.ts'
import { english, PlayerFrame } from '../../player/views.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { useStudioStep } from '../steps/useStudioStep.ts'
import { TextToolbar } from '../text/toolbar/TextToolbar.tsx'
import { learnerSchemeRules } from './learner-scheme.ts'
import { PhoneFrame } from './PhoneFrame.tsx'
import { TitleField } from './TitleField.tsx'
import classes from './canvas.module.css'

const schemeRules = learnerSchemeRules(theme)

/** One step in the phone frame: the learner's own screen around what is edited. Its Back and Next go through the steps; Finish to the module. */
export function StepCanvas({ module, id }: { module: string; id: string }) {
  const { select } = useDocument()
  const found = useStudioStep(id)
  const parent = useDocumentState((state) => state.records[module])
  if (!found || parent?.type !== 'module') return null
  const { editor, props } = found
  const { Canvas } = editor
  const index = parent.steps.indexOf(id)
  const go = (to: string | undefined) => (to === undefined ? undefined : () => select({ module, step: to }))

  return (
    <div className={classes.stage}>
      <style>{schemeRules}</style>
      <TextToolbar />
      <PhoneFrame label={`${editor.label} as on a phone`}>
        <PlayerFrame
          title={parent.title || 'Untitled module'}
          language={parent.language}
          direction={directionOf(parent.language)}
          stepCount={parent.steps.length}
          current={index}
          words={english}
          onBack={go(parent.steps[index - 1])}
          onNext={go(parent.steps[index + 1]) ?? (() => select({ module, step: null }))}
          nextWord={index + 1 < parent.steps.length ? 'next' : 'finish'}
        >
          <h1 className="heading">
            <TitleField
              id={id}
              title={props.step.title}
              label="Step title"
              placeholder={`Title of this ${editor.label.toLowerCase()}`}
            />
          </h1>
          <Canvas {...props} />
        </PlayerFrame>
      </PhoneFrame>
    </div>
  )
}
