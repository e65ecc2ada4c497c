import { test } from '@playwright/test'
import { lrsVisits } from './support/lrs-visits.ts'

test.describe.configure({ timeout: 300_000 })

lrsVisits('cmi5')
