import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'

test('who was second hears of it once the act that was first is on the disk, and not before', async () => {
  const { center, lead } = await testCenter()
  const settled: string[] = []
  const settledAtCommit: string[][] = []
  const start = center.db.startTransaction.bind(center.db)
  center.db.startTransaction = () => {
    const builder = start()
    const execute = builder.execute.bind(builder)
    builder.execute = async () => {
      const transaction = await execute()
      const commit = transaction.commit.bind(transaction)
      transaction.commit = () => {
        const command = commit()
        const carryOut = command.execute.bind(command)
        command.execute = async () => {
          // Whatever was answered too early has arrived by now.
          await new Promise((resolve) => setTimeout(resolve, 20))
          settledAtCommit.push([...settled])
          return carryOut()
        }
        return command
      }
      return transaction
    }
    return builder
  }
  const stop = (name: string) => {
    const input = { noticeId: newId(), kind: 'stop', reason: name, returnBy: null }
    const sent = center.execute(lead.actor, { id: newId(), type: 'messages.sendNotice', input, device: 'test' })
    return sent.then(
      () => settled.push(`${name} done`),
      (error: { code: string }) => settled.push(`${name} ${error.code}`),
    )
  }
  await Promise.all([stop('first'), stop('second')])
  expect(settledAtCommit).toEqual([[]])
  expect(settled.toSorted()).toEqual(['first done', 'second messages.alreadyStopped'])
})

test('nonsense without end is refused with a short answer', async () => {
  const { center, ben } = await testCenter()
  const input = { needId: newId(), reasons: Array.from({ length: 5000 }, () => 'x'), decidedBy: '勉', because: '確認' }
  const sent = center.execute(ben.actor, { id: newId(), type: 'needs.openGate', input, device: 'test' })
  const said = await sent.then(
    () => 'accepted',
    (error: { details: object }) => JSON.stringify(error.details),
  )
  expect(said).toContain('reasons.0')
  expect(said.length).toBeLessThan(1024)
})
