import { message } from "../language/message.ts";

export const profileOf = message({
	en: "{displayName}'s profile",
	de: "Profil von {displayName}",
	es: "Perfil de {displayName}",
	ar: "ملف {displayName} الشخصي",
	ja: "{displayName}さんのプロフィール",
});

export const followingName = message({
	en: "Following {displayName}",
	de: "Du folgst {displayName}",
	es: "Siguiendo a {displayName}",
	ar: "تتابع {displayName}",
	ja: "{displayName}さんをフォロー中",
});

export const followName = message({
	en: "Follow {displayName}",
	de: "{displayName} folgen",
	es: "Seguir a {displayName}",
	ar: "متابعة {displayName}",
	ja: "{displayName}さんをフォロー",
});

export const commentsCounted = message({
	en: "Comments, {commentCount}",
	de: "Kommentare, {commentCount}",
	es: "Comentarios, {commentCount}",
	ar: "التعليقات، {commentCount}",
	ja: "コメント、{commentCount}件",
});

export const favourite = message({
	en: "Favourite",
	de: "Favorit",
	es: "Favorito",
	ar: "المفضلة",
	ja: "お気に入り",
});

export const more = message({
	en: "More",
	de: "Mehr",
	es: "Más",
	ar: "المزيد",
	ja: "その他",
});

export const trending = message({
	en: "Trending",
	de: "Im Trend",
	es: "Tendencia",
	ar: "رائج",
	ja: "急上昇",
});

export const detailsPanel = message({
	en: "Details and comments",
	de: "Details und Kommentare",
	es: "Detalles y comentarios",
	ar: "التفاصيل والتعليقات",
	ja: "詳細とコメント",
});

export const following = message({
	en: "Following",
	de: "Folge ich",
	es: "Siguiendo",
	ar: "متابَعون",
	ja: "フォロー中",
});

export const follow = message({
	en: "Follow",
	de: "Folgen",
	es: "Seguir",
	ar: "متابعة",
	ja: "フォロー",
});

export const closePanel = message({
	en: "Close panel",
	de: "Leiste schließen",
	es: "Cerrar panel",
	ar: "إغلاق اللوحة",
	ja: "パネルを閉じる",
});

export const comments = message({
	en: "Comments",
	de: "Kommentare",
	es: "Comentarios",
	ar: "التعليقات",
	ja: "コメント",
});

export const pressForNext = message({
	en: "Press ↓ or scroll for the next one",
	de: "Drück ↓ oder scroll für das nächste",
	es: "Pulsa ↓ o desplázate para ver el siguiente",
	ar: "اضغط ↓ أو مرّر لمشاهدة التالي",
	ja: "↓キーかスクロールで次の動画へ",
});

export const swipeForNext = message({
	en: "Swipe up for the next one",
	de: "Wisch nach oben für das nächste",
	es: "Desliza hacia arriba para ver el siguiente",
	ar: "مرّر للأعلى لمشاهدة التالي",
	ja: "上にスワイプで次の動画へ",
});

export const feeds = message({
	en: "Feeds",
	de: "Feeds",
	es: "Feeds",
	ar: "الصفحات",
	ja: "フィード",
});

export const friends = message({
	en: "Friends",
	de: "Freunde",
	es: "Amigos",
	ar: "الأصدقاء",
	ja: "友達",
});

export const forYou = message({
	en: "For You",
	de: "Für dich",
	es: "Para ti",
	ar: "لك",
	ja: "おすすめ",
});

export const loadingComments = message({
	en: "Loading comments",
	de: "Kommentare werden geladen",
	es: "Cargando comentarios",
	ar: "جارٍ تحميل التعليقات",
	ja: "コメントを読み込み中",
});

export const thatsAll = message({
	en: "That's all there is just now",
	de: "Das war vorerst alles",
	es: "Eso es todo por ahora",
	ar: "هذا كل شيء الآن",
	ja: "今はここまでです",
});

export const videos = message({
	en: "Videos",
	de: "Videos",
	es: "Vídeos",
	ar: "الفيديوهات",
	ja: "動画",
});

export const previousVideo = message({
	en: "Previous video",
	de: "Vorheriges Video",
	es: "Vídeo anterior",
	ar: "الفيديو السابق",
	ja: "前の動画",
});

export const nextVideo = message({
	en: "Next video",
	de: "Nächstes Video",
	es: "Vídeo siguiente",
	ar: "الفيديو التالي",
	ja: "次の動画",
});

export const keys = message({
	en: "Keys",
	de: "Tasten",
	es: "Teclas",
	ar: "المفاتيح",
	ja: "キー操作",
});

export const nothingNew = message({
	en: "Nothing new just now",
	de: "Gerade nichts Neues",
	es: "Nada nuevo por ahora",
	ar: "لا جديد الآن",
	ja: "新しい動画はまだありません",
});

