import { expect, test } from 'vitest'
import { wifiCode } from '#shared/core/wifi-code.ts'

test.each([
  ['a plain network', 'vc', 'abcd1234', 'WIFI:T:WPA;S:vc;P:abcd1234;;'],
  ['signs that mean something', 'a;b:"c"', 'p\\q,r', 'WIFI:T:WPA;S:a\\;b\\:\\"c\\";P:p\\\\q\\,r;;'],
  ['an open network', '会場', '', 'WIFI:T:nopass;S:会場;;'],
])('%s', (_name, ssid, password, code) => {
  expect(wifiCode({ ssid, password })).toBe(code)
})
