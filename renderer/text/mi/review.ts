/** Te reo Māori: the switch between live and rehearsal, and what a rehearsal has left. */
import type { review as english } from '../review.ts';

export const review: typeof english = {
  onAir: 'Kei te hau tētahi mea: ūkuia i te tuatahi, kātahi ka pupuri kia huri te aratau.',
  interrupted:
    'I te hau ētahi whakairoiro i te tūnga o te teihana: whakahokia, warewaretia rānei i te tuatahi.',
  frozen: (name) =>
    `E mau ana a “${name}” ki tētahi whakairoiro: tukua kia whai i tōna hongere, kātahi ka pupuri kia huri te aratau.`,
  toRehearsal:
    'Puritia: ka haere ngā tango ki te hongere whakaharatau, ka waiho te whakaaturanga kia noho pērā.',
  throwsAway: (n) =>
    `Puritia kia whakaharatau. Ka makaia ngā mea e ${n} o te whakaharatau o mua kāore anō kia whakatauhia.`,
  toLive:
    'Puritia: ka hoki te whakaaturanga ki tōna āhua o mua. Ka taea te titiro ki ngā mea i hangaia, i hurihia.',
  open: (n) => (n === 0 ? 'Arotake' : `Arotake ${n}`),
  openLong: (n) => `E ${n} ngā mea i mahue i te whakaharatau o mua: puritia, makaia rānei`,
  title: 'Ngā mea i mahue i te whakaharatau',
  intro:
    'Kua hoki te whakaaturanga ki tōna āhua o mua. Ko ngā mea ka puritia he mea hou: ko ngā meka he hukihuki, ko ngā tohu kei tō rātou ake wāhanga i te mutunga. Ka mau tonu ki a rātou te ingoa whakaharatau, ā, kāore rawa e tae ki te hōtaka.',
  of: (when, by) => `Whakaharatau o ${when}, nā ${by} i tīmata`,
  kinds: { fact: 'Meka', cue: 'Tohu' },
  what: { made: 'I HANGAIA', changed: 'I HURIHIA', removed: 'I TANGOHIA' },
  before: 'I mua',
  after: 'I te whakaharatau',
  nothing: 'kāore he mea',
  approval: 'Whakaaetanga',
  choose: (name) => `Kōwhiria ${name}`,
  chooseAll: 'Kōwhiria katoatia',
  chosen: (n, all) => `${n} o te ${all} kua kōwhiria`,
  keep: 'Puritia ngā mea kua kōwhiria',
  discard: 'Makaia ngā mea kua kōwhiria',
  later: 'Ā muri ake',
  isOver: 'Kua whakatauhia ngā mea katoa.',
  gone: (parts) => `I hurihia anō hoki, ā, kua ngaro me te whakaharatau: ${parts}.`,
  ofFeeds: (n) =>
    `Kāore i te rārangi, ā, kua ngaro me te whakaharatau: ngā meka e ${n} nā ōna whāngai, nā tētahi pō rānei i whakatāruatia.`,
  parts: {
    title: 'te taitara o te whakaaturanga',
    settings: 'ōna tautuhinga',
    parties: 'ōna rōpū',
    rundown: 'te raupapa o te rārangi',
    feeds: 'ōna whāngai',
    theme: 'tōna āhua',
    media: 'āna pāpāho',
    baseline: 'tōna pūtake',
  },
  neverOnProgram: 'I hangaia, i hurihia rānei i te whakaharatau: kāore rawa e tae ki te hōtaka.',
  cueFields: {
    name: 'Ingoa',
    number: 'Tau',
    graphic: 'Tauira',
    layer: 'Paparanga',
    data: 'Raraunga',
    bindings: 'Hono ki ngā meka',
    segment: 'Wāhanga',
    notes: 'Tuhipoka',
    autoOutMs: 'Puta aunoa (ms)',
    follow: 'Whai i ōna meka',
    colour: 'Tae',
    planned: 'Wā i whakaritea',
    plannedMs: 'Roa i whakaritea (ms)',
    with: 'Ka tangohia ngātahitia',
    advanceMs: 'Ka haere ki mua ā muri i te (ms)',
    skip: 'Ka pekea',
    hold: 'Ka pupuri',
  },
};
