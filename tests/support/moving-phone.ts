import type { Page } from 'playwright-core'
import type { RunningCenter } from '#server/running-center.ts'
import { lanAddresses } from '#server/transport/doors.ts'
import { attendances } from '#server/volunteers/attendances.ts'

// As phones come: plain http over the network. A page of `localhost` counts as encrypted, and is cut off from what it opens.
export const [host] = lanAddresses()
export const at = ({ served }: RunningCenter): string => `http://${host}:${served.port}`

/** Who has checked in there. */
export const names = async ({ center }: RunningCenter): Promise<string[]> =>
  (await center.read((tx) => attendances.where(tx, {}))).map(({ name }) => name)

/** Types the new laptop's address on the page of the old one, as people do, and opens the page there. */
export async function moveTo(page: Page, address: string): Promise<Page> {
  await page.getByText('センターのアドレスが変わったとき').click()
  await page.getByLabel('新しいアドレス').fill(address.replace('http://', ''))
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: '新しいセンターへ引き継ぐ' }).click(),
  ])
  return opened
}
