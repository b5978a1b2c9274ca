/** Te reo Māori: outputs, setting them up, and quitting on air. */
import type * as setup from '../output-setup.ts';
import type { outputs as english } from '../outputs.ts';

const n = (value: number): string => value.toLocaleString('en-NZ');

export const outputs: typeof english = {
  region: 'Ngā putanga',
  list: 'Ngā putanga o te whakaaturanga',
  others: 'Ētahi atu whārangi kua honoa',
  none: 'Kāore he putanga hōtaka kua honoa',
  noneLong: 'Kāore he mea e tae ana ki ngā mātakitaki. Whakatuwheratia tētahi i “Whakarite putanga”.',
  noOutputs: 'Kāore he putanga o tēnei whakaaturanga.',
  setUpAll: 'Whakarite putanga…',
  down: (count) => `${count} KUA HINGA`,
  downLong: 'He putanga kua ngaro te mata, kua tū rānei',
  parkedCount: (count) => `${count} E TATARI ANA`,
  parkedCountLong: 'He putanga kāore he matapihi kia whakatau rā anō tētahi',
  covered: (count) => `${count} KUA HIPOKINA`,
  coveredLong:
    'He putanga hōtaka kāore e whakaatu ana i tō rātou hongere: pango, whakamau, kāri whakamātau rānei',
  connected: (count) => `${count} kua honoa`,
  monitors: (count) => `${count} mata aroturuki`,
  channels: { program: 'HŌT', preview: 'ARO', rehearsal: 'HAR' },
  modes: {
    black: 'Pango',
    chroma: 'Tae kotahi',
    transparent: 'Pūataata',
    'key-fill': 'Kī + kapi',
    key: 'Kī',
  },
  states: {
    shown: 'Tuwhera',
    opening: 'E tuwhera ana',
    parked: 'E TATARI ANA',
    lost: 'KUA NGARO TE MATA',
    stopped: 'KUA TŪ',
    closed: 'Kua kati',
    connected: 'Kua honoa',
    waiting: 'E tatari ana',
    'no-app': 'Kāore he taupānga',
  },
  flags: { test: 'KĀRI WHAKAMĀTAU', black: 'PANGO', frozen: 'WHAKAMAU', guides: 'ĀRAHI' },
  flagsLong: {
    test: 'E whakaatu ana i te kāri whakamātau, kāore i tōna hongere.',
    black: 'He pango: e haere tonu ana tōna hongere engari kāore e kitea.',
    frozen: 'E mau ana ki tōna whakaahua whakamutunga: kāore e kitea ngā mahi o tōna hongere.',
    guides: 'Kua tāia ngā rohe haumaru me te mātiti ki runga i te whakaahua.',
  },
  fullscreen: (display) => `Mata katoa i ${display}`,
  fullscreenKey: (fill, key) => `Te kapi i ${fill} · te kī i ${key}`,
  display: (name, size, rate) => [name, size, rate].filter(Boolean).join(', '),
  size: ({ width, height }) => `${width}×${height}`,
  rate: (hertz) => (hertz > 0 ? `${Number(hertz.toFixed(2))} Hz` : ''),
  scale: (scale) => `${Math.round(scale * 100)} %`,
  numbered: (label, number) => (label ? `${label} (${number})` : `Mata ${number}`),
  chosen: (display) => `I kōwhiria: ${display}`,
  noDisplay: 'Kāore he mata kua kōwhiria',
  targets: {
    display: 'I runga i tētahi mata',
    window: 'He matapihi i tēnei rorohiko',
    browser: 'Puna pūtirotiro',
  },
  targetsShort: { window: 'Matapihi', browser: 'Puna pūtirotiro' },
  parked: {
    unassigned: 'Kāore anō he mata kia kōwhiria mōna.',
    unsure: 'He nui ake i te kotahi ngā mata ka taurite ki tērā i kōwhiria: kōwhiria anō.',
    desk: 'Nō te tēpu tōna mata ināianei: kōwhiria tētahi atu, nekehia rānei te tēpu.',
    taken: 'Kei tōna mata tētahi atu putanga: kōwhiria tētahi atu, katia rānei tērā putanga.',
    not_side_by_side: 'Me noho taha te kī me te kapi ki ngā mata e rua, kia ōrite te rahi me te āwhata.',
    wayland:
      'Kāore a Wayland e tuku taupānga kia whakanoho i ōna matapihi: tīmataria a Tallydesk ki --ozone-platform=x11, whakamahia rānei he matapihi.',
  },
  lost: (display) =>
    `Kua ngaro a ${display}. E haere tonu ana te hongere: honoa anō, kōwhiria rānei tētahi atu.`,
  itsDisplay: 'Tōna mata',
  stopped: 'E toru ngā hinganga o tōna whārangi i te meneti kotahi. Mā Tīmata anō e whakamātau anō.',
  waiting: 'Kāore anō he pūtirotiro e whakaatu ana: whakatuwheratia tōna wāhitau i reira.',
  noApp: 'Ka tuwhera tōna matapihi i te taupānga papamahi, ā, e rere ana tēnei teihana kāore he taupānga.',
  noPage: 'Kāore te whārangi i honoa',
  warningsShort: {
    scale: ({ scale }) => `āwhata ${scale}`,
    rate: ({ rate, frameRate }) => `${rate} mō ${frameRate}`,
    size: ({ size }) => `ehara i te 1920×1080: ${size}`,
    transparent: () => 'matapihi pūataata',
    spaces: () => 'He Spaces motuhake?',
    still: () => '0 fps',
    bounds: () => 'wāhi hē',
  },
  warnings: {
    scale: ({ scale }) =>
      `Ko te āwhata o te mata he ${scale}, nō reira kāore te whakaahua e tāia tohu ki te tohu: whakaritea ki te 100 % i ngā tautuhinga pūnaha.`,
    rate: ({ rate, frameRate }) =>
      `E whakahou ana te mata i te ${rate}, ehara i te whakarea o te ${frameRate} anga ia hēkona: ka oreore te nekehanga.`,
    size: ({ size }) => `He ${size} te mata, ehara i te 1920×1080: ka whakarahia te whakaahua kia uru.`,
    transparent: () =>
      'He pūataata te matapihi, kāore e tāia tikahia e ngā pūnaha katoa: he pai ake te kī + kapi, te tae kotahi rānei.',
    spaces: () =>
      'I macOS ka tāia te matapihi ki ngā mata e rua mehemea kua weto “Displays have separate Spaces”: tirohia ngā mata e rua.',
    still: () => 'Kāore te matapihi e tā anga ana, kua tū te whakaahua: tirohia te mata, ka tīmata anō.',
    bounds: () =>
      'Kāore te matapihi e hipoki tika ana i tōna mata: kua nekehia e te pūnaha, e tētahi atu rānei. Tīmataria anō.',
  },
  recovered: (times) => `i whakahokia mai ${times}×`,
  recoveredLong: (times, at, reason) => `i whakahokia mai ${times}×, nō ${at} te mea whakamutunga: ${reason}`,
  fps: (fps) => (fps === null ? '– fps' : `${Math.round(fps)} fps`),
  late: (count) => `${n(count)} tōmuri`,
  frames: (count) => `${n(count)} anga`,
  heartbeat: (dropped, frames, late) =>
    `I tōmuri te ${n(dropped)} o ngā anga ${n(frames)}, ${late} i te hēkona whakamutunga`,
  behind: 'KEI MURI',
  behindLong: 'Kāore anō ia kia tā i te āhua hou rawa',
  current: 'hou',
  actions: {
    black: 'Pango',
    freeze: 'Mau',
    test: 'Kāri',
    guides: 'Ārahi',
    restart: 'Tīmata anō',
    setUp: 'Tautuhi',
    choose: 'Kōwhiri mata…',
  },
  actionOn: (action, name) => `${action}: ${name}`,
  chooseFor: (name) => `Kōwhiri mata mō ${name}`,
  holdTest: (name) => `Puritia “Kāri whakamātau” kia tau te kāri ki ${name}.`,
  unnamed: 'Kāore he ingoa',
  output: 'whārangi',
  monitor: 'aroturuki',
  reduced: 'Kua iti te wehenga',
  reducedLong:
    'Ehara i runga i tēnei mīhini: kotahi te tukanga o ōna paparanga, nō reira ka taea e te tauira iri te aukati i ērā atu.',
};

