import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { SiteSurvey } from '#shared/needs/need.ts'

export const siteSurveys = recordTable('siteSurvey', {
  id: 'plain',
  needId: 'plain',
  at: 'plain',
  surveyedBy: 'plain',
  met: 'boolean',
  mayEnter: 'plain',
  headcount: 'plain',
  work: 'plain',
  tools: 'json',
  dangers: 'plain',
  sticker: 'plain',
  roofWork: 'boolean',
  note: 'plain',
})

/** The last visit on which someone was met: what the gate and the work order go by. */
export async function latestSurvey(tx: Tx, needId: string): Promise<SiteSurvey | undefined> {
  return (await siteSurveys.where(tx, { needId, met: true })).at(-1)
}
