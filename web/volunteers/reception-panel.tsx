import { store } from '#web/core/store.ts'
import { DataTable } from '#web/ui/data-table.tsx'

/** Who arrived today, newest first. */
export function ReceptionPanel() {
  const rows = [...store.all('attendance')].sort((one, other) => other.number - one.number)
  return (
    <section class="panel">
      <header class="panel-head">
        <h2>受付</h2>
      </header>
      <DataTable
        caption="きょう受付した人"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: '番号', cell: ({ number }) => number, numeric: true },
          { key: 'name', header: '氏名', cell: ({ name }) => name },
        ]}
        empty="まだ受付した人はいません"
      />
    </section>
  )
}
