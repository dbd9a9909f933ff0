import { message } from "../language/message.ts";

export const whyThis = message({
	en: "Why this video",
	de: "Warum dieses Video",
	es: "Por qué este vídeo",
	ar: "لماذا هذا الفيديو",
	ja: "この動画が表示された理由",
});

export const manage = message({
	en: "Edit, cover, who can see it, delete",
	de: "Bearbeiten, Cover, wer es sieht, löschen",
	es: "Editar, portada, quién lo ve, eliminar",
	ar: "تعديل، غلاف، من يراه، حذف",
	ja: "編集、カバー、公開範囲、削除",
});

export const pictureInPicture = message({
	en: "Picture in picture",
	de: "Bild im Bild",
	es: "Imagen en imagen",
	ar: "صورة داخل صورة",
	ja: "ピクチャー イン ピクチャー",
});

export const notInterested = message({
	en: "Not interested",
	de: "Kein Interesse",
	es: "No me interesa",
	ar: "لست مهتمًا",
	ja: "興味なし",
});

export const muteSound = message({
	en: "Mute this sound",
	de: "Diesen Sound stummschalten",
	es: "Silenciar este sonido",
	ar: "كتم هذا الصوت",
	ja: "この楽曲をミュート",
});

export const yourFeedRow = message({
	en: "Your feed: topics, filters, mutes",
	de: "Dein Feed: Themen, Filter, Stummgeschaltetes",
	es: "Tu feed: temas, filtros y silenciados",
	ar: "صفحتك: المواضيع والفلاتر والمكتومون",
	ja: "フィード設定: トピック、フィルター、ミュート",
});

export const keepsVideo = message({
	en: "This browser keeps the video in its page",
	de: "Dieser Browser behält das Video auf der Seite",
	es: "Este navegador mantiene el vídeo en su página",
	ar: "يبقي هذا المتصفح الفيديو داخل الصفحة",
	ja: "このブラウザでは動画を別枠で表示できません",
});

export const speed = message({
	en: "Speed",
	de: "Tempo",
	es: "Velocidad",
	ar: "السرعة",
	ja: "速度",
});

export const yourFeed = message({
	en: "Your feed",
	de: "Dein Feed",
	es: "Tu feed",
	ar: "صفحتك",
	ja: "フィード設定",
});

export const muteName = message({
	en: "Mute {displayName}",
	de: "{displayName} stummschalten",
	es: "Silenciar a {displayName}",
	ar: "كتم {displayName}",
	ja: "{displayName}さんをミュート",
});

export const moreFromHere = message({
	en: "More of {label} from here on",
	de: "Ab jetzt mehr von {label}",
	es: "A partir de ahora, más de {label}",
	ar: "المزيد من {label} من الآن",
	ja: "これから「{label}」を増やします",
});

export const lessFromHere = message({
	en: "Less of {label} from here on",
	de: "Ab jetzt weniger von {label}",
	es: "A partir de ahora, menos de {label}",
	ar: "أقل من {label} من الآن",
	ja: "これから「{label}」を減らします",
});

export const less = message({
	en: "Less",
	de: "Weniger",
	es: "Menos",
	ar: "أقل",
	ja: "減らす",
});

export const loadingReasons = message({
	en: "Loading the reasons",
	de: "Gründe werden geladen",
	es: "Cargando los motivos",
	ar: "جارٍ تحميل الأسباب",
	ja: "理由を読み込み中",
});

export const nameMuted = message({
	en: "{displayName} is muted",
	de: "{displayName} ist stummgeschaltet",
	es: "Has silenciado a {displayName}",
	ar: "تم كتم {displayName}",
	ja: "{displayName}さんをミュートしました",
});

export const soundMuted = message({
	en: "This sound is muted",
	de: "Dieser Sound ist stummgeschaltet",
	es: "Has silenciado este sonido",
	ar: "تم كتم هذا الصوت",
	ja: "この楽曲をミュートしました",
});

export const seeLess = message({
	en: "You'll see less like this",
	de: "Davon siehst du weniger",
	es: "Verás menos de esto",
	ar: "سترى أقل من هذا النوع",
	ja: "このような動画を減らします",
});

export const keyStep = message({
	en: "Previous and next video",
	de: "Voriges und nächstes Video",
	es: "Vídeo anterior y siguiente",
	ar: "الفيديو السابق والتالي",
	ja: "前の動画・次の動画",
});

