import { message } from "../language/message.ts";

export const all = message({
	en: "All",
	de: "Alle",
	es: "Todo",
	ar: "الكل",
	ja: "すべて",
});

export const likes = message({
	en: "Likes",
	de: "Likes",
	es: "Me gusta",
	ar: "الإعجابات",
	ja: "いいね",
});

export const settings = message({
	en: "Notification settings",
	de: "Mitteilungs-Einstellungen",
	es: "Ajustes de notificaciones",
	ar: "إعدادات الإشعارات",
	ja: "通知の設定",
});

export const newFollowers = message({
	en: "New followers",
	de: "Neue Follower",
	es: "Nuevos seguidores",
	ar: "متابعون جدد",
	ja: "新しいフォロワー",
});

export const gone = message({
	en: "They are gone.",
	de: "Sie sind nicht mehr da.",
	es: "Ya no están.",
	ar: "لم يعودوا هنا.",
	ja: "もういません。",
});

export const quiet = message({
	en: "All quiet",
	de: "Alles ruhig",
	es: "Todo tranquilo",
	ar: "كل شيء هادئ",
	ja: "お知らせはありません",
});

export const quietNote = message({
	en: "Likes, comments and new followers show up here. Follow a few people to begin.",
	de: "Likes, Kommentare und neue Follower erscheinen hier. Folg ein paar Leuten für den Anfang.",
	es: "Aquí aparecen los me gusta, comentarios y nuevos seguidores. Sigue a algunas personas para empezar.",
	ar: "تظهر هنا الإعجابات والتعليقات والمتابعون الجدد. تابع بعض الأشخاص للبداية.",
	ja: "いいね、コメント、新しいフォロワーがここに表示されます。まずは何人かフォローしましょう。",
});

export const nothingHere = message({
	en: "Nothing here yet",
	de: "Hier ist noch nichts",
	es: "Aún no hay nada",
	ar: "لا شيء هنا بعد",
	ja: "まだ何もありません",
});

export const moreUnderAll = message({
	en: "There is more under “All”.",
	de: "Mehr gibt es unter „Alle“.",
	es: "Hay más en «Todo».",
	ar: "المزيد تحت «الكل».",
	ja: "「すべて」に他の通知があります。",
});

export const guestNote = message({
	en: "Likes, comments and followers land here.",
	de: "Likes, Kommentare und Follower landen hier.",
	es: "Aquí llegan los me gusta, comentarios y seguidores.",
	ar: "هنا تصل الإعجابات والتعليقات والمتابعون.",
	ja: "いいね、コメント、フォロワーのお知らせが届きます。",
});

export const loading = message({
	en: "Loading notifications",
	de: "Mitteilungen werden geladen",
	es: "Cargando notificaciones",
	ar: "جارٍ تحميل الإشعارات",
	ja: "通知を読み込み中",
});

export const newMark = message({
	en: "New",
	de: "Neu",
	es: "Nueva",
	ar: "جديد",
	ja: "新着",
});

export const mayLike = message({
	en: "People you may like",
	de: "Leute, die dir gefallen könnten",
	es: "Gente que te puede gustar",
	ar: "أشخاص قد يعجبونك",
	ja: "おすすめの人",
});

export const allPeople = message({
	en: { one: "All {count} people", other: "All {count} people" },
	de: { one: "Alle {count}", other: "Alle {count} Leute" },
	es: { one: "Todas ({count})", other: "Las {count} personas" },
	ar: {
		zero: "لا أحد",
		one: "الشخص",
		two: "الشخصان",
		few: "كل الأشخاص ({count})",
		many: "كل الأشخاص ({count})",
		other: "كل الأشخاص ({count})",
	},
	ja: { other: "{count}人全員" },
});

export const twoPeople = message({
	en: "{first} and {second}",
	de: "{first} und {second}",
	es: "{first} y {second}",
	ar: "{first} و{second}",
	ja: "{first}と{second}",
});

