/** Te reo Māori: settings of the desk, the tour, and help. */
import type { help as englishHelp } from '../help.ts';
import type { looks as englishLooks } from '../looks.ts';
import type { tour as englishTour } from '../tour.ts';

export const looks: typeof englishLooks = {
  open: 'Tautuhinga',
  title: 'Tautuhinga o tēnei tēpu',
  intro: 'Mō tēnei pūtirotiro anake: ka noho pērā tonu te whakaaturanga me ērā atu tēpu.',
  theme: 'Tae',
  themes: { system: 'Pērā i te pūnaha', dark: 'Pōuri', light: 'Mārama', studio: 'Taupuni' },
  themeHints: {
    system: 'He pōuri, he mārama rānei, i tā tēnei rorohiko.',
    dark: 'Mō te rūma whakahaere.',
    light: 'Mō te rūma whai rā.',
    studio:
      'Mō te taupuni pōuri: he pūrēhua, he iti te kikorangi, ko te hau me ngā whakatūpato anake e kanapa ana.',
  },
  language: 'Reo',
  languageHint: 'Ka uta anō te whārangi. Kāore te hau e rongo.',
  languageUnsaved:
    'He kupu kāore anō kia tiakina kei tētahi āpure, ka ngaro: katia tēnei, tiakina te āpure, pēhia rānei a Esc, ka kōwhiri anō.',
  show: 'Tautuhinga whakaaturanga…',
  close: 'Kati',
};

export const tour: typeof englishTour = {
  region: 'Haerenga rua meneti',
  offerTitle: 'He hou koe ki konei?',
  offer: 'I ngā meneti e rua ka takahia e ō ringa te porowhita katoa: karanga, pānui, tango, puta.',
  start: 'Tīmata i te haerenga',
  again: 'Haere tonu i te haerenga',
  later: 'Taihoa',
  laterHint: 'Kei te Āwhina e tatari ana: F1.',
  progress: (at, all) => `${at} o te ${all}`,
  back: 'Hoki',
  skip: 'Peke',
  leave: 'Wehe',
  finish: 'Whakaoti',
  done: 'Kua oti',
  live: (outputs) =>
    outputs > 0
      ? `MATAORA, ā, ${outputs} putanga hōtaka kua honoa: ko āu e tango ai, ka kitea e ngā mātakitaki. Kāore te haerenga e tango i tētahi mea.`
      : 'MATAORA: ko āu e tango ai ka tae ki te hōtaka. Kāore te haerenga e tango i tētahi mea.',
  nothingToTake:
    'Kāore he tohu o tēnei whakaaturanga ka taea te tango ināianei. Whakatuwheratia he whakaaturanga tauira, tirohia rānei te Hihira tōmua.',
  steps: {
    rehearse: {
      title: 'Whakaharatau i te tuatahi',
      body: 'Puritia “Puritia kia whakaharatau” i te pae runga kia karaka rā anō te taiapa o te mata. I muri iho kāore āu mahi e tae ki ngā mātakitaki, ā, ka hoki te whakaaturanga ki tōna āhua.',
    },
    recall: {
      title: 'Karangahia he tohu',
      body: 'Patohia [first], kātahi ko [recall]. Ka tae te tohu ki te arokite, te whakaahua mauī. Kāore anō he mea kei te hau.',
    },
    read: {
      title: 'Pānuitia',
      body: 'E whakaatu ana te arokite i te mea tonu ka pāho ina tangohia: pānuitia ngā ingoa me ngā tau i mua i te tango. Me kī he hē: patohia [second], kātahi ko [recall].',
    },
    take: {
      title: 'Tangohia',
      body: 'Mā [take] e whakairi tonu te mea kei te arokite. Ka tae noa mai te tohu e whai ake ki te arokite.',
    },
    continue: {
      title: 'Haere tonu',
      body: 'He nui ake i te kotahi ngā hipanga o tēnei whakairoiro. Mā [continue] e whakaatu i te mea e whai ake.',
    },
    update: {
      title: 'Hurihia i a ia e iri ana',
      body: 'Kāore te mea e iri ana e huri noa. Mā [selectUp] e tīpako anō i tōna tohu, mā [edit] e kuhu ki ōna kupu: hurihia tētahi, Enter. Kātahi ko [escape], mā [update] e pana i te huringa ki te wāhi.',
    },
    out: {
      title: 'Puta',
      body: 'Mā [out] e tango te mea i tangohia whakamutungatia, me tōna ake hākoritanga.',
    },
    preflight: {
      title: 'Hihira tōmua',
      body: 'Kei raro i te taha matau te maha o ngā tohu ka whakahēngia mehemea ka tangohia ināianei. Pēhia: mā ia tohu e kī he aha ai.',
    },
    live: {
      title: 'Hoki ki te mataora',
      body: 'Puritia “Puritia kia mataora”. Kāore āu mea i whakaharatau i pāho; makaia ina pātaihia koe.',
    },
    finish: {
      title: 'Kia tekau ngā pātuhi hei maumahara',
      body: 'Kei [help] ērā atu pātuhi katoa, kei F1 te āwhina.',
    },
  },
  digits: 'Mati',
};

