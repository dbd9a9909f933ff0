import { message } from "../language/message.ts";

export const noMail = message({
	en: "Without one no mail can reach you.",
	de: "Ohne sie erreicht dich keine Mail.",
	es: "Sin una no te llega ningún correo.",
	ar: "بدونه لا تصلك أي رسالة.",
	ja: "登録しないとメールは届きません。",
});

export const videoFailedNote = message({
	en: "When one of yours can't be processed, and what to do.",
	de: "Wenn eins deiner Videos nicht verarbeitet werden kann, und was zu tun ist.",
	es: "Cuando uno de los tuyos no se puede procesar, y qué hacer.",
	ar: "عندما تتعذر معالجة أحد فيديوهاتك، وما العمل.",
	ja: "動画を処理できなかったときに、対処方法をお知らせします。",
});

export const mailVideoFailed = message({
	en: "Mail when a video failed",
	de: "Mail, wenn ein Video fehlschlägt",
	es: "Correo cuando falla un vídeo",
	ar: "بريد عند فشل فيديو",
	ja: "動画の処理失敗をメールで通知",
});

export const digestNote = message({
	en: "On Monday morning, if anything happened.",
	de: "Montagmorgens, wenn etwas los war.",
	es: "El lunes por la mañana, si ha pasado algo.",
	ar: "صباح الاثنين، إن حدث شيء.",
	ja: "動きがあれば月曜の朝にお届けします。",
});

export const mailDigest = message({
	en: "Mail of your week in short",
	de: "Mail mit deiner Woche in Kürze",
	es: "Correo con tu semana en breve",
	ar: "بريد بملخص أسبوعك",
	ja: "週のまとめをメールで受け取る",
});

export const keptWithAccount = message({
	en: "What you hear of is kept with your account.",
	de: "Was du erfährst, wird mit deinem Konto gespeichert.",
	es: "De qué te enteras se guarda con tu cuenta.",
	ar: "ما يصلك يُحفظ مع حسابك.",
	ja: "通知の設定はアカウントに保存されます。",
});

export const loading = message({
	en: "Loading what you hear of",
	de: "Einstellungen werden geladen",
	es: "Cargando ajustes",
	ar: "جارٍ تحميل الإعدادات",
	ja: "設定を読み込み中",
});

export const peopleOff = message({
	en: "People you hear nothing of",
	de: "Leute, von denen du nichts hörst",
	es: "Gente de la que no te enteras",
	ar: "أشخاص لا يصلك عنهم شيء",
	ja: "通知しない人",
});

export const addPerson = message({
	en: "Add a person",
	de: "Person hinzufügen",
	es: "Añadir una persona",
	ar: "إضافة شخص",
	ja: "人を追加",
});

export const hearAgain = message({
	en: "Hear of {username} again",
	de: "Wieder von {username} hören",
	es: "Volver a enterarte de {username}",
	ar: "تلقّي أخبار {username} مجددًا",
	ja: "{username}さんの通知を再開",
});

export const pushHere = message({
	en: "Push notifications on this device",
	de: "Push-Mitteilungen auf diesem Gerät",
	es: "Notificaciones push en este dispositivo",
	ar: "الإشعارات الفورية على هذا الجهاز",
	ja: "この端末でプッシュ通知",
});

export const quietHours = message({
	en: "Quiet hours",
	de: "Ruhezeiten",
	es: "Horas de silencio",
	ar: "أوقات الهدوء",
	ja: "おやすみ時間",
});

export const byClock = message({
	en: "By the clock of {timeZone}. Afterwards you get it all in one.",
	de: "Nach der Uhr von {timeZone}. Danach bekommst du alles auf einmal.",
	es: "Según la hora de {timeZone}. Después lo recibes todo junto.",
	ar: "بتوقيت {timeZone}. بعدها يصلك كل شيء دفعة واحدة.",
	ja: "{timeZone}の時刻に合わせます。終了後にまとめて届きます。",
});

