import { expect, test } from 'vitest'
import { badPlaceOf } from '#server/keeping/location.ts'
import { readLinuxMounts, readMacMounts, readWindowsDrives } from '#server/keeping/mounts.ts'

const mounts = [
  '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
  '31 27 0:40 / /srv/share rw,relatime shared:7 - cifs //nas/share rw',
  '32 27 0:41 / /srv/share/local rw,relatime - ext4 /dev/sdb1 rw',
  '33 27 0:42 / /home/sato/far\\040away rw - fuse.sshfs sato@far:/ rw',
].join('\n')

test.each([
  ['/home/sato/sasae/data', null],
  ['/srv/share/sasae', 'network'],
  ['/srv/share/local/sasae', null],
  ['/srv/shared', null],
  ['/home/sato/far away/data', 'network'],
  ['\\\\nas\\share\\sasae', 'network'],
  ['C:\\Users\\sato\\OneDrive - 社協\\sasae', 'cloud'],
  ['/Users/sato/Library/Mobile Documents/sasae', 'cloud'],
  ['/home/sato/Dropbox/data', 'cloud'],
  ['C:\\Users\\sato\\sasae\\data', null],
  ['/media/sato/STICK/data', 'removable'],
  ['/Volumes/STICK', 'removable'],
  ['/mediathek/data', null],
])('%s is %s', (folder, place) => {
  expect(badPlaceOf(folder, readLinuxMounts(mounts), [])).toBe(place)
})

const drives = JSON.stringify([
  { DeviceID: 'C:', DriveType: 3, VolumeName: 'Windows' },
  { DeviceID: 'D:', DriveType: 3, VolumeName: null },
  { DeviceID: 'E:', DriveType: 2, VolumeName: 'SASAE' },
  { DeviceID: 'F:', DriveType: 5, VolumeName: null },
  { DeviceID: 'G:', DriveType: 3, VolumeName: 'Google Drive' },
  { DeviceID: 'Z:', DriveType: 4, VolumeName: '共有' },
])

test.each([
  ['C:\\Users\\sato\\sasae\\data', null],
  ['D:\\sasae\\data', null],
  ['e:\\sasae\\data', 'removable'],
  ['E:\\', 'removable'],
  ['G:\\sasae', 'cloud'],
  ['Z:\\sasae\\data', 'network'],
  ['\\\\?\\UNC\\nas\\share', 'network'],
  ['\\\\?\\C:\\sasae\\data', null],
  // The folder of the service was moved and has another name: only the environment tells.
  ['D:\\同期\\sasae', 'cloud'],
  ['D:\\同期しない\\sasae', null],
])('on Windows %s is %s', (folder, place) => {
  expect(badPlaceOf(folder, readWindowsDrives(drives), ['D:\\同期'])).toBe(place)
})

test('one drive alone is no list in PowerShell, and no answer is no drive', () => {
  const one = '\uFEFF{ "DeviceID": "E:", "DriveType": 2, "VolumeName": "" }\r\n'
  expect(readWindowsDrives(one)).toEqual([{ point: 'E:', place: 'removable' }])
  for (const nothing of ['', 'Get-CimInstance : アクセスが拒否されました'])
    expect(readWindowsDrives(nothing)).toEqual([])
})

const macMounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
/dev/disk4s1 on /Volumes/STICK (1) (msdos, local, nodev, nosuid, noowners, noatime, fskit)
//sato@nas._smb._tcp.local/share on /Volumes/share (smbfs, nodev, nosuid, mounted by sato)
nas:/srv on /Users/sato/nas (nfs, nodev, nosuid, mounted by sato)`

test.each([
  ['/Users/sato/sasae/data', null],
  ['/Volumes/STICK (1)/sasae', 'removable'],
  ['/Volumes/share/sasae', 'network'],
  ['/Users/sato/nas/sasae', 'network'],
  ['/Users/sato/nas2', null],
  ['/Users/sato/Library/Mobile Documents/com~apple~CloudDocs/sasae', 'cloud'],
  ['/Users/sato/Library/CloudStorage/GoogleDrive-sato/My Drive/sasae', 'cloud'],
])('on macOS %s is %s', (folder, place) => {
  expect(badPlaceOf(folder, readMacMounts(macMounts), [])).toBe(place)
})
