import type { PageStep } from '../../../../../shared/model/steps/page.ts'
import { readBlocks } from '../../markdown/read-blocks.ts'
import { writeMarkdown } from '../../markdown/write-text.ts'
import type { SourceStepKind } from '../context.ts'

/** A page is the Markdown itself. */
export const pageSource: SourceStepKind<'page'> = {
  kind: 'page',
  fence: null,
  read: ({ base, text }, { markdown }) => {
    const page: PageStep = { ...base, kind: 'page', body: readBlocks(text, markdown) }
    return [page]
  },
  write: (step, { pathOf }) => writeMarkdown(step.body, pathOf),
}