export const lookAgain = message({
	en: "Look again",
	de: "Noch mal schauen",
	es: "Volver a mirar",
	ar: "تحقّق مجددًا",
	ja: "もう一度見る",
});

export const uploadVideo = message({
	en: "Upload a video",
	de: "Video hochladen",
	es: "Subir un vídeo",
	ar: "رفع فيديو",
	ja: "動画をアップロード",
});

export const nothingNewNote = message({
	en: "Look again in a while, or post something of your own.",
	de: "Schau später noch mal vorbei oder poste selbst etwas.",
	es: "Vuelve en un rato o publica algo tuyo.",
	ar: "عُد بعد قليل، أو انشر شيئًا من عندك.",
	ja: "しばらくしてからもう一度見るか、自分の動画を投稿してみましょう。",
});

export const loadingVideos = message({
	en: "Loading videos",
	de: "Videos werden geladen",
	es: "Cargando vídeos",
	ar: "جارٍ تحميل الفيديوهات",
	ja: "動画を読み込み中",
});

export const position = message({
	en: "Position in the video",
	de: "Position im Video",
	es: "Posición en el vídeo",
	ar: "الموضع في الفيديو",
	ja: "再生位置",
});

export const video = message({
	en: "Video",
	de: "Video",
	es: "Vídeo",
	ar: "فيديو",
	ja: "動画",
});

export const cannotPlay = message({
	en: "This video can't be played right now.",
	de: "Dieses Video lässt sich gerade nicht abspielen.",
	es: "Este vídeo no se puede reproducir ahora.",
	ar: "تعذّر تشغيل هذا الفيديو الآن.",
	ja: "現在この動画を再生できません。",
});

export const unreachable = message({
	en: "Reelay can't be reached right now.",
	de: "Reelay ist gerade nicht erreichbar.",
	es: "No se puede conectar con Reelay ahora.",
	ar: "يتعذّر الوصول إلى Reelay الآن.",
	ja: "現在Reelayに接続できません。",
});

export const offlineVideo = message({
	en: "You're offline. This video plays once you're connected.",
	de: "Du bist offline. Dieses Video läuft, sobald du verbunden bist.",
	es: "No tienes conexión. Este vídeo se verá cuando te conectes.",
	ar: "أنت غير متصل. سيعمل هذا الفيديو بعد عودة الاتصال.",
	ja: "オフラインです。接続が戻ると再生できます。",
});

export const soundOff = message({
	en: "Turn sound off",
	de: "Ton aus",
	es: "Quitar el sonido",
	ar: "إيقاف الصوت",
	ja: "音声をオフにする",
});

export const tapForSound = message({
	en: "Tap for sound",
	de: "Für Ton tippen",
	es: "Toca para oír",
	ar: "انقر لتشغيل الصوت",
	ja: "タップで音声オン",
});

export const clickForSound = message({
	en: "Click for sound",
	de: "Für Ton klicken",
	es: "Haz clic para oír",
	ar: "انقر لتشغيل الصوت",
	ja: "クリックで音声オン",
});

export const speed = message({
	en: "speed",
	de: "Tempo",
	es: "velocidad",
	ar: "السرعة",
	ja: "速度",
});

export const kept = message({
	en: "Added to your favourites",
	de: "Zu deinen Favoriten hinzugefügt",
	es: "Añadido a tus favoritos",
	ar: "أُضيف إلى مفضلتك",
	ja: "お気に入りに追加しました",
});

export const unkept = message({
	en: "Removed from your favourites",
	de: "Aus deinen Favoriten entfernt",
	es: "Quitado de tus favoritos",
	ar: "أُزيل من مفضلتك",
	ja: "お気に入りから削除しました",
});

export const copyNotAllowed = message({
	en: "Copying isn't allowed here. The link is {text}",
	de: "Kopieren ist hier nicht erlaubt. Der Link ist {text}",
	es: "Aquí no se puede copiar. El enlace es {text}",
	ar: "النسخ غير مسموح هنا. الرابط هو {text}",
	ja: "ここではコピーできません。リンク: {text}",
});

export const linkCopied = message({
	en: "Link copied",
	de: "Link kopiert",
	es: "Enlace copiado",
	ar: "تم نسخ الرابط",
	ja: "リンクをコピーしました",
});

export const likeCounted = message({
	en: { one: "Like, {count} like", other: "Like, {count} likes" },
	de: { one: "Liken, {count} Like", other: "Liken, {count} Likes" },
	es: { one: "Me gusta, {count} me gusta", other: "Me gusta, {count} me gusta" },
	ar: {
		zero: "إعجاب، لا إعجابات",
		one: "إعجاب، إعجاب واحد",
		two: "إعجاب، إعجابان",
		few: "إعجاب، {count} إعجابات",
		many: "إعجاب، {count} إعجابًا",
		other: "إعجاب، {count} إعجاب",
	},
	ja: { other: "いいね、{count}件" },
});

