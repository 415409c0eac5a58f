import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import { checkItems } from '#server/readiness/readiness-tables.ts'
import { adoptLists, markItem, moveItem, startListsOver, unmarkItem, writeItem } from '#shared/readiness/commands.ts'
import type { CheckList } from '#shared/readiness/limits.ts'
import { listsAdopted } from '#shared/readiness/problems.ts'
import { itemsOf, markProblem, unmarkProblem } from '#shared/readiness/rules.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'

const adoptListsHandler = handle(adoptLists, async (work, { items = usualLists, doneKeys }) => {
  const before = await checkItems.where(work.tx, {})
  const adopted = before.find(({ key }) => key !== '')
  if (adopted) throw listsAdopted({}, ['checkItem', adopted.id])
  const done = new Set(doneKeys)
  const counts = new Map<CheckList, number>()
  for (const item of items) {
    const rank = counts.get(item.list) ?? itemsOf(before, item.list).length
    counts.set(item.list, rank + 1)
    const isDone = item.key !== '' && done.has(item.key)
    const mark = { doneAt: isDone ? work.now : null, doneBy: isDone ? work.actorName : '' }
    await checkItems.add(work, { ...item, id: work.newId(), rank, ...mark, removedAt: null })
  }
  work.describe({ items: items.length })
})

const writeItemHandler = handle(writeItem, async (work, { itemId, basedOnSeq, ...written }) => {
  await refuseIfChanged(work, checkItems, itemId, basedOnSeq)
  const before = await checkItems.find(work.tx, itemId)
  const end = async () => (await checkItems.max(work.tx, 'rank', { list: written.list })) + 1
  const rank = before?.list === written.list ? before.rank : await end()
  const fresh = { key: '', doneAt: null, doneBy: '', removedAt: null }
  await checkItems.save(work, { ...fresh, ...before, ...written, id: itemId, rank })
  work.describe({ item: written.text })
})

const moveItemHandler = handle(moveItem, async (work, { itemId, to }) => {
  const item = await checkItems.get(work.tx, itemId)
  work.describe({ item: item.text })
  const list = itemsOf(await checkItems.where(work.tx, { list: item.list }), item.list)
  const neighbour = list[list.findIndex(({ id }) => id === itemId) + (to === 'earlier' ? -1 : 1)]
  // At the end of its list it stays where it is.
  if (!neighbour) return
  await checkItems.save(work, { ...item, rank: neighbour.rank })
  await checkItems.save(work, { ...neighbour, rank: item.rank })
})

const markItemHandler = handle(markItem, async (work, { itemId }) => {
  const item = await checkItems.get(work.tx, itemId)
  const problem = markProblem(item)
  if (problem) throw problem
  await checkItems.save(work, { ...item, doneAt: work.happenedAt, doneBy: work.actorName })
  work.describe({ item: item.text })
})

const unmarkItemHandler = handle(unmarkItem, async (work, { itemId }) => {
  const item = await checkItems.get(work.tx, itemId)
  const problem = unmarkProblem(item)
  if (problem) throw problem
  await checkItems.save(work, { ...item, doneAt: null, doneBy: '' })
  work.describe({ item: item.text })
})

const startListsOverHandler = handle(startListsOver, async (work) => {
  const done = (await checkItems.where(work.tx, {})).filter(({ doneAt }) => doneAt !== null)
  for (const item of done) await checkItems.save(work, { ...item, doneAt: null, doneBy: '' })
  work.describe({ items: done.length })
})

export const itemHandlers = [
  adoptListsHandler,
  writeItemHandler,
  moveItemHandler,
  markItemHandler,
  unmarkItemHandler,
  startListsOverHandler,
]
