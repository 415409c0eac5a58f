/** The desks (班) as screens and sheets call them; the profile names them in the code’s words. */
const names: Readonly<Record<string, string>> = {
  lead: '統括',
  affairs: '総務',
  reception: '受付',
  needs: 'ニーズ',
  survey: '現地調査',
  dispatch: 'マッチング',
  equipment: '資機材・送り出し',
  return: '帰着',
  frontDesk: '窓口',
}

export function deskLabel(name: string): string {
  return names[name] ?? name
}

/** A desk as this center calls it: by its own label, else by the dictionary. */
export const deskTitle = ({ name, label }: { name: string; label?: string | undefined }): string =>
  label || deskLabel(name)