export const help: typeof englishHelp = {
  open: 'Āwhina',
  title: 'Āwhina',
  search: 'Rapu i te āwhina',
  searchHint: 'Rapu: he kupu, he pātuhi, he aha te raru',
  list: 'Ngā kaupapa',
  none: 'Kāore he whārangi āwhina kei a ia ēnei kupu katoa. Whakamātauria tētahi o aua kupu anake.',
  keySheet: 'Ngā pātuhi katoa',
  close: 'Kati',
  groups: {
    here: 'Kei konei koe',
    trouble: 'Me aha mehemea',
    place: 'Ngā wāhanga o te tēpu',
    word: 'Kupu',
    key: 'Pātuhi',
  },
  keyIs: (cap) => `Tōna pātuhi: ${cap}`,
  places: {
    rundown: {
      title: 'Te rārangi',
      paragraphs: [
        'Ngā tohu katoa i te raupapa o te pō. Patohia he tau me [recall] kia tae te tohu ki te arokite; mā [selectUp] me [selectDown] e neke te tīpakonga, mā [recall] e karanga te mea kua tīpakohia.',
        'ARO kei te arokite, KEI TE HAU kei te hau, KUA HURI he rerekē ngā kupu o te tohu kei te hau: mā [update] e pana.',
        'Mā [moveUp] me [moveDown] e neke te tohu. Mā [lock] e raka te rārangi: ko ngā pātuhi pāho anake ka mahi.',
      ],
    },
    inspector: {
      title: 'Te tirotiro',
      paragraphs: [
        'Te katoa o te tohu, o te meka rānei kua tīpakohia. Mā [edit] e kuhu ki tōna āpure tuatahi, mā Enter e tiaki, mā [escape] e wehe.',
        'Ko te uara he kikorangi te taha nō tētahi meka, ka huri tahi rāua. Mā [update] anake e huri te mea kei te hau, ka huri noa rānei mehemea e whai ana te tohu i ōna meka.',
      ],
    },
    preflight: {
      title: 'Te hihira tōmua',
      paragraphs: [
        'Ngā tohu katoa ka whakahēngia mehemea ka tangohia ināianei, me ngā take katoa. Tirohia i mua i te whakaaturanga: ki te piako te rārangi, ka taea ngā tohu katoa te tango.',
      ],
    },
    monitors: {
      title: 'Ngā mata aroturuki',
      paragraphs: [
        'Kei te mauī te arokite, te whakaahua hei pānui i mua i te tango. Kei te matau te hōtaka, nā te whārangi tonu e tā ana i te hau; i te whakaharatau ko te hongere whakaharatau.',
        'E whakaatu ana i te mea tūturu, kāore i te mea i tonoa. Ki te roa rawa te tū o te whakaahua ka kī: TĒRĀ PEA HE TAWHITO.',
      ],
    },
    transport: {
      title: 'Ngā pātene nui',
      paragraphs: [
        'E kī ana ia mea ka mahi ki te aha, he aha hoki tōna pātuhi: ka tango a [take] i te arokite, ka haere a [continue] ki te hipanga e whai ake, ka pana a [update] i ngā huringa, ka whakaputa a [out].',
        'Ka mahi a Haere tonu, a Whakahou, a Puta ki te paparanga i tangohia whakamutungatia, ki te mea rānei kua kōwhiria i ngā Paparanga.',
        'Kāore he mea e whakahinatia: ka whakahēngia te mea e kore e taea, me te take kei te rārangi raro, ka noho te hau pērā tonu.',
      ],
    },
    layers: {
      title: 'Ngā paparanga',
      paragraphs: [
        'He aha kei ia paparanga, kua pēhea te roa, kei tēhea hipanga, he aha e whai ake. Kōwhiria he paparanga, ā, ka mahi a Haere tonu, a Whakahou, a Puta ki reira kia [escape] rā anō.',
      ],
    },
    outputs: {
      title: 'Ngā putanga',
      paragraphs: [
        'Ka haere ngā whakaahua ki hea: he matapihi i ngā mata, he puna pūtirotiro. E kī ana ia mea mehemea kua honoa, e hia ngā anga e tāia ana, kei muri rānei.',
        'Ki te ngaro te mata o tētahi putanga ka noho kati kia kōwhiri rā anō koe: kāore ia e neke noa ki tētahi atu mata.',
      ],
    },
    facts: {
      title: 'Ngā meka',
      paragraphs: [
        'Ngā kōrero ka taea e te whakaaturanga, me tō rātou puna. Ko ngā meka kua whakaaetia anake ka tae ki te hau, ā, ki te tonoa ngā whatu e whā, ko tētahi atu i te kaituhi ka whakaae.',
        'Mā [newFact] e tuhi, mā [approveFact] e whakaae, mā [putUpFact] e hanga he tohu, ka mau ki te arokite. I mua i te whakatika meka ka pātaihia ka ahatia ia tohu e whakamahi ana.',
      ],
    },
    feeds: {
      title: 'Ngā whāngai',
      paragraphs: [
        'He hua ka tae noa mai. Kāore te whāngai e tuhi ki te hau: ka tatari āna mea hei marohi, mehemea kāore he ture e tuku ana i ngā huringa māmā.',
        'Ko ngā mea rerekē (te heke o te tatauranga, te toa hou, ngā tūru kāore e tika te tapeke) ka tatari tonu ki te tangata.',
      ],
    },
    results: {
      title: 'Ngā hua',
      paragraphs: [
        'Ngā tūru i tātaihia i ngā pōti, ngā otinga whakamutunga, ngā pōti e hapa ana i ia rōpū mō tōna tūru e whai ake, ko wai ka taea te kāwana. Kāore e whakaponohia ngā tūru a te puna: ka whakatauritea.',
      ],
    },
    templates: {
      title: 'Ngā tauira me te āhua',
      paragraphs: [
        'Ngā whakairoiro o tēnei teihana me ō rātou putanga. Kāore te putanga hou e whakakapi i te mea kei te hau. Mā te āhua e huri ngā tae, te momotuhi me te moko o ngā tauira katoa i te wā kotahi.',
      ],
    },
    asRun: {
      title: 'Te rangitaki pāho',
      paragraphs: [
        'Te rārangi o ngā mea i whakaaturia: ngā raraunga tonu, te putanga o te tauira, ngā wā kuhu me ngā wā puta, nā wai. Kāore e taea te whakatika.',
      ],
    },
    rehearsal: {
      title: 'Te whakaharatau',
      paragraphs: [
        'Puritia te kōpeka i te pae runga. I te whakaharatau ka haere ngā tangohanga ki te hongere whakaharatau, ā, kāore ngā putanga hōtaka e whakaatu i te mea hou, ahakoa he aha te tono.',
        'Ka mau tonu taua tohu ki ngā mea i tuhia i te whakaharatau, e kore rawa e tae ki te hōtaka. I muri iho ka tirohia e koe: puritia hei hukihuki hou, makaia rānei.',
      ],
    },
    workbench: {
      title: 'Te papa mahi',
      paragraphs: [
        'Mō te hunga hanga tauira: ko ia tauira me ōna pūmau, ngā puka ora, ngā āhua katoa, te tere me ngā hipanga. Kāore he mea i konei ka tae ki te hau, ka huri rānei i te whakaaturanga.',
      ],
    },
  },
  troubles: {
    hangs: {
      title: 'Kua iri te whakairoiro',
      paragraphs: [
        'E haere tonu ana ērā atu paparanga. Kōwhiria te paparanga, ka pēhi i [out]; ki te kore e wehe, mā [panic] e tango te katoa i taua wā tonu, te mea iri hoki.',
        'Kātahi ka karanga anō, ka titiro ki te arokite i mua i te tango anō. Kei ngā Paparanga tōna raru.',
      ],
    },
    display: {
      title: 'Kua ngaro te mata',
      paragraphs: [
        'E kī ana te putanga KUA NGARO TE MATA, ā, e haere tonu ana te hongere. Honoa anō te mata: ka hoki noa mai te putanga ki taua mata anake.',
        'Ki te kore e hoki mai: Putanga, “Kōwhiri mata…”.',
      ],
    },
    stale: {
      title: 'Kua tawhito te whāngai',
      paragraphs: [
        'Ka noho ngā tatauranga pai whakamutunga. Tirohia i ngā Whāngai nōnahea te pānui whakamutunga, ka pēhi i “Titiro ināianei”.',
        'Me puta te tatauranga kei te hau kāore tōna wā: [out]. Ka whakahēngia noatia ngā meka whai paunga ina pahure te wā.',
      ],
    },
    wrongName: {
      title: 'He ingoa hē kei te hau',
      paragraphs: [
        'Whakaputaina: [out]. Kāore he pātai.',
        'Kātahi ka whakatika i te meka: ka whakaatu te whakatikanga i ngā tohu katoa e whakamahi ana, ā, ina whakaaetia ka huri te mea kei te hau i te wāhi. Mā “Tāpiri tāhei whakatikanga” ka tohu te whakatikanga.',
      ],
    },
    stationGone: {
      title: 'Kua ngaro te teihana',
      paragraphs: [
        'Ka whero te tēpu, ka kī; kāore āu pēhanga e tae ki te hau. Ka mau ngā putanga ki tā rātou whakaahua whakamutunga.',
        'Ka hono anō te tēpu. I muri i te hinga ka pātai te teihana mō ngā mea i te hau: “Whakahokia”, “Warea” rānei. Kāore he mea e hoki noa mai.',
      ],
    },
    refused: {
      title: 'I whakahēngia te tango',
      paragraphs: [
        'Kāore te hau i huri. Kei te rārangi raro te take, kei te Hihira tōmua ngā take katoa o ngā tohu katoa.',
        'Ko ngā take māori: kāore te meka i whakaaetia, he rāhui tōna, kua unuhia rānei; kāore te kuputuhi e uru; kāore he rōpū. Ki te tukua e te whakaaturanga, mā “Tangohia ahakoa…” e tango me tō ingoa me te take ki te rangitaki.',
      ],
    },
    twoDesks: {
      title: 'Tokorua e huri ana i te mea kotahi',
      paragraphs: [
        'Ka mau te mea i tiakina tuatahitia; ka whakamōhiotia tērā atu, ka kite i ngā mea e rua, ka whakatau. Ka kī a Wetekia nā wai te hipanga ka whakahokia.',
      ],
    },
    wrongMode: {
      title: 'Kei te aratau hē au',
      paragraphs: [
        'Ko te WHAKAHARATAU he taiapa karaka: kāore he mea e tae ki ngā mātakitaki. Ko te MATAORA kāore he taiapa: ka tae te katoa.',
        'Ka puritia te kōpeka, ā, ka whakahēngia i te mea he mea kei te hau: [clear] i te tuatahi.',
      ],
    },
  },
  words: {
    station: {
      title: 'Teihana',
      paragraphs: [
        'Te tukanga kotahi kei a ia te whakaaturanga me te mea kei te hau. He whārangi nōna ngā tēpu me ngā putanga.',
      ],
    },
    desk: {
      title: 'Tēpu',
      paragraphs: [
        'Tēnei whārangi. Tērā pea he maha i te wā kotahi; kotahi te whakaaturanga, kotahi te hau e kitea ana.',
      ],
    },
    stage: {
      title: 'Atamira',
      paragraphs: [
        'Te whārangi e tā ana i tētahi hongere: ko ia matapihi putanga, ko ia puna pūtirotiro, ko ia mata aroturuki.',
      ],
    },
    show: {
      title: 'Whakaaturanga',
      paragraphs: [
        'Ngā meka, ngā tohu, ngā rōpū, te āhua, ngā putanga me ngā whāngai o te pō kotahi, i te kōpaki kotahi. Ka tiakina i ia huringa.',
      ],
    },
    fact: {
      title: 'Meka',
      paragraphs: [
        'He kī kua āta tirohia me ōna uara, tōna tūnga, tōna tūturutanga, tōna puna, ōna whakaaetanga me tōna putanga.',
      ],
    },
    template: {
      title: 'Tauira',
      paragraphs: ['He whakairoiro (he mōkī OGraf): he hautoru raro, he kōpiko tūru, he kupu rere.'],
    },
    cue: {
      title: 'Tohu',
      paragraphs: ['Kotahi te mea o te rārangi: he tauira, ōna kupu, he paparanga, he tau karanga.'],
    },
    channel: {
      title: 'Hongere',
      paragraphs: [
        'Kei te hau te hōtaka, ka pānuitia te arokite i mua i te tango, ko te whakaharatau kei te tūranga o te hōtaka i a koe e whakaharatau ana.',
      ],
    },
    layer: {
      title: 'Paparanga',
      paragraphs: [
        'He tūranga whai ingoa, kotahi te whakairoiro i te wā kotahi: papamuri, mata katoa, hautoru raro, kupu rere, koko.',
      ],
    },
    output: {
      title: 'Putanga',
      paragraphs: [
        'Kei hea te hongere e whakaaturia ana: he matapihi i tētahi mata, he kī me te kapi, he puna pūtirotiro.',
      ],
    },
    arm: {
      title: 'Takatū',
      paragraphs: ['Ka utaina hunatia, ka whakaritea, kia tere te tango. Ka takatū noa te tohu e whai ake.'],
    },
    take: {
      title: 'Tango',
      paragraphs: [
        'Whakairia ki te hau te mea kei te arokite. Ka whakamau ōna raraunga: mā Whakahou anake ngā whakatikanga o muri e tae ai ki te hau.',
      ],
    },
    continue: { title: 'Haere tonu', paragraphs: ['Te hipanga e whai ake o te whakairoiro he maha ōna.'] },
    update: {
      title: 'Whakahou',
      paragraphs: ['Panaia ngā raraunga hou o te tohu ki te hau i te wāhi, kāore he kuhunga hou.'],
    },
    out: { title: 'Puta', paragraphs: ['Whakaputaina tētahi paparanga, me te hākoritanga.'] },
    clear: { title: 'Ūkui', paragraphs: ['Whakaputaina te katoa, me te hākoritanga.'] },
    panic: {
      title: 'Ohotata',
      paragraphs: [
        'Tangohia te katoa i taua wā tonu, te mea iri hoki. Ka puritia ki te kiore, ki ōna pātuhi e toru rānei.',
      ],
    },
    gate: {
      title: 'Kēti',
      paragraphs: [
        'Te ara o ia tango: he raraunga e hāngai ana ki te tauira, he meka kua whakaaetia, he tātai e tika ana.',
      ],
    },
    follow: {
      title: 'Whai',
      paragraphs: [
        'Ko te tohu e whai ana ka tango i ngā tatauranga hou kua whakaaetia o ōna meka, i te wāhi, i a ia kei te hau.',
      ],
    },
    asRun: {
      title: 'Rangitaki pāho',
      paragraphs: ['Te rārangi o ngā mea tonu i whakaaturia, nōnahea, nā wai.'],
    },
    rehearsal: {
      title: 'Whakaharatau',
      paragraphs: ['Te aratau e kore ai tētahi mea e tae ki te hōtaka, ā, ka noho wehe ngā mea i tuhia.'],
    },
  },
};
