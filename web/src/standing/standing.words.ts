import { message } from "../language/message.ts";

export const standing = message({
	en: "Account standing",
	de: "Stand deines Kontos",
	es: "Estado de la cuenta",
	ar: "حالة الحساب",
	ja: "アカウントの状態",
});

export const good = message({
	en: "Your account is in good standing",
	de: "Mit deinem Konto ist alles in Ordnung",
	es: "Tu cuenta está en regla",
	ar: "حسابك في حالة جيدة",
	ja: "アカウントに問題はありません",
});

export const goodNote = message({
	en: "Nothing counts against it.",
	de: "Nichts spricht dagegen.",
	es: "Nada cuenta en su contra.",
	ar: "لا شيء يُحسب عليه.",
	ja: "違反の記録はありません。",
});

export const warned = message({
	en: { one: "{count} strike counts against your account", other: "{count} strikes count against your account" },
	de: { one: "{count} Verwarnung zählt für dein Konto", other: "{count} Verwarnungen zählen für dein Konto" },
	es: { one: "{count} aviso cuenta en contra de tu cuenta", other: "{count} avisos cuentan en contra de tu cuenta" },
	ar: {
		zero: "لا إنذارات على حسابك",
		one: "إنذار واحد على حسابك",
		two: "إنذاران على حسابك",
		few: "{count} إنذارات على حسابك",
		many: "{count} إنذارًا على حسابك",
		other: "{count} إنذار على حسابك",
	},
	ja: { other: "警告が{count}件あります" },
});

export const limited = message({
	en: "What you post is not recommended for now",
	de: "Deine Beiträge werden vorerst nicht empfohlen",
	es: "Por ahora no se recomienda lo que publicas",
	ar: "لا يُوصى بما تنشره حاليًا",
	ja: "現在、投稿はおすすめに表示されません",
});

export const limitedUntil = message({
	en: "This ends on {day}. Your followers still see it.",
	de: "Das endet am {day}. Wer dir folgt, sieht sie weiterhin.",
	es: "Termina el {day}. Tus seguidores lo siguen viendo.",
	ar: "ينتهي ذلك في {day}. ما زال متابعوك يرونه.",
	ja: "{day}に終了します。フォロワーには引き続き表示されます。",
});

export const suspended = message({
	en: "Your account is suspended",
	de: "Dein Konto ist gesperrt",
	es: "Tu cuenta está suspendida",
	ar: "حسابك موقوف",
	ja: "アカウントは停止されています",
});

export const suspendedUntil = message({
	en: "Until {day} nobody sees it, and you can't use it.",
	de: "Bis {day} sieht es niemand, und du kannst es nicht nutzen.",
	es: "Hasta el {day} nadie la ve y no puedes usarla.",
	ar: "حتى {day} لا يراه أحد ولا يمكنك استخدامه.",
	ja: "{day}まで誰にも表示されず、利用できません。",
});

export const suspendedForGood = message({
	en: "It stays so, unless you appeal and somebody else agrees with you.",
	de: "Das bleibt so, außer du legst Widerspruch ein und jemand anderes gibt dir recht.",
	es: "Seguirá así, salvo que recurras y otra persona te dé la razón.",
	ar: "يبقى كذلك ما لم تعترض ويوافقك شخص آخر.",
	ja: "異議が認められない限り、この状態が続きます。",
});

export const ladder = message({
	en: "A strike counts for 90 days. Two are a warning; the third suspends the account for 7 days, the fourth for 30, the fifth for good.",
	de: "Eine Verwarnung zählt 90 Tage. Zwei sind eine Mahnung; die dritte sperrt das Konto für 7 Tage, die vierte für 30, die fünfte endgültig.",
	es: "Un aviso cuenta 90 días. Dos son una advertencia; el tercero suspende la cuenta 7 días, el cuarto 30 y el quinto para siempre.",
	ar: "يسري الإنذار 90 يومًا. الأول والثاني تحذير، والثالث يوقف الحساب 7 أيام، والرابع 30 يومًا، والخامس نهائيًا.",
	ja: "警告は90日間有効です。2件までは注意のみ、3件目で7日間、4件目で30日間、5件目で無期限の停止となります。",
});