export const outputSetup: typeof setup.outputSetup = {
  title: 'Whakarite putanga',
  outputs: 'Ngā putanga o te whakaaturanga',
  add: 'Tāpiri putanga',
  newName: (count) => `Putanga ${count}`,
  frameRate: 'Tere anga o te whakaaturanga',
  frameRateHint: 'Ka hihiratia ngā mata ki tēnei',
  perSecond: (rate) => `${rate} anga ia hēkona`,
  close: 'Kua oti',
  none: 'Kāore he putanga kua kōwhiria: tāpirihia tētahi.',
  programStays:
    'I te whakaharatau ka noho pērā tonu ngā putanga hōtaka: hoki ki te mataora kia hurihia tēnei.',
  name: 'Ingoa',
  channel: 'Hongere',
  channels: { program: 'Hōtaka', preview: 'Arokite', rehearsal: 'Whakaharatau' },
  target: 'Kei hea',
  display: 'Mata',
  keyDisplay: 'Mata o te kī',
  keyRule:
    'Kei te taha mauī, kei te taha matau rānei o te kapi, kia ōrite te rahi me te āwhata: kotahi te matapihi mō ngā mata e rua.',
  noFill: 'Kōwhiria te mata o te kapi i te tuatahi.',
  thisDesk: 'tēnei tēpu',
  whyDesk: 'Kei konei te tēpu: ka hipokina e te putanga.',
  keyMisfits: {
    same: 'kei konei te kapi',
    size: 'he rerekē te rahi, te āwhata rānei i tō te kapi',
    place: 'kāore i te taha o te kapi',
  },
  keyOf: (name) => `${name}, kī`,
  identify: 'Tautuhi',
  identifyHint: 'Ka whakaatu i te tau o ia mata mō ētahi hēkona.',
  identifyElsewhere: 'Ka mahi te tautuhi i te taupānga papamahi, i te rorohiko kei a ia ngā mata.',
  noApp:
    'Ka kōwhiria ngā mata i te taupānga papamahi, i te rorohiko putanga. E rere ana tēnei teihana kāore he taupānga.',
  arrows: 'Mā ngā pere e neke, mā Enter e kōwhiri.',
  mode: 'Whakaahua',
  modeHints: {
    black: 'He whakairoiro i runga i te pango: mō te pūhanumi ka tāpiri, ka kī mā te kanapa.',
    chroma: 'He whakairoiro i runga i te tae kotahi: mō te kī tae.',
    transparent: 'He whakairoiro i runga i ngā mea kei muri i te matapihi.',
    'key-fill': 'He whakairoiro i runga i te pango ki tētahi mata, tō rātou ārepa hei kiwikiwi ki tērā atu.',
    key: 'Ko te ārepa anake, hei kiwikiwi: he mārō te mā.',
  },
  chroma: 'Te tae kei muri i ngā whakairoiro',
  notAColour: 'Ko te tae he # me ngā mati, reta a–f rānei e ono',
  transparency: {
    win32:
      'Windows: kua kōrerotia te hinga o te pūtaiwa kāri whakairoiro i ngā matapihi pūataata, kāore e taea te huri rahi, ā, ka mārō i ngā taputapu kaiwhakawhanake.',
    linux: 'Linux: me whai pūtito, ka pango ki te kore.',
    darwin: 'macOS: ka mahi.',
  },
  preferKey: 'He pai ake te kī + kapi, te tae kotahi rānei, mehemea ka taea e te pūhanumi.',
  warnings: 'Hei titiro',
  address: (name) => `Wāhitau putanga o ${name}`,
  addressHint: 'Mō te puna pūtirotiro (OBS, vMix, CasparCG) ka tae ki tēnei teihana.',
  copy: 'Tārua',
  copied: 'Kua tāruatia',
  copyFailed: 'Tīpakohia, ka tārua',
  open: 'Whakatuwhera',
  shut: 'Kati',
  holdToShut: 'Puritia kia kati',
  delete: 'Muku',
  deleteOpen: 'Katia i mua i te muku.',
  restart: 'Tīmata anō',
  holdToRestart: 'Puritia kia tīmata anō',
  actionOn: (action, name) => `${action}: ${name}`,
};

export const quitting: typeof setup.quitting = {
  title: 'He mea kei te hau',
  quit: 'Puritia kia mutu',
  stay: 'Noho ki te hau',
};

export const appVerbs: typeof setup.appVerbs = {
  identify: 'Tautuhi mata',
  openShow: 'Whakatuwhera whakaaturanga…',
  saveShowCopy: 'Tiaki tārua o te whakaaturanga…',
  exportAsRun: 'Kaweake rangitaki pāho…',
  exportFacts: 'Kaweake meka…',
  copyDiagnostics: 'Tārua mōhiohio whakatau',
  openLogs: 'Whakatuwhera kōpaki rangitaki',
};

export const appSilent = 'Kāore te taupānga papamahi i whakahoki.';
