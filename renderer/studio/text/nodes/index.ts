import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import type { EditorThemeClasses, KlassConstructor, LexicalNode } from 'lexical'
import type { Words } from '../../../../shared/bundle/words.ts'
import { CalloutNode } from './CalloutNode.ts'
import { ImageNode } from './ImageNode.tsx'

/** All that text can be made of here; beside Lexical's own root, paragraph, text and line break. */
export const textNodes: KlassConstructor<typeof LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  CalloutNode,
  ImageNode,
]

/**
 * Class names, where the learner's page gets its look from tags Lexical does not write: a list inside a list is an item of
 * its own here, and of two marks on one text only one gets its tag.
 */
export function textTheme(words: Words): EditorThemeClasses {
  return {
    list: { nested: { listitem: 'nested-item' } },
    text: { bold: 'mark-bold', italic: 'mark-italic', strikethrough: 'mark-strike' },
    tableScrollableWrapper: 'table',
    calloutWords: words,
  }
}