export const strikes = message({
	en: "Strikes",
	de: "Verwarnungen",
	es: "Avisos",
	ar: "الإنذارات",
	ja: "警告",
});

export const strikeLine = message({
	en: "Since {day}, until {end}",
	de: "Seit {day}, bis {end}",
	es: "Desde el {day}, hasta el {end}",
	ar: "من {day} حتى {end}",
	ja: "{day}から{end}まで",
});

export const decisions = message({
	en: "Decisions about what you post",
	de: "Entscheidungen über deine Beiträge",
	es: "Decisiones sobre lo que publicas",
	ar: "قرارات بشأن ما تنشره",
	ja: "投稿に関する決定",
});

export const decisionsOfVideo = message({
	en: "About this video",
	de: "Zu diesem Video",
	es: "Sobre este vídeo",
	ar: "عن هذا الفيديو",
	ja: "この動画について",
});

export const allDecisions = message({
	en: "All decisions",
	de: "Alle Entscheidungen",
	es: "Todas las decisiones",
	ar: "كل القرارات",
	ja: "すべての決定",
});

export const none = message({
	en: "No decisions",
	de: "Keine Entscheidungen",
	es: "Ninguna decisión",
	ar: "لا قرارات",
	ja: "決定はありません",
});

export const noneNote = message({
	en: "If something of yours is ever restricted, you read here why, and what you can do.",
	de: "Wird je etwas von dir eingeschränkt, liest du hier warum und was du tun kannst.",
	es: "Si algún día se restringe algo tuyo, aquí verás por qué y qué puedes hacer.",
	ar: "إذا قُيّد شيء لك يومًا، ستقرأ هنا السبب وما يمكنك فعله.",
	ja: "制限された場合、その理由とできることがここに表示されます。",
});

export const removeVideo = message({
	en: "Your video was removed",
	de: "Dein Video wurde entfernt",
	es: "Se eliminó tu vídeo",
	ar: "أُزيل فيديوك",
	ja: "動画が削除されました",
});

export const removeComment = message({
	en: "Your comment was removed",
	de: "Dein Kommentar wurde entfernt",
	es: "Se eliminó tu comentario",
	ar: "أُزيل تعليقك",
	ja: "コメントが削除されました",
});

export const removeMessage = message({
	en: "Your message was removed",
	de: "Deine Nachricht wurde entfernt",
	es: "Se eliminó tu mensaje",
	ar: "أُزيلت رسالتك",
	ja: "メッセージが削除されました",
});

export const removeProfile = message({
	en: "Your profile was cleared",
	de: "Dein Profil wurde geleert",
	es: "Se vació tu perfil",
	ar: "أُفرغ ملفك الشخصي",
	ja: "プロフィールの内容が削除されました",
});

export const removeSound = message({
	en: "Your sound was removed",
	de: "Dein Sound wurde entfernt",
	es: "Se eliminó tu sonido",
	ar: "أُزيل صوتك",
	ja: "楽曲が削除されました",
});

export const restrictAge = message({
	en: "Your video is shown to adults only",
	de: "Dein Video wird nur Erwachsenen gezeigt",
	es: "Tu vídeo solo se muestra a adultos",
	ar: "يُعرض فيديوك للبالغين فقط",
	ja: "動画は成人にのみ表示されます",
});

export const noRecommend = message({
	en: "Your video is no longer recommended",
	de: "Dein Video wird nicht mehr empfohlen",
	es: "Tu vídeo ya no se recomienda",
	ar: "لم يعد يُوصى بفيديوك",
	ja: "動画はおすすめに表示されなくなりました",
});

export const muteSound = message({
	en: "The sound of your video was muted",
	de: "Der Ton deines Videos wurde stummgeschaltet",
	es: "Se silenció el sonido de tu vídeo",
	ar: "كُتم صوت فيديوك",
	ja: "動画の音声がミュートされました",
});

export const replaceSound = message({
	en: "The sound of your video was replaced",
	de: "Der Ton deines Videos wurde ersetzt",
	es: "Se sustituyó el sonido de tu vídeo",
	ar: "استُبدل صوت فيديوك",
	ja: "動画の音声が差し替えられました",
});

