/** Te reo Māori: the fixed terms of a show. */
import type * as english from '../../words.ts';

type Of<K extends keyof typeof english> = (typeof english)[K];

export const layers: Of<'layers'> = {
  background: 'Papamuri',
  fullframe: 'Mata katoa',
  'lower-third': 'Hautoru raro',
  ticker: 'Kupu rere',
  bug: 'Koko',
};

export const marks: Of<'marks'> = {
  on: 'KEI TE HAU',
  coming: 'E TAE MAI ANA',
  going: 'E HAERE ANA',
  fault: 'HAPA',
  pvw: 'ARO',
  armed: 'TAKATŪ',
  changed: 'KUA HURI',
};

export const rehearsalMarks: Of<'rehearsalMarks'> = { on: 'E WHAKAHARATAU ANA' };

export const layerStates: Of<'layerStates'> = {
  off: 'Weto',
  armed: 'TAKATŪ',
  coming: 'E TAE MAI ANA',
  on: 'KEI TE HAU',
  going: 'E HAERE ANA',
  fault: 'HAPA',
};

export const factWords: Of<'factWords'> = {
  fact_draft: 'HUKIHUKI',
  fact_withdrawn: 'KUA UNUHIA',
  fact_superseded: 'KUA WHAKAKAPIA',
  fact_embargoed: 'RĀHUI',
  fact_stale: 'TAWHITO',
  fact_do_not_air: 'KAUA E PĀHO',
  fact_context_only: 'HOROPAKI',
  fact_quote_only: 'WHAKAHUA ANAKE',
  fact_missing: 'KĀORE HE MEKA',
  label_missing: 'KĀORE HE TAPANGA',
  rehearsal_data: 'WHAKAHARATAU',
  data_invalid: 'HIHIRATIA',
  house_wrong: 'HIHIRATIA NGĀ TŪRU',
  party_missing: 'KĀORE HE RŌPŪ',
  graphic_missing: 'KĀORE HE TAUIRA',
  graphic_fault: 'HAPA',
  requirements_unmet: 'KĀORE I KONEI',
};

export const approvals: Of<'approvals'> = {
  draft: 'HUKIHUKI',
  approved: 'KUA WHAKAAETIA',
  superseded: 'KUA WHAKAKAPIA',
  withdrawn: 'KUA UNUHIA',
};

export const advices: Of<'advices'> = {
  ok: 'Ka taea te pāho',
  ok_with_label: 'Me whai i tōna tapanga',
  ok_as_quote_only: 'Hei whakahua kōrero anake',
  do_not_air_as_worded: 'Kaua e pāho i ēnei kupu',
  context_only: 'Hei horopaki anake, kaua e pāho',
};

export const adviceWords: Of<'adviceWords'> = {
  ok: 'PAI',
  ok_with_label: 'ME TAPA',
  ok_as_quote_only: 'WHAKAHUA ANAKE',
  do_not_air_as_worded: 'KAUA E PĀHO',
  context_only: 'HOROPAKI',
};

export const certainties: Of<'certainties'> = {
  stated: 'He kī',
  attributed: 'Nā tētahi',
  hedged: 'He ngākaurua',
  projected: 'He matapae',
  provisional: 'Mō tēnei wā',
  leading: 'Kei mua',
  called: 'Kua karangahia',
  declared: 'Kua whakapuakina',
  conceded: 'Kua tuku',
};

export const statuses: Of<'statuses'> = {
  'pre-election': 'I mua i te pōti',
  'unofficial-partial': 'Ehara i te mea ōkawa, he wāhanga',
  'unofficial-complete': 'Ehara i te mea ōkawa, kua oti',
  recount: 'Tatau anō',
  certified: 'Kua whakamanahia',
  correction: 'Whakatikanga',
  partial_count: 'Tatauranga wāhanga',
  projected: 'He matapae',
  possible: 'Tērā pea',
  leading: 'Kei mua',
  too_close: 'Tata rawa',
  declared_by_source: 'I whakapuakina e te puna',
  stated_by_candidate: 'I kīia e te kaitono',
  conceded: 'Kua tuku',
  historical: 'Nō mua',
  trend: 'Ia',
  stated: 'He kī',
};

export const keysLive: Of<'keysLive'> = {
  free: 'Kei te mahi ngā pātuhi katoa',
  button: 'Kei te mahi ngā pātuhi katoa · Mā Enter e pēhi te pātene kei te arotahi',
  list: 'Kei te mahi ngā pātuhi pāho · ↑ ↓ kei tēnei rārangi',
  check: 'Kei te mahi ngā pātuhi pāho · Mā Space e huri te pouaka, mā Num Enter e tango',
  tabs: 'Kei te mahi ngā pātuhi pāho · ← → hei huri ripa, Num . hei haere tonu',
  typing: 'E pato ana: ko ngā pātuhi F me te papatau anake ka tae ki te hau · Esc hei wehe',
  dialog: 'Kua tuwhera he pouaka: ko ngā pātuhi F me te papatau anake ka tae ki te hau · Esc hei kati',
};
