import { backupStallBench } from '#tests/bench/backup-stall.ts'
import { catchUpBench } from '#tests/bench/catch-up.ts'
import { checkInBench } from '#tests/bench/check-in.ts'
import { coldStartBench } from '#tests/bench/cold-start.ts'
import { deskOpenBench } from '#tests/bench/desk-open.ts'
import { drillBench } from '#tests/bench/drill-110.ts'
import { fanOutBench } from '#tests/bench/fan-out.ts'
import { growthBench } from '#tests/bench/growth.ts'
import type { Line } from '#tests/bench/line.ts'
import { lookbackBench } from '#tests/bench/lookback.ts'
import { phonePageBench } from '#tests/bench/phone-page.ts'
import { photosBench } from '#tests/bench/photos.ts'
import { restartBench } from '#tests/bench/restart.ts'
import { rushBench } from '#tests/bench/rush.ts'
import { screensBench } from '#tests/bench/screens.ts'
import { wallBench } from '#tests/bench/wall.ts'

const benches: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  'check-in/1': () => checkInBench(1),
  'check-in/32': () => checkInBench(32),
  'fan-out/200': () => fanOutBench(200),
  'fan-out/1000': () => fanOutBench(1000),
  'phone-page': phonePageBench,
  'photo-500': photosBench,
  screens: screensBench,
  'desk-open': deskOpenBench,
  'wall-2000': wallBench,
  'catch-up/1000': () => catchUpBench(1000),
  'rush-5000': rushBench,
  'drill-110': drillBench,
  'cold-start': coldStartBench,
  restart: restartBench,
  'backup-stall': backupStallBench,
  lookback: lookbackBench,
  growth: growthBench,
}

/** Prints one JSON line per act. With names as arguments, only those whose name begins so. */
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.some((prefix) => name.startsWith(prefix))) continue
  for (const line of await bench()) console.log(JSON.stringify(line))
}