export const strike = message({
	en: "You got a strike",
	de: "Du hast eine Verwarnung bekommen",
	es: "Recibiste un aviso",
	ar: "تلقيت إنذارًا",
	ja: "警告を受けました",
});

export const suspend = message({
	en: "Your account was suspended",
	de: "Dein Konto wurde gesperrt",
	es: "Se suspendió tu cuenta",
	ar: "أُوقف حسابك",
	ja: "アカウントが停止されました",
});

export const shadowLimit = message({
	en: "What you post is not recommended for a while",
	de: "Deine Beiträge werden eine Weile nicht empfohlen",
	es: "Durante un tiempo no se recomienda lo que publicas",
	ar: "لا يُوصى بما تنشره لفترة",
	ja: "しばらくの間、投稿はおすすめに表示されません",
});

export const childAccount = message({
	en: "Your account is closed, because we believe you are younger than 13",
	de: "Dein Konto ist geschlossen, weil wir glauben, dass du jünger als 13 bist",
	es: "Tu cuenta está cerrada porque creemos que tienes menos de 13 años",
	ar: "حسابك مغلق لأننا نعتقد أنك أصغر من 13 عامًا",
	ja: "13歳未満と判断されたため、アカウントは閉じられています",
});

export const rule = message({
	en: "The rule",
	de: "Die Regel",
	es: "La regla",
	ar: "القاعدة",
	ja: "ルール",
});

export const reviewer = message({
	en: "In the reviewer's words",
	de: "In den Worten der prüfenden Person",
	es: "En palabras de quien lo revisó",
	ar: "بكلمات المراجِع",
	ja: "審査担当者のコメント",
});

export const found = message({
	en: "How it was found",
	de: "Wie es gefunden wurde",
	es: "Cómo se encontró",
	ar: "كيف وُجد",
	ja: "発見のきっかけ",
});

export const foundReport = message({
	en: "It was reported.",
	de: "Es wurde gemeldet.",
	es: "Fue denunciado.",
	ar: "أُبلغ عنه.",
	ja: "報告がありました。",
});

export const foundMachine = message({
	en: "Our own checks found it.",
	de: "Unsere eigenen Prüfungen haben es gefunden.",
	es: "Lo encontraron nuestras comprobaciones.",
	ar: "وجدته فحوصنا.",
	ja: "自動チェックで見つかりました。",
});

export const foundClaim = message({
	en: "A rights holder claimed it.",
	de: "Jemand mit Rechten daran hat Anspruch erhoben.",
	es: "Lo reclamó quien tiene los derechos.",
	ar: "طالب به صاحب الحقوق.",
	ja: "権利者から申し立てがありました。",
});

export const foundAppeal = message({
	en: "It was looked at again after an appeal.",
	de: "Es wurde nach einem Widerspruch noch einmal angesehen.",
	es: "Se revisó de nuevo tras un recurso.",
	ar: "أُعيد النظر فيه بعد اعتراض.",
	ja: "異議申し立ての後に再確認されました。",
});

export const byPerson = message({
	en: "A person looked at it and decided.",
	de: "Ein Mensch hat es angesehen und entschieden.",
	es: "Una persona lo miró y decidió.",
	ar: "نظر فيه شخص وقرر.",
	ja: "担当者が確認して決定しました。",
});

export const byMachine = message({
	en: "It was decided automatically.",
	de: "Es wurde automatisch entschieden.",
	es: "Se decidió automáticamente.",
	ar: "تقرر ذلك آليًا.",
	ja: "自動的に決定されました。",
});

export const lasts = message({
	en: "How long, and where",
	de: "Wie lange und wo",
	es: "Cuánto tiempo y dónde",
	ar: "المدة والمكان",
	ja: "期間と範囲",
});

export const lastsUntil = message({
	en: "Until {day}, everywhere",
	de: "Bis {day}, überall",
	es: "Hasta el {day}, en todas partes",
	ar: "حتى {day}، في كل مكان",
	ja: "{day}まで、すべての地域で",
});