export const shareCounted = message({
	en: { one: "Share, {count} share", other: "Share, {count} shares" },
	de: { one: "Teilen, {count}-mal geteilt", other: "Teilen, {count}-mal geteilt" },
	es: { one: "Compartir, {count} vez compartido", other: "Compartir, {count} veces compartido" },
	ar: {
		zero: "مشاركة، لا مشاركات",
		one: "مشاركة، مشاركة واحدة",
		two: "مشاركة، مشاركتان",
		few: "مشاركة، {count} مشاركات",
		many: "مشاركة، {count} مشاركة",
		other: "مشاركة، {count} مشاركة",
	},
	ja: { other: "シェア、{count}件" },
});

export const repostedBy = message({
	en: "{person} reposted",
	de: "{person} hat repostet",
	es: "{person} lo ha republicado",
	ar: "أعاد {person} النشر",
	ja: "{person}さんが再投稿",
});

export const timeOf = message({
	en: "{position} of {length}",
	de: "{position} von {length}",
	es: "{position} de {length}",
	ar: "{position} من {length}",
	ja: "{length}中{position}",
});

export const videoNamed = message({
	en: "Video: {title}",
	de: "Video: {title}",
	es: "Vídeo: {title}",
	ar: "فيديو: {title}",
	ja: "動画: {title}",
});

export const untitled = message({
	en: "untitled",
	de: "ohne Titel",
	es: "sin título",
	ar: "بلا عنوان",
	ja: "無題",
});

export const titleBy = message({
	en: "{title} by {displayName}",
	de: "{title} von {displayName}",
	es: "{title} de {displayName}",
	ar: "{title} من {displayName}",
	ja: "{title}、{displayName}さん",
});

export const titleByShowing = message({
	en: "{title} by {displayName}. {alt}",
	de: "{title} von {displayName}. {alt}",
	es: "{title} de {displayName}. {alt}",
	ar: "{title} من {displayName}. {alt}",
	ja: "{title}、{displayName}さん。{alt}",
});

export const untitledVideo = message({
	en: "Untitled video",
	de: "Video ohne Titel",
	es: "Vídeo sin título",
	ar: "فيديو بلا عنوان",
	ja: "無題の動画",
});

export const askedToFollow = message({
	en: "You asked to follow {displayName}. You're told when they answer.",
	de: "Du hast {displayName} angefragt. Du hörst von uns, sobald geantwortet wird.",
	es: "Has pedido seguir a {displayName}. Te avisaremos cuando responda.",
	ar: "أرسلت طلب متابعة إلى {displayName}. سنخبرك عند الرد.",
	ja: "{displayName}さんにフォローをリクエストしました。返事があればお知らせします。",
});

export const askedThem = message({
	en: "You asked to follow them. You're told when they answer.",
	de: "Anfrage gesendet. Du hörst von uns, sobald geantwortet wird.",
	es: "Has enviado la solicitud. Te avisaremos cuando responda.",
	ar: "أرسلت طلب متابعة. سنخبرك عند الرد.",
	ja: "フォローをリクエストしました。返事があればお知らせします。",
});

export const showAll = message({
	en: "Show everything again",
	de: "Alles wieder zeigen",
	es: "Volver a mostrarlo todo",
	ar: "إظهار كل شيء من جديد",
	ja: "表示を元に戻す",
});

export const followedTag = message({
	en: "You follow #{tag}",
	de: "Du folgst #{tag}",
	es: "Sigues #{tag}",
	ar: "تتابع ⁨#{tag}⁩",
	ja: "#{tag}をフォロー中",
});

export const onlyYouSee = message({
	en: "Only you can see it",
	de: "Nur du siehst es",
	es: "Solo tú puedes verlo",
	ar: "لا يراه سواك",
	ja: "自分だけが見られます",
});

export const onlyFollowersSee = message({
	en: "Only your followers can see it",
	de: "Nur deine Follower sehen es",
	es: "Solo tus seguidores pueden verlo",
	ar: "لا يراه سوى متابعيك",
	ja: "フォロワーだけが見られます",
});

export const picturesLater = message({
	en: "The pictures can't be had for a moment. Try again.",
	de: "Die Bilder sind gerade nicht zu haben. Versuch es noch einmal.",
	es: "Las imágenes no están disponibles ahora. Inténtalo de nuevo.",
	ar: "الصور غير متاحة الآن. حاول مجددًا.",
	ja: "画像を取得できません。もう一度お試しください。",
});
