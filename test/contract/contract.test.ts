import { expect, test } from 'vitest'
import { neverAsked, transports } from './harness.ts'

// One file, so that it can tell at its end whether every operation was asked over every transport.
import './shell.ts'
import './project.ts'
import './media.ts'
import './publish.ts'
import './interchange.ts'

test.each(transports)('every operation of the contract was asked %s', (transport) => {
  expect(neverAsked(transport)).toEqual([])
})