export const lastsOn = message({
	en: "Without an end, everywhere",
	de: "Ohne Ende, überall",
	es: "Sin fecha de fin, en todas partes",
	ar: "بلا نهاية، في كل مكان",
	ja: "期限なし、すべての地域で",
});

export const puid = message({
	en: "Number in the EU's transparency database",
	de: "Nummer in der Transparenzdatenbank der EU",
	es: "Número en la base de datos de transparencia de la UE",
	ar: "الرقم في قاعدة بيانات الشفافية للاتحاد الأوروبي",
	ja: "EU透明性データベースの番号",
});

export const whatNow = message({
	en: "What you can do",
	de: "Was du tun kannst",
	es: "Qué puedes hacer",
	ar: "ما يمكنك فعله",
	ja: "できること",
});

export const inForce = message({
	en: "In force",
	de: "Gilt",
	es: "En vigor",
	ar: "سارٍ",
	ja: "有効",
});

export const undone = message({
	en: "Taken back",
	de: "Zurückgenommen",
	es: "Retirada",
	ar: "أُلغي",
	ja: "取り消し済み",
});

export const over = message({
	en: "Over",
	de: "Vorbei",
	es: "Terminada",
	ar: "انتهى",
	ja: "終了",
});

export const appeal = message({
	en: "Appeal",
	de: "Widerspruch einlegen",
	es: "Recurrir",
	ar: "اعترض",
	ja: "異議を申し立てる",
});

export const appealUntil = message({
	en: "If you think this is wrong, appeal until {day}. Somebody else looks at it.",
	de: "Hältst du das für falsch, leg bis {day} Widerspruch ein. Jemand anderes sieht es sich an.",
	es: "Si crees que es un error, recurre hasta el {day}. Lo mirará otra persona.",
	ar: "إن رأيت أن هذا خطأ فاعترض حتى {day}. سينظر فيه شخص آخر.",
	ja: "誤りだと思う場合は、{day}までに異議を申し立てられます。別の担当者が確認します。",
});

export const appealOver = message({
	en: "The time to appeal is over.",
	de: "Die Frist für einen Widerspruch ist vorbei.",
	es: "El plazo para recurrir ha terminado.",
	ar: "انتهت مدة الاعتراض.",
	ja: "異議申し立ての期限は過ぎました。",
});

export const appealWhy = message({
	en: "Why do you see it differently?",
	de: "Warum siehst du es anders?",
	es: "¿Por qué lo ves de otra manera?",
	ar: "لماذا ترى الأمر مختلفًا؟",
	ja: "なぜ誤りだと思いますか?",
});

export const appealSend = message({
	en: "Send appeal",
	de: "Widerspruch senden",
	es: "Enviar recurso",
	ar: "إرسال الاعتراض",
	ja: "送信",
});

export const appealShort = message({
	en: "A sentence or two, please.",
	de: "Bitte ein, zwei Sätze.",
	es: "Una o dos frases, por favor.",
	ar: "جملة أو جملتان من فضلك.",
	ja: "一、二文でお書きください。",
});

export const appealSent = message({
	en: "Your appeal is sent. Somebody else looks at it, and you will be told.",
	de: "Dein Widerspruch ist gesendet. Jemand anderes sieht es sich an, und du hörst von uns.",
	es: "Recurso enviado. Lo mirará otra persona y te avisaremos.",
	ar: "أُرسل اعتراضك. سينظر فيه شخص آخر وسنخبرك.",
	ja: "異議申し立てを送信しました。別の担当者が確認し、結果をお知らせします。",
});

export const appealWaits = message({
	en: "Your appeal waits for somebody else to look at it.",
	de: "Dein Widerspruch wartet darauf, dass jemand anderes ihn ansieht.",
	es: "Tu recurso espera a que lo mire otra persona.",
	ar: "اعتراضك بانتظار أن ينظر فيه شخص آخر.",
	ja: "異議申し立ては別の担当者の確認待ちです。",
});

export const appealUpheld = message({
	en: "Somebody else agreed with you: it is taken back.",
	de: "Jemand anderes hat dir recht gegeben: Es ist zurückgenommen.",
	es: "Otra persona te dio la razón: se ha retirado.",
	ar: "وافقك شخص آخر: أُلغي القرار.",
	ja: "異議が認められ、決定は取り消されました。",
});

