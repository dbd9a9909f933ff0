import { message } from "../language/message.ts";

export const sexualContent = message({
	en: "Sexual content",
	de: "Sexuelle Inhalte",
	es: "Contenido sexual",
	ar: "محتوى جنسي",
	ja: "性的なコンテンツ",
});

export const sexualContentRule = message({
	en: "Sex acts, or content made to arouse",
	de: "Sexuelle Handlungen oder Inhalte, die erregen sollen",
	es: "Actos sexuales o contenido hecho para excitar",
	ar: "أفعال جنسية أو محتوى معدّ للإثارة",
	ja: "性行為や、性的に刺激することを目的としたもの",
});

export const nudity = message({
	en: "Nudity",
	de: "Nacktheit",
	es: "Desnudez",
	ar: "عُري",
	ja: "ヌード",
});

export const nudityRule = message({
	en: "Bare private parts, without anything sexual about it",
	de: "Entblößte Intimbereiche, ohne dass es sexuell ist",
	es: "Partes íntimas al descubierto, sin nada sexual",
	ar: "أعضاء خاصة مكشوفة دون طابع جنسي",
	ja: "性的ではないが、体の私的な部分が見えている",
});

export const minorSafety = message({
	en: "A child's safety",
	de: "Sicherheit von Kindern",
	es: "Seguridad de menores",
	ar: "سلامة طفل",
	ja: "子どもの安全",
});

export const minorSafetyRule = message({
	en: "A child is abused, exploited or shown in a sexual way",
	de: "Ein Kind wird missbraucht, ausgenutzt oder sexualisiert gezeigt",
	es: "Un menor es maltratado, explotado o mostrado de forma sexual",
	ar: "طفل يُساء إليه أو يُستغل أو يُعرض بطريقة جنسية",
	ja: "子どもが虐待・搾取されている、または性的に描かれている",
});

export const grooming = message({
	en: "An adult approaches a child",
	de: "Ein Erwachsener macht sich an ein Kind heran",
	es: "Un adulto se acerca a un menor",
	ar: "شخص بالغ يستدرج طفلًا",
	ja: "大人が子どもに近づいている",
});

export const groomingRule = message({
	en: "An adult seeks a child's trust for sexual ends, also in words alone",
	de: "Ein Erwachsener erschleicht sich das Vertrauen eines Kindes mit sexueller Absicht, auch nur mit Worten",
	es: "Un adulto busca la confianza de un menor con fines sexuales, aunque sea solo con palabras",
	ar: "بالغ يكسب ثقة طفل لغرض جنسي، ولو بالكلام وحده",
	ja: "大人が性的な目的で子どもの信頼を得ようとしている(言葉だけの場合も)",
});

export const violence = message({
	en: "Violence or threats",
	de: "Gewalt oder Drohungen",
	es: "Violencia o amenazas",
	ar: "عنف أو تهديدات",
	ja: "暴力・脅迫",
});

export const violenceRule = message({
	en: "Threats, calls to hurt somebody, praise of attacks",
	de: "Drohungen, Aufrufe zu Gewalt, Lob von Anschlägen",
	es: "Amenazas, llamadas a hacer daño, elogio de ataques",
	ar: "تهديدات أو دعوات للإيذاء أو تمجيد للاعتداءات",
	ja: "脅し、加害の呼びかけ、攻撃の称賛",
});

export const graphic = message({
	en: "Shocking pictures",
	de: "Schockierende Bilder",
	es: "Imágenes impactantes",
	ar: "صور صادمة",
	ja: "衝撃的な映像",
});

export const graphicRule = message({
	en: "Blood, serious injuries, cruelty to animals",
	de: "Blut, schwere Verletzungen, Tierquälerei",
	es: "Sangre, heridas graves, crueldad con animales",
	ar: "دماء أو إصابات بالغة أو قسوة على الحيوانات",
	ja: "流血、重傷、動物への虐待",
});

export const hate = message({
	en: "Hate",
	de: "Hass",
	es: "Odio",
	ar: "كراهية",
	ja: "ヘイト",
});

export const hateRule = message({
	en: "Attacks on people for who they are: origin, religion, gender, disability",
	de: "Angriffe auf Menschen für das, was sie sind: Herkunft, Religion, Geschlecht, Behinderung",
	es: "Ataques a personas por lo que son: origen, religión, género, discapacidad",
	ar: "هجوم على الناس بسبب ما هم عليه: الأصل أو الدين أو الجنس أو الإعاقة",
	ja: "出身、宗教、性別、障がいなどを理由とした攻撃",
});

export const harassment = message({
	en: "Bullying or harassment",
	de: "Mobbing oder Belästigung",
	es: "Acoso",
	ar: "تنمر أو مضايقة",
	ja: "いじめ・嫌がらせ",
});

export const harassmentRule = message({
	en: "Somebody is insulted, humiliated or pursued",
	de: "Jemand wird beleidigt, bloßgestellt oder verfolgt",
	es: "Se insulta, humilla o persigue a alguien",
	ar: "شخص يُهان أو يُذل أو يُلاحق",
	ja: "誰かが侮辱され、辱められ、付きまとわれている",
});

export const selfHarm = message({
	en: "Suicide or self-harm",
	de: "Suizid oder Selbstverletzung",
	es: "Suicidio o autolesiones",
	ar: "انتحار أو إيذاء النفس",
	ja: "自殺・自傷",
});

export const selfHarmRule = message({
	en: "Somebody may hurt themselves, or it is encouraged",
	de: "Jemand könnte sich etwas antun, oder dazu wird ermuntert",
	es: "Alguien podría hacerse daño, o se anima a ello",
	ar: "شخص قد يؤذي نفسه، أو تشجيع على ذلك",
	ja: "自分を傷つけるおそれ、またはそれを促すもの",
});