export const keySeek = message({
	en: "Back and on by two seconds",
	de: "Zwei Sekunden zurück und vor",
	es: "Dos segundos atrás y adelante",
	ar: "رجوع وتقديم ثانيتين",
	ja: "2秒戻る・2秒進む",
});

export const keyPause = message({
	en: "Pause or play",
	de: "Pause oder weiter",
	es: "Pausar o reproducir",
	ar: "إيقاف مؤقت أو تشغيل",
	ja: "一時停止・再生",
});

export const keySound = message({
	en: "Sound on or off",
	de: "Ton an oder aus",
	es: "Activar o quitar el sonido",
	ar: "تشغيل الصوت أو إيقافه",
	ja: "音声のオン・オフ",
});

export const keyLike = message({
	en: "Like",
	de: "Liken",
	es: "Me gusta",
	ar: "إعجاب",
	ja: "いいね",
});

export const keyHelp = message({
	en: "These keys",
	de: "Diese Tasten",
	es: "Estas teclas",
	ar: "هذه المفاتيح",
	ja: "このキー一覧",
});

export const muteTag = message({
	en: "Mute #{topic}",
	de: "#{topic} stummschalten",
	es: "Silenciar #{topic}",
	ar: "كتم #{topic}",
	ja: "#{topic}をミュート",
});

export const tagMuted = message({
	en: "#{topic} is muted",
	de: "#{topic} ist stummgeschaltet",
	es: "Has silenciado #{topic}",
	ar: "تم كتم #{topic}",
	ja: "#{topic}をミュートしました",
});

export const couldLearn = message({
	en: "In {yourFeed} you can have it learn what you like.",
	de: "Unter {yourFeed} kannst du ihn lernen lassen, was dir gefällt.",
	es: "En {yourFeed} puedes hacer que aprenda lo que te gusta.",
	ar: "من {yourFeed} يمكنك جعلها تتعلّم ما يعجبك.",
	ja: "{yourFeed}で、好みを学習させることができます。",
});

export const everySwipe = message({
	en: "Every swipe changes this. {yourFeed} shows all you can set yourself.",
	de: "Jeder Wisch ändert das. {yourFeed} zeigt alles, was du selbst einstellen kannst.",
	es: "Cada vídeo que pasas lo cambia. {yourFeed} muestra todo lo que puedes ajustar.",
	ar: "كل تمريرة تغيّر ذلك. {yourFeed} تعرض كل ما يمكنك ضبطه بنفسك.",
	ja: "スワイプするたびに変わります。自分で設定できる項目は{yourFeed}で確認できます。",
});

export const moreOf = message({
	en: "More of {label}",
	de: "Mehr von {label}",
	es: "Más de {label}",
	ar: "المزيد من {label}",
	ja: "「{label}」を増やす",
});

export const spaceKey = message({
	en: "Space",
	de: "Leertaste",
	es: "Espacio",
	ar: "مسافة",
	ja: "スペース",
});

export const clearScreen = message({
	en: "Clear screen",
	de: "Nur das Bild zeigen",
	es: "Despejar la pantalla",
	ar: "إخلاء الشاشة",
	ja: "画面表示を消す",
});

export const fullScreen = message({
	en: "Full screen",
	de: "Vollbild",
	es: "Pantalla completa",
	ar: "ملء الشاشة",
	ja: "全画面表示",
});

export const volume = message({
	en: "Volume",
	de: "Lautstärke",
	es: "Volumen",
	ar: "مستوى الصوت",
	ja: "音量",
});

export const autoplayNext = message({
	en: "Autoplay next",
	de: "Automatisch weiter",
	es: "Pasar al siguiente",
	ar: "الانتقال تلقائيًا إلى التالي",
	ja: "自動で次の動画へ",
});

export const quality = message({
	en: "Quality",
	de: "Qualität",
	es: "Calidad",
	ar: "الجودة",
	ja: "画質",
});

export const qualityAuto = message({
	en: "Auto",
	de: "Auto",
	es: "Auto",
	ar: "تلقائي",
	ja: "自動",
});

export const qualitySaver = message({
	en: "Save data",
	de: "Daten sparen",
	es: "Ahorrar datos",
	ar: "توفير البيانات",
	ja: "データ節約",
});

export const qualityBest = message({
	en: "Best",
	de: "Beste",
	es: "Máxima",
	ar: "الأفضل",
	ja: "最高",
});
