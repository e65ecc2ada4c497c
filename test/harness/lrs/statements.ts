import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Statement } from '../../../renderer/player/tracking/xapi/statement.ts'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
type App = Middleware & { use: (path: string, ...work: unknown[]) => void }
type Repository = { createStatements: (added: { models: { statement: Statement }[] }) => Promise<unknown> }
type Made = { default: (...parameters: unknown[]) => unknown }

/**
 * Learning Locker's statement service, in memory: it validates what it is sent and answers conflicts as an LRS does. Its
 * packages are older than types and modules; they are asked for here and nowhere else.
 */
export function statementService(): { app: Middleware; statements: () => Statement[]; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-lrs-'))
  const require = createRequire(import.meta.url)
  const ours = createRequire(require.resolve('@learninglocker/xapi-statements/package.json'))
  const part = (path: string) => (ours(`./dist/${path}`) as Made).default
  const stored: Statement[] = []
  const repo = part('repo/factory.js')({
    auth: { facade: 'test', fake: {} },
    events: { facade: 'test' },
    models: { facade: 'memory', memory: {} },
    storage: { facade: 'local', local: { storageDir: folder } },
  }) as Repository
  const watchedRepo: Repository = {
    ...repo,
    async createStatements(models) {
      const answer = await repo.createStatements(models)
      stored.push(...models.models.map(({ statement }) => statement))
      return answer
    },
  }
  const tracker = Promise.resolve(() => {})
  const logger = { silly: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }
  const service = part('service/index.js')({
    repo: watchedRepo,
    tracker,
    logger,
    enableConflictChecks: true,
    enableAttachmentValidation: true,
    enableVoidingChecks: true,
    enableStatementCreation: true,
    enableAttachmentCreation: true,
    enableVoiding: true,
    enableReferencing: false,
    awaitUpdates: true,
    enableActivityUpdates: true,
    enableNullRemoval: false,
    enableActorLowerCasing: false,
  })
  const { statementsRouter } = part('expressPresenter/index.js')({
    customRoute: 'status',
    customRouteText: 'ok',
    morganDirectory: join(folder, 'log'),
    bodyParserLimit: '5mb',
    service,
    tracker,
    translator: part('translatorFactory/index.js')(),
    logger,
    allowUndefinedMethod: true,
    allowFormBody: false,
  }) as { statementsRouter: unknown }
  const app = (ours('express') as () => App)()
  app.use('/xAPI/statements', statementsRouter)
  return {
    app,
    statements: () => stored,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function nothing(): void {}
