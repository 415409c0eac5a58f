/** Words of whatever reads a QR at a desk: a badge, a name tag, a label. */
export const codeWords = {
  camera: 'カメラで読む',
  close: 'カメラを閉じる',
  picture: 'カメラの映像',
  failed: 'カメラを使えません。許可を確かめるか、スキャナーか写真で読み取ってください。',
  photo: '写真に撮って読む',
  none: '写真にQRが見つかりません。QRを画面いっぱいに、明るい所で撮ってください。',
  noReader: 'QRを読む部品を読み込めませんでした。文字で入れるか、つながっているときに画面を更新してください。',
} as const
