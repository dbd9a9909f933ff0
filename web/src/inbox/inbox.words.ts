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
	en: "{people} started following you",
	de: "{people} folgt dir jetzt",
	es: "{people} ha empezado a seguirte",
	ar: "بدأ {people} متابعتك",
	ja: "{people}があなたをフォローしました",
});

export const request = message({
	en: "{people} asks to follow you",
	de: "{people} möchte dir folgen",
	es: "{people} quiere seguirte",
	ar: "يطلب {people} متابعتك",
	ja: "{people}がフォローをリクエストしています",
});

export const accept = message({
	en: "{people} let you follow them",
	de: "{people} hat deine Anfrage angenommen",
	es: "{people} ha aceptado tu solicitud",
	ar: "قبل {people} طلب متابعتك",
	ja: "{people}がフォローリクエストを承認しました",
});

export const likedVideo = message({
	en: "{people} liked your video",
	de: "{people} gefällt dein Video",
	es: "A {people} le gusta tu vídeo",
	ar: "أعجب فيديوك {people}",
	ja: "{people}があなたの動画に「いいね」しました",
});

export const liked = message({
	en: "{people} liked {quote}",
	de: "{people} gefällt {quote}",
	es: "A {people} le gusta {quote}",
	ar: "أعجب {people} بـ {quote}",
	ja: "{people}が{quote}に「いいね」しました",
});

export const repostedVideo = message({
	en: "{people} reposted your video",
	de: "{people} hat dein Video repostet",
	es: "{people} ha republicado tu vídeo",
	ar: "أعاد {people} نشر فيديوك",
	ja: "{people}があなたの動画を再投稿しました",
});

export const reposted = message({
	en: "{people} reposted {quote}",
	de: "{people} hat {quote} repostet",
	es: "{people} ha republicado {quote}",
	ar: "أعاد {people} نشر {quote}",
	ja: "{people}が{quote}を再投稿しました",
});

export const comment = message({
	en: "{people} commented: {quote}",
	de: "{people} hat kommentiert: {quote}",
	es: "{people} ha comentado: {quote}",
	ar: "علّق {people}: {quote}",
	ja: "{people}がコメントしました: {quote}",
});

export const reply = message({
	en: "{people} replied: {quote}",
	de: "{people} hat geantwortet: {quote}",
	es: "{people} ha respondido: {quote}",
	ar: "رد {people}: {quote}",
	ja: "{people}が返信しました: {quote}",
});

export const mention = message({
	en: "{people} mentioned you: {quote}",
	de: "{people} hat dich erwähnt: {quote}",
	es: "{people} te ha mencionado: {quote}",
	ar: "أشار إليك {people}: {quote}",
	ja: "{people}があなたをメンションしました: {quote}",
});

export const commentLike = message({
	en: "{people} liked your comment: {quote}",
	de: "{people} gefällt dein Kommentar: {quote}",
	es: "A {people} le gusta tu comentario: {quote}",
	ar: "أعجب {people} بتعليقك: {quote}",
	ja: "{people}があなたのコメントに「いいね」しました: {quote}",
});
