import type { ContractRouterClient } from '@orpc/contract'
import { interchangeContract } from './interchange.ts'
import { mediaContract } from './media.ts'
import { projectContract } from './project.ts'
import { publishContract } from './publish.ts'
import { shellContract } from './shell.ts'

/** Everything that can be asked of the studio, by domain. */
export const contract = {
  shell: shellContract,
  project: projectContract,
  media: mediaContract,
  publish: publishContract,
  interchange: interchangeContract,
}

/** The client of the contract, the same in process and over HTTP. */
export type StudioClient = ContractRouterClient<typeof contract>