export const andOthers = message({
	en: { one: "{first} and {count} other", other: "{first} and {count} others" },
	de: { one: "{first} und {count} weitere Person", other: "{first} und {count} weitere" },
	es: { one: "{first} y {count} más", other: "{first} y {count} más" },
	ar: {
		zero: "{first}",
		one: "{first} وشخص آخر",
		two: "{first} وشخصان آخران",
		few: "{first} و{count} آخرين",
		many: "{first} و{count} آخرين",
		other: "{first} و{count} آخرين",
	},
	ja: { other: "{first}と他{count}人" },
});

export const follow = message({
	en: { one: "{people} started following you", other: "{people} started following you" },
	de: { one: "{people} folgt dir jetzt", other: "{people} folgen dir jetzt" },
	es: { one: "{people} ha empezado a seguirte", other: "{people} han empezado a seguirte" },
	ar: {
		zero: "بدأ {people} متابعتك",
		one: "بدأ {people} متابعتك",
		two: "بدأ {people} متابعتك",
		few: "بدأ {people} متابعتك",
		many: "بدأ {people} متابعتك",
		other: "بدأ {people} متابعتك",
	},
	ja: { other: "{people}があなたをフォローしました" },
});

export const request = message({
	en: { one: "{people} asks to follow you", other: "{people} asks to follow you" },
	de: { one: "{people} möchte dir folgen", other: "{people} möchten dir folgen" },
	es: { one: "{people} quiere seguirte", other: "{people} quieren seguirte" },
	ar: {
		zero: "يطلب {people} متابعتك",
		one: "يطلب {people} متابعتك",
		two: "يطلب {people} متابعتك",
		few: "يطلب {people} متابعتك",
		many: "يطلب {people} متابعتك",
		other: "يطلب {people} متابعتك",
	},
	ja: { other: "{people}がフォローをリクエストしています" },
});

export const accept = message({
	en: { one: "{people} let you follow them", other: "{people} let you follow them" },
	de: { one: "{people} hat deine Anfrage angenommen", other: "{people} haben deine Anfrage angenommen" },
	es: { one: "{people} ha aceptado tu solicitud", other: "{people} han aceptado tu solicitud" },
	ar: {
		zero: "قبل {people} طلب متابعتك",
		one: "قبل {people} طلب متابعتك",
		two: "قبل {people} طلب متابعتك",
		few: "قبل {people} طلب متابعتك",
		many: "قبل {people} طلب متابعتك",
		other: "قبل {people} طلب متابعتك",
	},
	ja: { other: "{people}がフォローリクエストを承認しました" },
});

export const likedVideo = message({
	en: { one: "{people} liked your video", other: "{people} liked your video" },
	de: { one: "{people} gefällt dein Video", other: "{people} gefällt dein Video" },
	es: { one: "A {people} le gusta tu vídeo", other: "A {people} les gusta tu vídeo" },
	ar: {
		zero: "أُعجب {people} بفيديوك",
		one: "أُعجب {people} بفيديوك",
		two: "أُعجب {people} بفيديوك",
		few: "أُعجب {people} بفيديوك",
		many: "أُعجب {people} بفيديوك",
		other: "أُعجب {people} بفيديوك",
	},
	ja: { other: "{people}があなたの動画に「いいね」しました" },
});

export const liked = message({
	en: { one: "{people} liked {quote}", other: "{people} liked {quote}" },
	de: { one: "{people} gefällt {quote}", other: "{people} gefällt {quote}" },
	es: { one: "A {people} le gusta {quote}", other: "A {people} les gusta {quote}" },
	ar: {
		zero: "أُعجب {people} بـ {quote}",
		one: "أُعجب {people} بـ {quote}",
		two: "أُعجب {people} بـ {quote}",
		few: "أُعجب {people} بـ {quote}",
		many: "أُعجب {people} بـ {quote}",
		other: "أُعجب {people} بـ {quote}",
	},
	ja: { other: "{people}が{quote}に「いいね」しました" },
});

