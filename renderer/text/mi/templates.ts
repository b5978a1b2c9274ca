/** Te reo Māori: templates, the theme of the show, and actions on air. */
import type * as english from '../templates.ts';

const n = (value: number): string => value.toLocaleString('en-NZ');

export const templates: typeof english.templates = {
  list: 'Ngā tauira o tēnei teihana',
  region: 'Tauira',
  tabs: 'Ngā tauira me te āhua',
  tabTemplates: 'Tauira',
  tabTheme: 'Āhua',
  none: 'Kāore he tauira o tēnei teihana. Kawea mai tētahi.',
  choose: 'Kōwhiria he tauira kia kitea te katoa ki konei.',
  import: 'Kawemai mōkī…',
  importHint: 'He zip o te mōkī OGraf. Ka taea hoki te whakataka ki konei.',
  importFolder: 'Kawemai i te kōpaki',
  folderPath: 'He kōpaki rānei i te rorohiko o te teihana',
  folderDropped: (name) => `He kōpaki a “${name}”: patohia tōna ara i raro nei, whakatakahia rānei hei zip.`,
  importing: (name) => `E kawemai ana i “${name}”…`,
  imported: (names) => `Kua kawea mai: ${names.join(', ')}.`,
  importedNothing: 'Kāore he mea i kawea mai.',
  problems: (count) => `${n(count)} mōkī kāore e tukuna ana`,
  source: { shipped: 'Nō Tallydesk', folder: 'Nō tētahi kōpaki', imported: 'I kawea mai' },
  version: (version) => (version ? `Putanga ${version}` : 'Kāore he putanga'),
  by: (author) => `nā ${author}`,
  steps: (count) =>
    count < 0
      ? 'Ko ngā hipanga e kīia ana e ia anō'
      : count === 0
        ? 'Ka tangi kotahi, ka wehe'
        : `${n(count)} hipanga`,
  usedBy: (count) =>
    count === 0 ? 'Kāore he tohu e whakamahi ana' : `E whakamahia ana e te ${n(count)} tohu`,
  warnings: 'Whakatūpato',
  warned: (count) => `${n(count)} whakatūpato`,
  actions: 'Mahi ritenga',
  versions: 'Ngā putanga',
  inUse: 'E whakamahia ana',
  pinned: 'Kua kōwhiria',
  use: (version) => `Whakamahia ${version || 'tēnei putanga'}`,
  newest: 'Ko te mea hou i ngā wā katoa',
  newestLong: 'Ka whāia noatia te putanga hou. Ka mau tonu te mea kei te hau ki tōna ake.',
  remove: (version, uses) =>
    `Puritia kia mukua ${version || 'tēnei putanga'}: ${n(uses)} tohu e whakamahi ana i tēnei tauira`,
  network: 'Whatunga',
  networkOff: 'Kāore e whakaaetia kia whakamahi i te whatunga.',
  networkOn: 'Nā tētahi tangata o tēnei teihana i tuku kia whakamahi tēnei putanga i te whatunga.',
  asked: 'I tono ia mō:',
  askedNothing: 'Kāore anō ia kia tono wāhitau mai i te tīmatanga o te teihana.',
  allow: 'Puritia kia tukua ki te whatunga',
  forbid: 'Tangohia te whatunga',
  workbench: 'Whakatuwhera i te papa mahi',
  done: 'Kua oti.',
};

export const theme: typeof english.theme = {
  region: 'Āhua',
  preview: 'Arokite o te āhua',
  shipped: 'Tīmata ki',
  colours: 'Tae',
  colour: {
    ground: 'Papa',
    plate: 'Papa tuarua',
    text: 'Kuputuhi',
    muted: 'Kuputuhi mārire',
    accent: 'Tae matua',
  },
  contrast: 'Taupatupatu',
  pairs: {
    text: 'Te kuputuhi i te papa',
    muted: 'Te kuputuhi mārire i te papa',
    textOnPlate: 'Te kuputuhi i te papa tuarua',
    mutedOnPlate: 'Te kuputuhi mārire i te papa tuarua',
  },
  ratio: (ratio) => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`,
  reaches: (least) => `ka eke ki te ${least} : 1`,
  fails: (least) => `kei raro i te ${least} : 1 – ka whakamahia te tae tata rawa ka eke`,
  type: 'Momotuhi',
  text: 'Kuputuhi',
  figures: 'Tau me ngā wāhi whāiti',
  families: { archivo: 'Archivo', 'encode-sans': 'Encode Sans', 'roboto-serif': 'Roboto Serif' },
  logo: 'Moko',
  logoText: 'Te moko hei kuputuhi',
  logoTextHint: 'Ka whakaaturia ki te kore he whakaahua; kia 12 ngā reta te nui rawa',
  logoImage: 'Te moko hei whakaahua',
  shape: 'Hanga',
  corner: 'Kokonga',
  cornerValue: (px) => `${px} px`,
  density: 'Mokowā',
  densities: { compact: 'Piri', regular: 'Māori', airy: 'Wātea' },
  mark: 'Ka tāia te tae matua hei',
  marks: { bar: 'Pae tū', rule: 'Rārangi i te taha', block: 'Poro kī' },
  caps: 'Ngā ripa me ngā tapanga hei pūmatua',
  own: 'Tā tātou ake',
  use: 'Whakamahia tēnei āhua',
  back: 'Hoki ki tō te whakaaturanga',
  same: 'Koinei te āhua o te whakaaturanga.',
  differs:
    'Kāore anō kia whakamahia: ka kite ngā mātakitaki i tō te whakaaturanga kia whakamahia rā anō tēnei.',
  airKeeps:
    'Ka mau te mea kei te hau ki te āhua i tangohia ai kia whakahoutia rā anō. Mā Wetekia e whakahoki te āhua tawhito.',
  noTemplates: 'Kāore he tauira o tēnei teihana ka whai āhua.',
};

export const layerActions: typeof english.layerActions = {
  open: 'Mahi',
  openOf: (layer) => `Ngā mahi o ${layer}`,
  title: (name) => `Ngā mahi o “${name}”`,
  send: 'Mahia',
  close: 'Kati',
  cut: 'Kāore he hākoritanga',
  waiting: 'Kua tukuna: e tatari ana ki te whakairoiro',
  answered: (code, message) => `I whakahoki ${code}${message ? `: ${message}` : ''}`,
  result: 'Hua',
  upgrade: 'Putanga hou',
  upgradeOf: (layer) => `Whakahou i te ${layer} ki te putanga hou`,
  upgradeLong:
    'E whakamahia ana he putanga hou ake o tēnei tauira. Ka tau ia ki te wāhi mā te poro, me ngā raraunga me te hipanga ōrite.',
  asked: 'I TONO KI TE WHATUNGA',
  askedLong: (addresses) => `Kāore i whakaaetia, nō reira kāore i hoatu: ${addresses.join(', ')}`,
};
