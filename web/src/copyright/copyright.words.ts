import { message } from "../language/message.ts";

export const title = message({
	en: "What was found in your video",
	de: "Was in deinem Video gefunden wurde",
	es: "Qué se encontró en tu vídeo",
	ar: "ما وُجد في الفيديو",
	ja: "動画内で見つかったもの",
});

export const loading = message({
	en: "Loading what was found",
	de: "Wird geladen",
	es: "Cargando lo encontrado",
	ar: "يجري التحميل",
	ja: "読み込み中",
});

export const nothing = message({
	en: "Nothing of others was found in it",
	de: "Nichts von anderen gefunden",
	es: "No se encontró nada ajeno",
	ar: "لم يوجد فيه شيء لغيرك",
	ja: "他の人の作品は見つかりませんでした",
});

export const nothingNote = message({
	en: "Neither in its sound nor in its pictures.",
	de: "Weder im Ton noch im Bild.",
	es: "Ni en el sonido ni en la imagen.",
	ar: "لا في الصوت ولا في الصورة.",
	ja: "音声にも映像にもありません。",
});

export const sound = message({
	en: "Sound: {name}",
	de: "Ton: {name}",
	es: "Sonido: {name}",
	ar: "صوت: {name}",
	ja: "音声: {name}",
});

export const pictures = message({
	en: "Pictures: {name}",
	de: "Bilder: {name}",
	es: "Imágenes: {name}",
	ar: "صور: {name}",
	ja: "映像: {name}",
});

export const unnamed = message({
	en: "another video's original",
	de: "das Original eines anderen Videos",
	es: "el original de otro vídeo",
	ar: "أصل فيديو آخر",
	ja: "別の動画のオリジナル",
});

export const stretch = message({
	en: "{from} to {to} in your video",
	de: "{from} bis {to} in deinem Video",
	es: "De {from} a {to} en tu vídeo",
	ar: "من {from} إلى {to} في الفيديو",
	ja: "動画の{from}〜{to}",
});

export const listen = message({
	en: "Hear the recording",
	de: "Aufnahme anhören",
	es: "Escuchar la grabación",
	ar: "استمع إلى التسجيل",
	ja: "録音を聴く",
});

export const blocked = message({
	en: "The video is not shown because of it.",
	de: "Deshalb wird das Video nicht gezeigt.",
	es: "Por eso no se muestra el vídeo.",
	ar: "لهذا لا يُعرض الفيديو.",
	ja: "このため動画は表示されません。",
});

export const muted = message({
	en: "This stretch was silenced.",
	de: "Diese Stelle wurde stumm geschaltet.",
	es: "Este tramo se silenció.",
	ar: "أُسكت هذا المقطع.",
	ja: "この部分は消音されました。",
});

export const replaced = message({
	en: "Its sound was replaced.",
	de: "Der Ton wurde ersetzt.",
	es: "Se reemplazó el sonido.",
	ar: "استُبدل الصوت.",
	ja: "音声は差し替えられました。",
});

export const held = message({
	en: "The video waits for you, or for a person to decide.",
	de: "Das Video wartet auf dich oder auf eine Entscheidung.",
	es: "El vídeo espera a que decidas tú o una persona.",
	ar: "الفيديو بانتظارك أو بانتظار قرار.",
	ja: "あなたか担当者の判断を待っています。",
});

export const credited = message({
	en: "It may stay; its maker is named.",
	de: "Es darf bleiben; wer es gemacht hat, wird genannt.",
	es: "Puede quedarse; se nombra a su autor.",
	ar: "يمكن أن يبقى مع ذكر صاحبه.",
	ja: "作者を表示したうえで公開できます。",
});

export const licensed = message({
	en: "You may use it.",
	de: "Du darfst es verwenden.",
	es: "Puedes usarlo.",
	ar: "يمكنك استخدامه.",
	ja: "使用できます。",
});

export const whatNow = message({
	en: "What you can do",
	de: "Was du tun kannst",
	es: "Qué puedes hacer",
	ar: "ما يمكنك فعله",
	ja: "できること",
});

export const mute = message({
	en: "Silence these stretches",
	de: "Diese Stellen stumm schalten",
	es: "Silenciar estos tramos",
	ar: "إسكات هذه المقاطع",
	ja: "この部分を消音する",
});

export const muteNote = message({
	en: "The rest of the sound stays. The video is made again and goes up by itself.",
	de: "Der übrige Ton bleibt. Das Video wird neu erstellt und geht von selbst online.",
	es: "El resto del sonido se queda. El vídeo se rehace y se publica solo.",
	ar: "يبقى بقية الصوت. يُعاد إعداد الفيديو ثم يُنشر تلقائيًا.",
	ja: "残りの音声はそのまま。動画は作り直され、自動で公開されます。",
});