export const repostedVideo = message({
	en: { one: "{people} reposted your video", other: "{people} reposted your video" },
	de: { one: "{people} hat dein Video repostet", other: "{people} haben dein Video repostet" },
	es: { one: "{people} ha republicado tu vídeo", other: "{people} han republicado tu vídeo" },
	ar: {
		zero: "أعاد {people} نشر فيديوك",
		one: "أعاد {people} نشر فيديوك",
		two: "أعاد {people} نشر فيديوك",
		few: "أعاد {people} نشر فيديوك",
		many: "أعاد {people} نشر فيديوك",
		other: "أعاد {people} نشر فيديوك",
	},
	ja: { other: "{people}があなたの動画を再投稿しました" },
});

export const reposted = message({
	en: { one: "{people} reposted {quote}", other: "{people} reposted {quote}" },
	de: { one: "{people} hat {quote} repostet", other: "{people} haben {quote} repostet" },
	es: { one: "{people} ha republicado {quote}", other: "{people} han republicado {quote}" },
	ar: {
		zero: "أعاد {people} نشر {quote}",
		one: "أعاد {people} نشر {quote}",
		two: "أعاد {people} نشر {quote}",
		few: "أعاد {people} نشر {quote}",
		many: "أعاد {people} نشر {quote}",
		other: "أعاد {people} نشر {quote}",
	},
	ja: { other: "{people}が{quote}を再投稿しました" },
});

export const comment = message({
	en: { one: "{people} commented: {quote}", other: "{people} commented: {quote}" },
	de: { one: "{people} hat kommentiert: {quote}", other: "{people} haben kommentiert: {quote}" },
	es: { one: "{people} ha comentado: {quote}", other: "{people} han comentado: {quote}" },
	ar: {
		zero: "علّق {people}: {quote}",
		one: "علّق {people}: {quote}",
		two: "علّق {people}: {quote}",
		few: "علّق {people}: {quote}",
		many: "علّق {people}: {quote}",
		other: "علّق {people}: {quote}",
	},
	ja: { other: "{people}がコメントしました: {quote}" },
});

export const reply = message({
	en: { one: "{people} replied: {quote}", other: "{people} replied: {quote}" },
	de: { one: "{people} hat geantwortet: {quote}", other: "{people} haben geantwortet: {quote}" },
	es: { one: "{people} ha respondido: {quote}", other: "{people} han respondido: {quote}" },
	ar: {
		zero: "ردّ {people}: {quote}",
		one: "ردّ {people}: {quote}",
		two: "ردّ {people}: {quote}",
		few: "ردّ {people}: {quote}",
		many: "ردّ {people}: {quote}",
		other: "ردّ {people}: {quote}",
	},
	ja: { other: "{people}が返信しました: {quote}" },
});

export const mention = message({
	en: { one: "{people} mentioned you: {quote}", other: "{people} mentioned you: {quote}" },
	de: { one: "{people} hat dich erwähnt: {quote}", other: "{people} haben dich erwähnt: {quote}" },
	es: { one: "{people} te ha mencionado: {quote}", other: "{people} te han mencionado: {quote}" },
	ar: {
		zero: "أشار إليك {people}: {quote}",
		one: "أشار إليك {people}: {quote}",
		two: "أشار إليك {people}: {quote}",
		few: "أشار إليك {people}: {quote}",
		many: "أشار إليك {people}: {quote}",
		other: "أشار إليك {people}: {quote}",
	},
	ja: { other: "{people}があなたをメンションしました: {quote}" },
});

export const commentLike = message({
	en: { one: "{people} liked your comment: {quote}", other: "{people} liked your comment: {quote}" },
	de: { one: "{people} gefällt dein Kommentar: {quote}", other: "{people} gefällt dein Kommentar: {quote}" },
	es: { one: "A {people} le gusta tu comentario: {quote}", other: "A {people} les gusta tu comentario: {quote}" },
	ar: {
		zero: "أُعجب {people} بتعليقك: {quote}",
		one: "أُعجب {people} بتعليقك: {quote}",
		two: "أُعجب {people} بتعليقك: {quote}",
		few: "أُعجب {people} بتعليقك: {quote}",
		many: "أُعجب {people} بتعليقك: {quote}",
		other: "أُعجب {people} بتعليقك: {quote}",
	},
	ja: { other: "{people}があなたのコメントに「いいね」しました: {quote}" },
});

