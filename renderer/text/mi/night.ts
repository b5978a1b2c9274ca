/** Te reo Māori: rehearsing with a night, and a rehearsal's report. */
import type { Report, Unknown } from '../../../core/rehearsal/report-shape.ts';
import type * as english from '../night.ts';

const seconds = (ms: number): string => {
  const all = Math.round(ms / 1000);
  if (all < 60) return `${all} hēk`;
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)} hāora` : `${minutes}:${two(rest)} men`;
};

export const night: typeof english.night = {
  region: 'Te pō hei whakaharatau',
  title: 'PŌ',
  which: 'Ko tēhea pō',
  none: 'Kōwhiria he pō…',
  noNights: 'Kāore he pō e tukuna ana: kei te rangitaki a te teihana te take.',
  play: 'Whakatangi',
  playHint: 'Ka tatau i tēnei pō ki roto i te whakaharatau, mai i te katinga o ngā pōti',
  pause: 'Tatari',
  go: 'Haere tonu',
  repeat: 'Tōaitia',
  repeatHint: 'Mai i tōna tīmatanga anō: te pō tonu',
  another: 'Tētahi atu pō ōna',
  anotherHint: 'He kākano hou: ko te hua ōrite, he rerekē te raupapa tatau',
  stop: 'Whakatū',
  stopHint: 'Ka mutu te pō. Ka noho ngā mea kua tatauria ki te whakaharatau.',
  speed: 'Tere',
  times: (speed) => `${speed}×`,
  timesLabel: (speed) => (speed === 1 ? 'Pērā i tōna tere tūturu' : `Kia ${speed} te whakarea o te tere`),
  position: 'Te wāhi o te pō',
  at: (clock, counted) => (counted === null ? clock : `${clock}, ${counted}% kua tatauria`),
  counted: (counted) => (counted === null ? '–' : `${counted.toFixed(1)}%`),
  countedWord: 'kua tatauria',
  jump: 'Peke ki te ōrau kua tatauria',
  jumpUnit: '% kua tatauria',
  jumpTo: 'Peke',
  round: (round) => `Huringa ${round}`,
  state: { playing: 'E tangi ana', paused: 'E tatari ana', ended: 'Kua tatauria te katoa' },
};

const UNKNOWN: Record<Unknown, (report: Report) => string> = {
  eyes: () =>
    'E mōhio ana ki tā ngā atamira i kī ai. Kāore e mōhio ki tā te tangata i kite ai, i kī ai, i whakaaro ai.',
  unseen: ({ unseen, takes }) =>
    `${unseen} o te ${takes.length} tango kāore i kīia kua kitea: kāore he atamira o te hongere whakaharatau e tuwhera ana, i hapa rānei te whakairoiro. Kāore tō rātou wā ki te hau e tatauria.`,
  speed: () =>
    'He tere ake te pō i te karaka: nō te wā o te pō te tōmuri me te tōmua, he maha ōna hēkona i te hēkona kotahi i te tēpu.',
  shifted: () =>
    'I whakaharatauria i tētahi atu wā o te rā: ka inea te tōmuri me te tōmua mai i te tohu tuatahi whai mahere i tangohia.',
  no_plan: () => 'Kāore he tohu whai wā mahere, nō reira kāore he mea hei tōmuri.',
  running: () => 'Kāore anō te whakaharatau kia mutu: ka tatauria ngā mea e iri ana tae noa ki nāianei.',
  damaged: ({ damaged }) => `${damaged} rārangi o tōna rangitaki kāore i taea te pānui, kua waiho ki waho.`,
  cut: () =>
    'Kāore he mutunga o tōna rangitaki: i tū te teihana. Ka tatauria ngā mea e iri ana tae noa ki te rārangi whakamutunga.',
};

export const report: typeof english.report = {
  title: 'Pūrongo whakaharatau',
  open: 'Pūrongo whakaharatau',
  which: 'Ko tēhea whakaharatau',
  running: 'E rere ana ināianei',
  takesOf: (n) => `${n} tango`,
  none: 'Kāore anō tētahi kia whakaharatau i tēnei whakaaturanga. Puritia “Puritia kia whakaharatau” i te pae runga; ka tuwhera te pūrongo i tō hokinga ki te mataora.',
  asking: 'E pānui ana i te rangitaki…',
  close: 'Kati',
  csv: 'Tiaki hei CSV',
  json: 'Tiaki hei JSON',
  saved: (name) => `Kua tiakina te pūrongo hei ${name}.`,
  failed: 'Kāore te pūrongo i taea te pānui: kāore he mea i tiakina.',
  lasted: (ms, by) => `${seconds(ms)}, nā ${by} i tīmata`,
  duration: seconds,
  played: (title, rounds, fastest) => `${title}: ${rounds} huringa, kia ${fastest} te whakarea o tōna tere`,
  noNight: 'I whakaharatauria kāore he pō.',
  summary: 'He tirohanga',
  figures: {
    takes: 'Tango',
    refusals: 'Whakahēnga',
    late: 'Tōmuri, tōmua rānei',
    notTaken: 'Kāore i tangohia',
    undone: 'Hapa i wetekia',
    pulled: 'I tōia mai',
    gaps: 'Piako, tāpara rānei',
    overrides: 'Ahakoa te kēti',
  },
  late: (ms) =>
    ms === null
      ? '–'
      : Math.abs(ms) < 1000
        ? 'i te wā tika'
        : `${seconds(Math.abs(ms))} ${ms > 0 ? 'tōmuri' : 'tōmua'}`,
  sections: {
    plan: 'Ki te mahere',
    refusals: 'Ngā whakahēnga, mā te take',
    graphics: 'Te wā ki te hau, mā te tauira',
    cues: 'Te wā ki te hau, mā te tohu',
    mistakes: 'Ngā hapa i wetekia, ngā mea i tōia mai',
    gaps: 'Ngā wā piako, tāpara rānei',
    overrides: 'I tangohia ahakoa te kēti',
    takes: 'Ngā tango katoa',
    unknown: 'Ngā mea kāore tēnei pūrongo e mōhio',
  },
  against: {
    night: 'Ka whakatauritea ngā wā mahere ki te karaka o te pō.',
    clock: 'Ka whakatauritea ngā wā mahere ki te karaka.',
    first: 'Ka inea ngā wā mahere mai i te tohu tuatahi whai mahere i tangohia.',
  },
  notTaken: 'Kāore i tangohia',
  head: {
    time: 'Wā',
    cue: 'Tohu',
    planned: 'Mahere',
    late: 'Tōmuri, tōmua rānei',
    round: 'Huringa',
    onAir: 'Ki te hau',
    wait: 'Karanga ki te tango',
    by: 'Nā',
    reason: 'Take',
    count: 'Wā',
    said: 'Te kī',
    template: 'Tauira',
    takes: 'Tango',
    what: 'He aha',
    after: 'I muri i',
    layer: 'Paparanga',
    length: 'Mō te',
    between: 'I waenga',
  },
  undone: (title, detail) => `I wetekia: ${[title, detail].filter(Boolean).join(', ')}`,
  pulled: (cue) => `I tōia mai: ${cue}`,
  blank: 'Piako',
  doubled: 'E rua i te wā kotahi',
  between: (a, b) => `${a} → ${b}`,
  longestWait: (ms, cue) => `Te roa rawa mai i te karanga ki te tango: ${seconds(ms)}, ${cue}.`,
  nothing: 'Karekau.',
  unknown: (what, of) => UNKNOWN[what](of),
  review: 'Tirohia ngā mea i huri',
};