export const dangerousActs = message({
	en: "Dangerous acts",
	de: "Gefährliche Handlungen",
	es: "Actos peligrosos",
	ar: "أفعال خطرة",
	ja: "危険な行為",
});

export const dangerousActsRule = message({
	en: "Stunts and challenges that others copy and get hurt by",
	de: "Mutproben, die andere nachmachen und sich dabei verletzen",
	es: "Retos que otros imitan y con los que se hacen daño",
	ar: "تحديات يقلدها الآخرون فيتأذون",
	ja: "まねをした人がけがをするような挑戦",
});

export const drugsAndWeapons = message({
	en: "Drugs or weapons",
	de: "Drogen oder Waffen",
	es: "Drogas o armas",
	ar: "مخدرات أو أسلحة",
	ja: "薬物・武器",
});

export const drugsAndWeaponsRule = message({
	en: "Sold, or shown so that it tempts",
	de: "Verkauft oder verlockend gezeigt",
	es: "Se venden o se muestran de forma tentadora",
	ar: "تُباع أو تُعرض بشكل مغرٍ",
	ja: "販売、または誘惑するような紹介",
});

export const spam = message({
	en: "Spam",
	de: "Spam",
	es: "Spam",
	ar: "محتوى مزعج",
	ja: "スパム",
});

export const spamRule = message({
	en: "The same again and again, bought likes, misleading links",
	de: "Immer wieder dasselbe, gekaufte Likes, irreführende Links",
	es: "Lo mismo una y otra vez, me gusta comprados, enlaces engañosos",
	ar: "تكرار متواصل أو إعجابات مشتراة أو روابط مضللة",
	ja: "同じ投稿の繰り返し、いいねの購入、紛らわしいリンク",
});

export const scam = message({
	en: "A scam",
	de: "Betrug",
	es: "Una estafa",
	ar: "احتيال",
	ja: "詐欺",
});

export const scamRule = message({
	en: "Somebody wants money or data by deceit",
	de: "Jemand will mit Täuschung an Geld oder Daten",
	es: "Alguien busca dinero o datos con engaños",
	ar: "شخص يريد المال أو البيانات بالخداع",
	ja: "だましてお金や個人情報を得ようとしている",
});

export const impersonation = message({
	en: "Impersonation",
	de: "Falsche Identität",
	es: "Suplantación",
	ar: "انتحال شخصية",
	ja: "なりすまし",
});

export const impersonationRule = message({
	en: "An account pretends to be somebody else",
	de: "Ein Konto gibt sich als jemand anderes aus",
	es: "Una cuenta se hace pasar por otra persona",
	ar: "حساب يدّعي أنه شخص آخر",
	ja: "他人のふりをしているアカウント",
});

export const underage = message({
	en: "Younger than 13",
	de: "Jünger als 13",
	es: "Menor de 13 años",
	ar: "أصغر من 13 عامًا",
	ja: "13歳未満",
});

export const underageRule = message({
	en: "Whose account it is seems to be younger than 13",
	de: "Wem das Konto gehört, scheint jünger als 13 zu sein",
	es: "Parece que la persona de la cuenta tiene menos de 13 años",
	ar: "يبدو أن صاحب الحساب أصغر من 13 عامًا",
	ja: "アカウントの持ち主が13歳未満と思われる",
});

export const privateInformation = message({
	en: "Private information",
	de: "Private Angaben",
	es: "Información privada",
	ar: "معلومات خاصة",
	ja: "個人情報",
});

export const privateInformationRule = message({
	en: "Addresses, numbers or intimate pictures, shown without consent",
	de: "Adressen, Nummern oder intime Bilder, ohne Einwilligung gezeigt",
	es: "Direcciones, números o imágenes íntimas, mostrados sin permiso",
	ar: "عناوين أو أرقام أو صور حميمة نُشرت دون موافقة",
	ja: "同意なく公開された住所、番号、私的な画像",
});

export const misinformation = message({
	en: "Misinformation",
	de: "Falschinformation",
	es: "Información falsa",
	ar: "معلومات مضللة",
	ja: "誤情報",
});

export const misinformationRule = message({
	en: "False claims that can do harm: about health, elections, disasters",
	de: "Falsche Behauptungen, die schaden können: zu Gesundheit, Wahlen, Katastrophen",
	es: "Afirmaciones falsas que pueden hacer daño: sobre salud, elecciones, catástrofes",
	ar: "ادعاءات كاذبة قد تضر: عن الصحة أو الانتخابات أو الكوارث",
	ja: "健康、選挙、災害など、害を及ぼしうる虚偽の主張",
});

export const intellectualProperty = message({
	en: "Somebody's work, used without permission",
	de: "Fremdes Werk ohne Erlaubnis",
	es: "Obra ajena sin permiso",
	ar: "عمل للغير دون إذن",
	ja: "無断使用された作品",
});

export const intellectualPropertyRule = message({
	en: "Music, film, pictures or a brand of somebody else",
	de: "Musik, Film, Bilder oder eine Marke von jemand anderem",
	es: "Música, cine, imágenes o una marca de otra persona",
	ar: "موسيقى أو فيلم أو صور أو علامة لشخص آخر",
	ja: "他人の音楽、映像、画像、商標",
});

export const other = message({
	en: "Something else",
	de: "Etwas anderes",
	es: "Otra cosa",
	ar: "شيء آخر",
	ja: "その他",
});

export const otherRule = message({
	en: "It breaks the rules in another way",
	de: "Es verstößt auf andere Weise gegen die Regeln",
	es: "Incumple las reglas de otra manera",
	ar: "يخالف القواعد بطريقة أخرى",
	ja: "そのほかのルール違反",
});