export const isUp = message({
	en: "{quote} is up.",
	de: "{quote} ist da.",
	es: "{quote} ya está publicado.",
	ar: "نُشر {quote}.",
	ja: "{quote}を公開しました。",
});

export const milestoneViews = message({
	en: "{video} has reached {count} views.",
	de: "{video} hat {count} Aufrufe erreicht.",
	es: "{video} ha llegado a {count} visualizaciones.",
	ar: "وصل {video} إلى {count} مشاهدة.",
	ja: "{video}の再生回数が{count}回になりました。",
});

export const milestoneLikes = message({
	en: "{video} has reached {count} likes.",
	de: "{video} hat {count} Likes erreicht.",
	es: "{video} ha llegado a {count} me gusta.",
	ar: "وصل {video} إلى {count} إعجاب.",
	ja: "{video}の「いいね」が{count}件になりました。",
});

export const milestoneFollowers = message({
	en: "You have {count} followers now.",
	de: "Du hast jetzt {count} Follower.",
	es: "Ya tienes {count} seguidores.",
	ar: "صار لديك {count} متابع.",
	ja: "フォロワーが{count}人になりました。",
});

export const spreading = message({
	en: "{video} is spreading fast: far more people watch it than your videos usually get.",
	de: "{video} verbreitet sich schnell: Weit mehr Menschen sehen es als sonst bei dir.",
	es: "{video} se está difundiendo rápido: lo ve mucha más gente de lo habitual.",
	ar: "ينتشر {video} بسرعة: يشاهده عدد أكبر بكثير من المعتاد.",
	ja: "{video}が急速に広まっています。いつもよりずっと多くの人が見ています。",
});

export const blocked = message({
	en: "{video} can't be shown: it breaks the rules. Your videos say what you can do.",
	de: "{video} kann nicht gezeigt werden: Es verstößt gegen die Regeln. Bei deinen Videos steht, was du tun kannst.",
	es: "{video} no se puede mostrar: incumple las normas. En tus vídeos verás qué puedes hacer.",
	ar: "لا يمكن عرض {video}: يخالف القواعد. تجد في فيديوهاتك ما يمكنك فعله.",
	ja: "{video}はルールに反するため表示できません。できることは「自分の動画」で確認できます。",
});

export const looked = message({
	en: "{video} is being looked at by a person. Nobody else sees it until then.",
	de: "{video} wird von einem Menschen angesehen. Bis dahin sieht es sonst niemand.",
	es: "Una persona está revisando {video}. Hasta entonces no lo ve nadie más.",
	ar: "يراجع شخصٌ {video}. لا يراه أحد غيرك حتى ذلك الحين.",
	ja: "{video}は担当者が確認中です。それまでほかの人には表示されません。",
});

export const notPublished = message({
	en: "{video} could not be published. Your videos say why, and what to do.",
	de: "{video} konnte nicht veröffentlicht werden. Bei deinen Videos steht, warum und was zu tun ist.",
	es: "{video} no se pudo publicar. En tus vídeos verás por qué y qué hacer.",
	ar: "تعذّر نشر {video}. تجد في فيديوهاتك السبب وما يجب فعله.",
	ja: "{video}を公開できませんでした。理由と対処は「自分の動画」にあります。",
});

export const upWithoutSound = message({
	en: "{video} is up, without its sound.",
	de: "{video} ist da, ohne Ton.",
	es: "{video} ya está publicado, sin sonido.",
	ar: "نُشر {video} من دون صوت.",
	ja: "{video}を公開しました。音声は入っていません。",
});

