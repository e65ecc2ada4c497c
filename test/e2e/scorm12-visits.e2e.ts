import { test } from '@playwright/test'
import { scormVisits } from './support/scorm-visits.ts'

test.describe.configure({ timeout: 300_000 })

scormVisits('scorm12')
