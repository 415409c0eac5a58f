import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { basedOnSeq, id } from '#shared/core/fields.ts'
import { adoptedItem, checkItemText } from '#shared/readiness/check-item.ts'
import { mostIssuesAtOnce, mostItemsAdopted, stockFindings } from '#shared/readiness/limits.ts'
import { issueText, namedDrill } from '#shared/readiness/open-issue.ts'
import { openingDecision } from '#shared/readiness/opening-decision.ts'
import { eventText } from '#shared/readiness/planned-event.ts'
import { stockText } from '#shared/readiness/stock-item.ts'

const editors = ['center.lead', 'affairs.manage'] as const

/** Takes over the usual lists, or those given: a drill's runner brings its center's own, and says what is done already. */
export const adoptLists = defineCommand('readiness.adoptLists', {
  may: [...editors, 'system'],
  input: z.strictObject({
    items: z.array(adoptedItem).max(mostItemsAdopted).optional(),
    doneKeys: z.array(z.string().max(60)).max(300).default([]),
  }),
})

/** Writes an item; a new one goes to the end of its list, one that somebody wrote since is refused. */
export const writeItem = defineCommand('readiness.writeItem', {
  may: editors,
  input: checkItemText.extend({ itemId: id, basedOnSeq }),
})

export const moveItem = defineCommand('readiness.moveItem', {
  may: editors,
  input: z.object({ itemId: id, to: z.enum(['earlier', 'later']) }),
})

/** Done: by whom and when is written by the act itself. */
export const markItem = defineCommand('readiness.markItem', {
  may: ['staff', 'system'],
  input: z.object({ itemId: id }),
})
export const unmarkItem = defineCommand('readiness.unmarkItem', { may: ['staff'], input: z.object({ itemId: id }) })

/** Every mark off: the lists are begun anew, for another disaster or after they were tried out. */
export const startListsOver = defineCommand('readiness.startListsOver', { may: editors, input: z.strictObject({}) })

export const recordDecision = defineCommand('readiness.recordDecision', {
  may: editors,
  input: openingDecision
    .omit({ id: true, decidedAt: true, writtenBy: true, withdrawnAt: true, withdrawnBy: true })
    .extend({ decisionId: id }),
})

/** A decision that was written by mistake: it stays to be read, and counts no more. */
export const withdrawDecision = defineCommand('readiness.withdrawDecision', {
  may: editors,
  input: z.object({ decisionId: id }),
})

/** 受け入れ準備よし. */
export const declareReady = defineCommand('readiness.declareReady', {
  may: ['center.lead'],
  input: z.strictObject({}),
})
export const takeBackReady = defineCommand('readiness.takeBackReady', {
  may: ['center.lead'],
  input: z.strictObject({}),
})

export const writeStock = defineCommand('readiness.writeStock', {
  may: editors,
  input: stockText.extend({ stockId: id, basedOnSeq }),
})

/** The yearly look: it is there and the number is right, there are so many, or it is gone. */
export const checkStock = defineCommand('readiness.checkStock', {
  may: editors,
  input: z.object({ stockId: id, found: z.enum(stockFindings), count: stockText.shape.count.nullable() }),
})
export const takeBackStockCheck = defineCommand('readiness.takeBackStockCheck', {
  may: editors,
  input: z.object({ stockId: id }),
})

export const planEvent = defineCommand('readiness.planEvent', {
  may: editors,
  input: eventText.extend({ eventId: id, basedOnSeq }),
})

/** Also from the report of a drill, and from the runner that brings what is open to the next one. */
export const addIssue = defineCommand('readiness.addIssue', {
  may: [...editors, 'system'],
  input: issueText.extend({
    issueId: id,
    drill: namedDrill.nullable().default(null),
    fromBefore: z.boolean().default(false),
  }),
})

/**
 * What a drill showed comes to the list of the center that held it, and what it dealt with is done there too. Issues keep
 * their ids: what was taken over before is not taken over twice.
 */
export const takeOverIssues = defineCommand('readiness.takeOverIssues', {
  may: ['center.lead'],
  input: z.object({
    drill: namedDrill,
    issues: z.array(issueText.extend({ issueId: id })).max(mostIssuesAtOnce),
    dealtWith: z.array(id).max(mostIssuesAtOnce),
  }),
})
export const changeIssue = defineCommand('readiness.changeIssue', {
  may: editors,
  input: issueText.extend({ issueId: id, basedOnSeq }),
})
export const settleIssue = defineCommand('readiness.settleIssue', { may: editors, input: z.object({ issueId: id }) })
export const reopenIssue = defineCommand('readiness.reopenIssue', { may: editors, input: z.object({ issueId: id }) })

const removable = z.object({ kind: z.enum(['checkItem', 'stockItem', 'plannedEvent']), id })

/** Takes an item, a thing or a date out of sight; it comes back as it was. */
export const putAway = defineCommand('readiness.putAway', { may: editors, input: removable })
export const bringBack = defineCommand('readiness.bringBack', { may: editors, input: removable })