export const teenNight = message({
	en: "For teens it is always quiet from {from} to {to}, by the clock of {city}. News about your account's safety still comes.",
	de: "Für Jugendliche ist es immer von {from} bis {to} ruhig, nach der Uhr von {city}. Was die Sicherheit deines Kontos betrifft, kommt trotzdem.",
	es: "Para adolescentes siempre hay silencio de {from} a {to}, según la hora de {city}. Los avisos sobre la seguridad de tu cuenta llegan igualmente.",
	ar: "للمراهقين وقت هدوء دائم من {from} إلى {to} بتوقيت {city}. أما تنبيهات أمان حسابك فتصلك دائمًا.",
	ja: "10代の方には、{city}の時刻で{from}から{to}まで通知しません。アカウントの安全に関するお知らせは届きます。",
});

export const quietNote = message({
	en: "For the night, say. Everything still shows up in your inbox.",
	de: "Zum Beispiel für die Nacht. Im Postfach erscheint trotzdem alles.",
	es: "Por ejemplo, de noche. Todo sigue apareciendo en tu bandeja.",
	ar: "لليل مثلًا. يظهر كل شيء في الوارد رغم ذلك.",
	ja: "夜間などに。受信箱にはすべて表示されます。",
});

export const from = message({
	en: "From",
	de: "Von",
	es: "Desde",
	ar: "من",
	ja: "開始",
});

export const to = message({
	en: "To",
	de: "Bis",
	es: "Hasta",
	ar: "إلى",
	ja: "終了",
});

export const mentions = message({
	en: "Mentions",
	de: "Erwähnungen",
	es: "Menciones",
	ar: "الإشارات إليك",
	ja: "メンション",
});

export const replies = message({
	en: "Replies",
	de: "Antworten",
	es: "Respuestas",
	ar: "الردود",
	ja: "返信",
});

export const comments = message({
	en: "Comments on your videos",
	de: "Kommentare zu deinen Videos",
	es: "Comentarios en tus vídeos",
	ar: "تعليقات على فيديوهاتك",
	ja: "動画へのコメント",
});

export const accepted = message({
	en: "Accepted requests",
	de: "Angenommene Anfragen",
	es: "Solicitudes aceptadas",
	ar: "الطلبات المقبولة",
	ja: "承認されたリクエスト",
});

export const likes = message({
	en: "Likes of your videos",
	de: "Likes für deine Videos",
	es: "Me gusta en tus vídeos",
	ar: "إعجابات بفيديوهاتك",
	ja: "動画への「いいね」",
});

export const commentLikes = message({
	en: "Likes of your comments",
	de: "Likes für deine Kommentare",
	es: "Me gusta en tus comentarios",
	ar: "إعجابات بتعليقاتك",
	ja: "コメントへの「いいね」",
});

export const reposts = message({
	en: "Reposts of your videos",
	de: "Reposts deiner Videos",
	es: "Republicaciones de tus vídeos",
	ar: "إعادة نشر فيديوهاتك",
	ja: "動画の再投稿",
});

export const milestones = message({
	en: "Milestones of your videos",
	de: "Meilensteine deiner Videos",
	es: "Hitos de tus vídeos",
	ar: "إنجازات فيديوهاتك",
	ja: "動画の節目",
});

export const viral = message({
	en: "A video spreads fast",
	de: "Ein Video verbreitet sich schnell",
	es: "Un vídeo se difunde rápido",
	ar: "فيديو ينتشر بسرعة",
	ja: "動画の急拡散",
});

export const ready = message({
	en: "A video is ready",
	de: "Ein Video ist fertig",
	es: "Un vídeo está listo",
	ar: "فيديو جاهز",
	ja: "動画の公開完了",
});

export const verdicts = message({
	en: "Decisions on your videos",
	de: "Entscheidungen über deine Videos",
	es: "Decisiones sobre tus vídeos",
	ar: "قرارات بشأن فيديوهاتك",
	ja: "動画の審査結果",
});

export const decisions = message({
	en: "Decisions about what you post",
	de: "Entscheidungen über deine Beiträge",
	es: "Decisiones sobre lo que publicas",
	ar: "قرارات بشأن ما تنشره",
	ja: "投稿に関する決定",
});

export const reportAnswers = message({
	en: "What came of your reports",
	de: "Was aus deinen Meldungen wurde",
	es: "Qué ha pasado con tus denuncias",
	ar: "ما آلت إليه بلاغاتك",
	ja: "報告の結果",
});

export const safety = message({
	en: "Your account's safety",
	de: "Sicherheit deines Kontos",
	es: "La seguridad de tu cuenta",
	ar: "أمان حسابك",
	ja: "アカウントの安全",
});

