import { recordTable } from '#server/database/record-table.ts'

/** One row: what the posters say about the room's Wi-Fi. */
export const wifi = recordTable('wifi', { id: 'plain', ssid: 'plain', password: 'plain' })
