import { useStudioStep } from '../steps/useStudioStep.ts'
import { PhoneFrame } from './PhoneFrame.tsx'
import { StepPosition } from './StepPosition.tsx'
import { TitleField } from './TitleField.tsx'
import classes from './canvas.module.css'

/** One step in the phone frame. */
export function StepCanvas({ module, id }: { module: string; id: string }) {
  const found = useStudioStep(id)
  if (!found) return null
  const { editor, props } = found
  const { Canvas } = editor
  return (
    <div className={classes.stage}>
      <StepPosition module={module} step={id} />
      <PhoneFrame label={`${editor.label} as on a phone`}>
        <div className="morsel" data-studio-canvas="">
          <div className={classes.screen}>
            <TitleField
              id={id}
              title={props.step.title}
              label="Step title"
              placeholder={`Title of this ${editor.label.toLowerCase()}`}
            />
            <Canvas {...props} />
          </div>
        </div>
      </PhoneFrame>
    </div>
  )
}
