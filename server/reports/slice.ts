import type { Slice } from '#server/core/slice.ts'
import { phoneReportHandlers } from '#server/reports/send-report.ts'

export const reportsSlice: Slice = { name: 'reports', handlers: [...phoneReportHandlers], feeds: [] }