export const appealRejected = message({
	en: "Somebody else looked at it, and the decision stands.",
	de: "Jemand anderes hat es angesehen, und die Entscheidung bleibt.",
	es: "Otra persona lo miró y la decisión se mantiene.",
	ar: "نظر فيه شخص آخر، والقرار باقٍ.",
	ja: "別の担当者が確認し、決定は維持されました。",
});

export const whyLink = message({
	en: "Why, and what you can do",
	de: "Warum, und was du tun kannst",
	es: "Por qué y qué puedes hacer",
	ar: "السبب وما يمكنك فعله",
	ja: "理由とできること",
});

export const reports = message({
	en: "Your reports",
	de: "Deine Meldungen",
	es: "Tus denuncias",
	ar: "بلاغاتك",
	ja: "あなたの報告",
});

export const reportsNone = message({
	en: "You reported nothing",
	de: "Du hast nichts gemeldet",
	es: "No has denunciado nada",
	ar: "لم تبلغ عن شيء",
	ja: "報告はありません",
});

export const reportsNoneNote = message({
	en: "What you report stands here, with what came of it. Nobody is told that it was you.",
	de: "Was du meldest, steht hier, mit dem, was daraus wurde. Niemand erfährt, dass du es warst.",
	es: "Lo que denuncies aparece aquí, con el resultado. Nadie sabrá que fuiste tú.",
	ar: "ما تبلغ عنه يظهر هنا مع نتيجته. لن يعرف أحد أنك المبلّغ.",
	ja: "報告した内容と結果がここに表示されます。報告者は知らされません。",
});

export const received = message({
	en: "Waits for a person",
	de: "Wartet auf einen Menschen",
	es: "Espera a una persona",
	ar: "بانتظار شخص",
	ja: "確認待ち",
});

export const reportUpheld = message({
	en: "Something was done about it",
	de: "Es wurde etwas unternommen",
	es: "Se tomaron medidas",
	ar: "اتُخذ إجراء",
	ja: "対応しました",
});

export const dismissed = message({
	en: "Nothing against the rules",
	de: "Nichts gegen die Regeln",
	es: "Nada contra las reglas",
	ar: "لا شيء مخالف للقواعد",
	ja: "違反は見つかりませんでした",
});

export const askAgain = message({
	en: "Ask for another look",
	de: "Noch einmal ansehen lassen",
	es: "Pedir otra revisión",
	ar: "اطلب نظرة أخرى",
	ja: "再確認を依頼",
});

export const reportAppealWaits = message({
	en: "Somebody else will look at it.",
	de: "Jemand anderes sieht es sich an.",
	es: "Lo mirará otra persona.",
	ar: "سينظر فيه شخص آخر.",
	ja: "別の担当者が確認します。",
});

export const reportAppealRejected = message({
	en: "Somebody else looked at it, too, and found nothing either.",
	de: "Auch jemand anderes hat nichts gefunden.",
	es: "Otra persona lo miró y tampoco encontró nada.",
	ar: "نظر فيه شخص آخر أيضًا ولم يجد شيئًا.",
	ja: "別の担当者も確認しましたが、違反は見つかりませんでした。",
});

export const kindVideo = message({
	en: "Video",
	de: "Video",
	es: "Vídeo",
	ar: "فيديو",
	ja: "動画",
});

export const kindComment = message({
	en: "Comment",
	de: "Kommentar",
	es: "Comentario",
	ar: "تعليق",
	ja: "コメント",
});

export const kindMessage = message({
	en: "Message",
	de: "Nachricht",
	es: "Mensaje",
	ar: "رسالة",
	ja: "メッセージ",
});

export const kindConversation = message({
	en: "Conversation",
	de: "Unterhaltung",
	es: "Conversación",
	ar: "محادثة",
	ja: "会話",
});

export const kindProfile = message({
	en: "Profile",
	de: "Profil",
	es: "Perfil",
	ar: "حساب",
	ja: "プロフィール",
});

export const kindSound = message({
	en: "Sound",
	de: "Sound",
	es: "Sonido",
	ar: "صوت",
	ja: "楽曲",
});