export const whatYouHear = message({
	en: "What you hear of",
	de: "Was du erfährst",
	es: "De qué te enteras",
	ar: "ما يصلك",
	ja: "通知する内容",
});

export const inApp = message({
	en: "In the app",
	de: "In der App",
	es: "En la app",
	ar: "في التطبيق",
	ja: "アプリ内",
});

export const push = message({
	en: "Push",
	de: "Push",
	es: "Push",
	ar: "فورية",
	ja: "プッシュ",
});

export const labelInApp = message({
	en: "{label}, in the app",
	de: "{label}, in der App",
	es: "{label}, en la app",
	ar: "{label}، في التطبيق",
	ja: "{label}、アプリ内",
});

export const labelPush = message({
	en: "{label}, push",
	de: "{label}, Push",
	es: "{label}, push",
	ar: "{label}، فورية",
	ja: "{label}、プッシュ",
});

export const noDigest = message({
	en: "You get no more mails of your week.",
	de: "Du bekommst keine Mails mehr über deine Woche.",
	es: "Ya no recibirás correos de tu semana.",
	ar: "لن تصلك رسائل أسبوعك بعد الآن.",
	ja: "週のまとめメールを停止しました。",
});

export const noFailed = message({
	en: "You get no more mails about videos that fail.",
	de: "Du bekommst keine Mails mehr über fehlgeschlagene Videos.",
	es: "Ya no recibirás correos sobre vídeos que fallan.",
	ar: "لن تصلك رسائل عن الفيديوهات التي تفشل.",
	ja: "動画の処理失敗メールを停止しました。",
});

export const fewerMails = message({
	en: "Fewer mails",
	de: "Weniger Mails",
	es: "Menos correos",
	ar: "رسائل أقل",
	ja: "メールを減らす",
});

export const done = message({
	en: "Done",
	de: "Erledigt",
	es: "Hecho",
	ar: "تم",
	ja: "完了",
});

export const settingsNotifications = message({
	en: "Settings, Notifications",
	de: "Einstellungen, Mitteilungen",
	es: "Ajustes, Notificaciones",
	ar: "الإعدادات، الإشعارات",
	ja: "設定の「通知」",
});

export const fewerMailsAsk = message({
	en: "Fewer mails?",
	de: "Weniger Mails?",
	es: "¿Menos correos?",
	ar: "رسائل أقل؟",
	ja: "メールを減らしますか?",
});

export const fewerMailsNote = message({
	en: "You get no more mails of this kind. Everything stays in your inbox on reelay.",
	de: "Du bekommst keine Mails dieser Art mehr. In deinem Postfach auf reelay bleibt alles.",
	es: "Ya no recibirás correos de este tipo. Todo sigue en tu bandeja de reelay.",
	ar: "لن تصلك رسائل من هذا النوع. يبقى كل شيء في الوارد على reelay.",
	ja: "この種類のメールは届かなくなります。reelayの受信箱にはすべて残ります。",
});

export const unsubscribe = message({
	en: "Unsubscribe",
	de: "Abbestellen",
	es: "Darme de baja",
	ar: "إلغاء الاشتراك",
	ja: "配信を停止",
});

export const keepMails = message({
	en: "If you want to keep getting them, close the page.",
	de: "Wenn du sie weiter bekommen möchtest, schließ die Seite.",
	es: "Si quieres seguir recibiéndolos, cierra la página.",
	ar: "إن أردت استمرارها فأغلق الصفحة.",
	ja: "受け取り続ける場合は、このページを閉じてください。",
});

export const pushUnavailable = message({
	en: "Push isn't set up on this reelay yet.",
	de: "Push ist auf diesem reelay noch nicht eingerichtet.",
	es: "El push aún no está configurado en este reelay.",
	ar: "الإشعارات الفورية غير مُعدّة على reelay هذا بعد.",
	ja: "このreelayではプッシュ通知が未設定です。",
});

export const pushInstall = message({
	en: "On iPhone and iPad, add reelay to your Home Screen first: tap Share, then Add to Home Screen, and open it from there.",
	de: "Füg reelay auf iPhone und iPad zuerst zum Home-Bildschirm hinzu: Tipp auf Teilen, dann „Zum Home-Bildschirm“, und öffne es von dort.",
	es: "En iPhone y iPad, añade primero reelay a la pantalla de inicio: toca Compartir, luego «Añadir a pantalla de inicio», y ábrelo desde ahí.",
	ar: "على iPhone وiPad أضف reelay إلى الشاشة الرئيسية أولًا: اضغط مشاركة ثم «إضافة إلى الشاشة الرئيسية»، وافتحه من هناك.",
	ja: "iPhoneやiPadでは、まず共有から「ホーム画面に追加」でreelayを追加し、そこから開いてください。",
});