export const replace = message({
	en: "Take another sound",
	de: "Anderen Ton nehmen",
	es: "Usar otro sonido",
	ar: "اختيار صوت آخر",
	ja: "別の楽曲に差し替える",
});

export const beingMade = message({
	en: "Your video is being made again",
	de: "Dein Video wird neu erstellt",
	es: "Tu vídeo se está rehaciendo",
	ar: "يُعاد إعداد الفيديو",
	ja: "動画を作り直しています",
});

export const dispute = message({
	en: "This is wrong",
	de: "Das stimmt nicht",
	es: "Esto es un error",
	ar: "هذا خطأ",
	ja: "間違いを申し立てる",
});

export const disputeWhy = message({
	en: "Why?",
	de: "Warum?",
	es: "¿Por qué?",
	ar: "لماذا؟",
	ja: "理由",
});

export const mistake = message({
	en: "It isn't in my video",
	de: "Es ist nicht in meinem Video",
	es: "No está en mi vídeo",
	ar: "ليس في الفيديو الخاص بي",
	ja: "この動画には含まれていない",
});

export const mine = message({
	en: "It is my own",
	de: "Es ist von mir",
	es: "Es mío",
	ar: "إنه لي",
	ja: "自分の作品である",
});

export const licence = message({
	en: "I have a licence",
	de: "Ich habe eine Lizenz",
	es: "Tengo una licencia",
	ar: "لدي ترخيص",
	ja: "ライセンスを持っている",
});

export const fairUse = message({
	en: "The law allows it: quotation, criticism, parody",
	de: "Das Gesetz erlaubt es: Zitat, Kritik, Parodie",
	es: "La ley lo permite: cita, crítica, parodia",
	ar: "القانون يسمح به: اقتباس أو نقد أو محاكاة ساخرة",
	ja: "引用・批評・パロディとして法律で認められる",
});

export const publicDomain = message({
	en: "It belongs to everybody",
	de: "Es ist gemeinfrei",
	es: "Es de dominio público",
	ar: "إنه ملك عام",
	ja: "著作権が切れている",
});

export const statement = message({
	en: "In your own words",
	de: "In deinen Worten",
	es: "Con tus palabras",
	ar: "بكلماتك",
	ja: "あなたの言葉で",
});

export const statementHint = message({
	en: "At least {least} characters. A person reads it.",
	de: "Mindestens {least} Zeichen. Ein Mensch liest es.",
	es: "Al menos {least} caracteres. Lo lee una persona.",
	ar: "{least} حرفًا على الأقل. يقرؤه شخص.",
	ja: "{least}文字以上。担当者が読みます。",
});

export const send = message({
	en: "Send",
	de: "Senden",
	es: "Enviar",
	ar: "إرسال",
	ja: "送信",
});

export const disputeSent = message({
	en: "Sent. A person decides, and you hear of it.",
	de: "Gesendet. Ein Mensch entscheidet, und du erfährst davon.",
	es: "Enviado. Decide una persona y te avisamos.",
	ar: "أُرسل. يقرر شخص وستعلم بالنتيجة.",
	ja: "送信しました。担当者が判断し、結果をお知らせします。",
});

export const waiting = message({
	en: "You disputed it: a person is looking.",
	de: "Du hast widersprochen: Ein Mensch sieht es sich an.",
	es: "Lo impugnaste: una persona lo revisa.",
	ar: "اعترضت عليه: شخص يراجعه.",
	ja: "申し立て済み: 担当者が確認中です。",
});

export const upheld = message({
	en: "You disputed it, and were right.",
	de: "Du hast widersprochen und hattest recht.",
	es: "Lo impugnaste y tenías razón.",
	ar: "اعترضت عليه وكنت محقًا.",
	ja: "申し立てが認められました。",
});

export const rejected = message({
	en: "You disputed it; it stays as it is.",
	de: "Du hast widersprochen; es bleibt dabei.",
	es: "Lo impugnaste; se queda como está.",
	ar: "اعترضت عليه؛ يبقى كما هو.",
	ja: "申し立ては認められませんでした。",
});

export const whyLink = message({
	en: "See what was found",
	de: "Ansehen, was gefunden wurde",
	es: "Ver qué se encontró",
	ar: "اعرض ما وُجد",
	ja: "見つかったものを見る",
});
