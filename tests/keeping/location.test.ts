import { expect, test } from 'vitest'
import { badPlaceOf } from '#server/keeping/location.ts'

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
  expect(badPlaceOf(folder, mounts)).toBe(place)
})