export const pushUnsupported = message({
	en: "This browser can't receive push. Try the latest Chrome, Edge, Firefox or Safari.",
	de: "Dieser Browser kann keine Push-Mitteilungen empfangen. Nimm das neueste Chrome, Edge, Firefox oder Safari.",
	es: "Este navegador no puede recibir push. Prueba con la última versión de Chrome, Edge, Firefox o Safari.",
	ar: "لا يستطيع هذا المتصفح تلقي الإشعارات الفورية. جرّب أحدث Chrome أو Edge أو Firefox أو Safari.",
	ja: "このブラウザはプッシュ通知に対応していません。最新のChrome、Edge、Firefox、Safariをお試しください。",
});

export const pushDenied = message({
	en: "Blocked in this browser. Allow notifications for this site in the browser's settings, then come back.",
	de: "In diesem Browser blockiert. Erlaub Mitteilungen für diese Seite in den Browser-Einstellungen und komm dann zurück.",
	es: "Bloqueado en este navegador. Permite las notificaciones de este sitio en los ajustes del navegador y vuelve.",
	ar: "محظورة في هذا المتصفح. اسمح بإشعارات هذا الموقع في إعدادات المتصفح ثم عُد.",
	ja: "このブラウザでブロックされています。ブラウザの設定で通知を許可してから戻ってください。",
});

export const pushOff = message({
	en: "Hear from people when reelay is closed.",
	de: "Erfahre von anderen, auch wenn reelay zu ist.",
	es: "Entérate de los demás cuando reelay está cerrado.",
	ar: "تلقَّ أخبار الآخرين وreelay مغلق.",
	ja: "reelayを閉じているときもお知らせを受け取れます。",
});

export const pushOn = message({
	en: "This device hears from people when reelay is closed.",
	de: "Dieses Gerät erfährt von anderen, auch wenn reelay zu ist.",
	es: "Este dispositivo se entera de los demás cuando reelay está cerrado.",
	ar: "يتلقى هذا الجهاز الأخبار وreelay مغلق.",
	ja: "reelayを閉じているときもこの端末に届きます。",
});

export const addEmail = message({
	en: "Add an e-mail address",
	de: "E-Mail-Adresse hinzufügen",
	es: "Añadir un correo",
	ar: "إضافة بريد إلكتروني",
	ja: "メールアドレスを追加",
});

export const videoFailed = message({
	en: "A video failed",
	de: "Ein Video ist fehlgeschlagen",
	es: "Ha fallado un vídeo",
	ar: "فشل فيديو",
	ja: "動画の処理失敗",
});

export const digest = message({
	en: "Your week in short",
	de: "Deine Woche in Kürze",
	es: "Tu semana en breve",
	ar: "أسبوعك باختصار",
	ja: "週のまとめ",
});

export const pushNotifications = message({
	en: "Push notifications",
	de: "Push-Mitteilungen",
	es: "Notificaciones push",
	ar: "الإشعارات الفورية",
	ja: "プッシュ通知",
});

export const holdBack = message({
	en: "Hold pushes and mails back",
	de: "Push und Mails zurückhalten",
	es: "Retener push y correos",
	ar: "تأجيل الإشعارات والرسائل",
	ja: "プッシュとメールを保留",
});

export const useDeviceTime = message({
	en: "Use this device's time ({city})",
	de: "Zeit dieses Geräts nehmen ({city})",
	es: "Usar la hora de este dispositivo ({city})",
	ar: "استخدام توقيت هذا الجهاز ({city})",
	ja: "この端末の時刻を使う({city})",
});

export const onAgain = message({
	en: "It's on again under {settings} whenever you like.",
	de: "Unter {settings} schaltest du es jederzeit wieder ein.",
	es: "Puedes activarlo de nuevo en {settings} cuando quieras.",
	ar: "يمكنك تشغيلها مجددًا من {settings} متى شئت.",
	ja: "いつでも{settings}で再開できます。",
});
