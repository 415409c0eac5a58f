import { recordTable } from '#server/database/record-table.ts'

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
  note: 'plain',
})
