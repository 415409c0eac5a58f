import { recordTable } from '#server/database/record-table.ts'

export const checkItems = recordTable('checkItem', {
  id: 'plain',
  list: 'plain',
  text: 'plain',
  who: 'plain',
  due: 'plain',
  asks: 'plain',
  settled: 'plain',
  key: 'plain',
  rank: 'plain',
  doneAt: 'plain',
  doneBy: 'plain',
  removedAt: 'plain',
})

export const openingDecisions = recordTable('openingDecision', {
  id: 'plain',
  askedBy: 'plain',
  damage: 'plain',
  needs: 'plain',
  volunteers: 'plain',
  present: 'plain',
  outcome: 'plain',
  reason: 'plain',
  nextReviewAt: 'plain',
  decidedAt: 'plain',
  writtenBy: 'plain',
  withdrawnAt: 'plain',
  withdrawnBy: 'plain',
})

export const readyMarks = recordTable('readyMark', {
  id: 'plain',
  begunAt: 'plain',
  readyAt: 'plain',
  readyBy: 'plain',
})

export const stockItems = recordTable('stockItem', {
  id: 'plain',
  kind: 'plain',
  name: 'plain',
  owner: 'plain',
  ofWhom: 'plain',
  returnOn: 'plain',
  place: 'plain',
  count: 'plain',
  unit: 'plain',
  expiresOn: 'plain',
  number: 'plain',
  look: 'json',
  before: 'json',
  removedAt: 'plain',
})

export const plannedEvents = recordTable('plannedEvent', {
  id: 'plain',
  kind: 'plain',
  title: 'plain',
  date: 'plain',
  startsAt: 'plain',
  place: 'plain',
  note: 'plain',
  removedAt: 'plain',
})

export const openIssues = recordTable('openIssue', {
  id: 'plain',
  text: 'plain',
  source: 'plain',
  who: 'plain',
  until: 'plain',
  drill: 'json',
  fromBefore: 'boolean',
  addedAt: 'plain',
  addedBy: 'plain',
  doneAt: 'plain',
  doneBy: 'plain',
})