export const yourVideo = message({
	en: "Your video",
	de: "Dein Video",
	es: "Tu vídeo",
	ar: "الفيديو الخاص بك",
	ja: "あなたの動画",
});

export const passwordChanged = message({
	en: "Your password was changed.",
	de: "Dein Passwort wurde geändert.",
	es: "Se cambió tu contraseña.",
	ar: "تم تغيير كلمة مرورك.",
	ja: "パスワードが変更されました。",
});

export const copyReady = message({
	en: "The copy of your data is ready. Download it in Settings within seven days.",
	de: "Die Kopie deiner Daten ist fertig. Lade sie innerhalb von sieben Tagen in den Einstellungen herunter.",
	es: "La copia de tus datos está lista. Descárgala en Ajustes en los próximos siete días.",
	ar: "نسخة بياناتك جاهزة. نزّلها من الإعدادات خلال سبعة أيام.",
	ja: "データのコピーの準備ができました。7日以内に設定からダウンロードしてください。",
});

export const copyFailed = message({
	en: "The copy of your data could not be made. Ask for it again in Settings.",
	de: "Die Kopie deiner Daten konnte nicht erstellt werden. Fordere sie in den Einstellungen noch einmal an.",
	es: "No se pudo crear la copia de tus datos. Pídela otra vez en Ajustes.",
	ar: "تعذّر إنشاء نسخة بياناتك. اطلبها مرة أخرى من الإعدادات.",
	ja: "データのコピーを作成できませんでした。設定からもう一度依頼してください。",
});

export const emailChanged = message({
	en: "Your e-mail address was changed.",
	de: "Deine E-Mail-Adresse wurde geändert.",
	es: "Se cambió tu correo electrónico.",
	ar: "تم تغيير بريدك الإلكتروني.",
	ja: "メールアドレスが変更されました。",
});

export const messageWrote = message({
	en: "{people} wrote: {text}",
	de: "{people}: {text}",
	es: "{people}: {text}",
	ar: "{people}: {text}",
	ja: "{people}: {text}",
});

export const quietTitle = message({
	en: "While it was quiet",
	de: "Während es ruhig war",
	es: "Mientras había silencio",
	ar: "أثناء وقت الهدوء",
	ja: "おやすみ時間中のお知らせ",
});

export const quietCount = message({
	en: { one: "One thing happened.", other: "{count} things happened." },
	de: { one: "Eine Neuigkeit", other: "{count} Neuigkeiten" },
	es: { one: "Una novedad", other: "{count} novedades" },
	ar: {
		zero: "لا جديد",
		one: "خبر واحد",
		two: "خبران",
		few: "{count} أخبار",
		many: "{count} خبرًا",
		other: "{count} خبر",
	},
	ja: { other: "{count}件の新しいお知らせ" },
});

export const messageRequest = message({
	en: "{people} sent you a message request",
	de: "{people} möchte dir schreiben",
	es: "{people} quiere escribirte",
	ar: "يريد {people} مراسلتك",
	ja: "{people}からメッセージのリクエスト",
});

export const groupRequest = message({
	en: "{people} asks you into a group",
	de: "{people} lädt dich in eine Gruppe ein",
	es: "{people} te invita a un grupo",
	ar: "يدعوك {people} إلى مجموعة",
	ja: "{people}からグループへの招待",
});

export const sentPhoto = message({
	en: "{people} sent a photo",
	de: "{people} hat ein Foto gesendet",
	es: "{people} envió una foto",
	ar: "أرسل {people} صورة",
	ja: "{people}から写真",
});

export const sentVoice = message({
	en: "{people} sent a voice note",
	de: "{people} hat eine Sprachnachricht gesendet",
	es: "{people} envió una nota de voz",
	ar: "أرسل {people} رسالة صوتية",
	ja: "{people}からボイスメッセージ",
});

export const sentVideo = message({
	en: "{people} sent a video",
	de: "{people} hat ein Video gesendet",
	es: "{people} envió un vídeo",
	ar: "أرسل {people} فيديو",
	ja: "{people}から動画",
});
