import { message } from "../language/message.ts";

export const sounds = message({
	en: "Sounds",
	de: "Sounds",
	es: "Sonidos",
	ar: "الأصوات",
	ja: "サウンド",
});

export const sound = message({
	en: "Sound",
	de: "Sound",
	es: "Sonido",
	ar: "صوت",
	ja: "サウンド",
});

export const library = message({
	en: "Library",
	de: "Bibliothek",
	es: "Biblioteca",
	ar: "المكتبة",
	ja: "ライブラリ",
});

export const favourites = message({
	en: "Favourites",
	de: "Favoriten",
	es: "Favoritos",
	ar: "المفضلة",
	ja: "お気に入り",
});

export const favouriteSounds = message({
	en: "Favourite sounds",
	de: "Lieblingssounds",
	es: "Sonidos favoritos",
	ar: "الأصوات المفضلة",
	ja: "お気に入りのサウンド",
});

export const whichSounds = message({
	en: "Which sounds",
	de: "Welche Sounds",
	es: "Qué sonidos",
	ar: "أي أصوات",
	ja: "表示するサウンド",
});

export const searchPlaceholder = message({
	en: "Title or artist",
	de: "Titel oder Interpret",
	es: "Título o artista",
	ar: "العنوان أو الفنان",
	ja: "タイトルまたはアーティスト",
});

export const searchLabel = message({
	en: "Search sounds",
	de: "Sounds suchen",
	es: "Buscar sonidos",
	ar: "البحث عن أصوات",
	ja: "サウンドを検索",
});

export const genres = message({
	en: "Genres",
	de: "Genres",
	es: "Géneros",
	ar: "الأنواع",
	ja: "ジャンル",
});

export const all = message({
	en: "All",
	de: "Alle",
	es: "Todos",
	ar: "الكل",
	ja: "すべて",
});

export const ambient = message({
	en: "Ambient",
	de: "Ambient",
	es: "Ambient",
	ar: "محيطي",
	ja: "アンビエント",
});

export const beats = message({
	en: "Beats",
	de: "Beats",
	es: "Beats",
	ar: "إيقاعات",
	ja: "ビート",
});

export const cinematic = message({
	en: "Cinematic",
	de: "Filmmusik",
	es: "Cinemático",
	ar: "سينمائي",
	ja: "シネマティック",
});

export const electronic = message({
	en: "Electronic",
	de: "Elektronisch",
	es: "Electrónica",
	ar: "إلكتروني",
	ja: "エレクトロニック",
});

export const folk = message({
	en: "Folk",
	de: "Folk",
	es: "Folk",
	ar: "شعبي",
	ja: "フォーク",
});

export const jazz = message({
	en: "Jazz",
	de: "Jazz",
	es: "Jazz",
	ar: "جاز",
	ja: "ジャズ",
});

export const lofi = message({
	en: "Lo-fi",
	de: "Lo-Fi",
	es: "Lo-fi",
	ar: "لو-فاي",
	ja: "ローファイ",
});

export const pop = message({
	en: "Pop",
	de: "Pop",
	es: "Pop",
	ar: "بوب",
	ja: "ポップ",
});

export const rock = message({
	en: "Rock",
	de: "Rock",
	es: "Rock",
	ar: "روك",
	ja: "ロック",
});

export const world = message({
	en: "World",
	de: "Weltmusik",
	es: "Músicas del mundo",
	ar: "موسيقى العالم",
	ja: "ワールド",
});

export const use = message({
	en: "Use",
	de: "Verwenden",
	es: "Usar",
	ar: "استخدام",
	ja: "使う",
});

export const useNamed = message({
	en: "Use {title}",
	de: "{title} verwenden",
	es: "Usar {title}",
	ar: "استخدام {title}",
	ja: "{title}を使う",
});

export const useThis = message({
	en: "Use this sound",
	de: "Diesen Sound verwenden",
	es: "Usar este sonido",
	ar: "استخدم هذا الصوت",
	ja: "このサウンドを使う",
});

export const playSound = message({
	en: "Play {title}",
	de: "{title} abspielen",
	es: "Reproducir {title}",
	ar: "تشغيل {title}",
	ja: "{title}を再生",
});

export const pauseSound = message({
	en: "Pause {title}",
	de: "{title} anhalten",
	es: "Pausar {title}",
	ar: "إيقاف {title} مؤقتًا",
	ja: "{title}を一時停止",
});

export const keepSound = message({
	en: "Keep {title}",
	de: "{title} merken",
	es: "Guardar {title}",
	ar: "حفظ {title}",
	ja: "{title}を保存",
});

export const notPlayed = message({
	en: "This sound can't be played right now. Try again in a moment.",
	de: "Dieser Sound lässt sich gerade nicht abspielen. Versuch es gleich noch einmal.",
	es: "Este sonido no se puede reproducir ahora. Inténtalo de nuevo en un momento.",
	ar: "لا يمكن تشغيل هذا الصوت الآن. حاول بعد قليل.",
	ja: "このサウンドは今は再生できません。少し待ってからもう一度お試しください。",
});

export const signInToKeep = message({
	en: "Sign in to keep sounds. Only you see them.",
	de: "Melde dich an, um Sounds zu merken. Nur du siehst sie.",
	es: "Inicia sesión para guardar sonidos. Solo tú los ves.",
	ar: "سجّل الدخول لحفظ الأصوات. لا يراها أحد غيرك.",
	ja: "ログインするとサウンドを保存できます。ほかの人には見えません。",
});

export const noFavourites = message({
	en: "No favourite sounds yet",
	de: "Noch keine Lieblingssounds",
	es: "Aún no hay sonidos favoritos",
	ar: "لا أصوات مفضلة بعد",
	ja: "お気に入りのサウンドはまだありません",
});

export const howToKeep = message({
	en: "The bookmark beside a sound keeps it here. Only you see these.",
	de: "Das Lesezeichen neben einem Sound merkt ihn hier. Nur du siehst sie.",
	es: "El marcador junto a un sonido lo guarda aquí. Solo tú los ves.",
	ar: "تحفظ العلامة بجانب الصوت الصوتَ هنا. لا يراها أحد غيرك.",
	ja: "サウンドの横のブックマークを押すとここに保存されます。ほかの人には見えません。",
});

export const nothingFound = message({
	en: "Nothing sounds like that",
	de: "Dazu klingt hier nichts",
	es: "Nada suena así",
	ar: "لا شيء يشبه ذلك",
	ja: "見つかりませんでした",
});

export const searchOtherwise = message({
	en: "Try other words, or another genre.",
	de: "Versuch andere Wörter oder ein anderes Genre.",
	es: "Prueba con otras palabras u otro género.",
	ar: "جرّب كلمات أخرى أو نوعًا آخر.",
	ja: "別の言葉や別のジャンルをお試しください。",
});

export const libraryEmpty = message({
	en: "The library is still empty",
	de: "Die Bibliothek ist noch leer",
	es: "La biblioteca aún está vacía",
	ar: "المكتبة ما زالت فارغة",
	ja: "ライブラリはまだ空です",
});

export const libraryComing = message({
	en: "Its first sounds come soon. Every video's own sound can be used too.",
	de: "Die ersten Sounds kommen bald. Auch der Originalton jedes Videos lässt sich verwenden.",
	es: "Los primeros sonidos llegan pronto. También puedes usar el sonido de cada vídeo.",
	ar: "تصل الأصوات الأولى قريبًا. ويمكن أيضًا استخدام صوت كل فيديو.",
	ja: "最初のサウンドはまもなく届きます。各動画のサウンドも使えます。",
});

export const loading = message({
	en: "Loading sounds",
	de: "Sounds werden geladen",
	es: "Cargando sonidos",
	ar: "جارٍ تحميل الأصوات",
	ja: "サウンドを読み込み中",
});

export const backToSound = message({
	en: "Back to the sound",
	de: "Zurück zum Sound",
	es: "Volver al sonido",
	ar: "العودة إلى الصوت",
	ja: "サウンドに戻る",
});

export const noVideos = message({
	en: "No videos with it yet",
	de: "Noch keine Videos damit",
	es: "Aún no hay vídeos con él",
	ar: "لا فيديوهات به بعد",
	ja: "このサウンドの動画はまだありません",
});

export const beTheFirst = message({
	en: "Use it, and yours is the first.",
	de: "Verwende ihn, und deines ist das erste.",
	es: "Úsalo y el tuyo será el primero.",
	ar: "استخدمه وكن الأول.",
	ja: "使えばあなたの動画が最初になります。",
});

export const notForOthers = message({
	en: "This sound can be heard with its video, but not used by others: not everybody may see that video.",
	de: "Dieser Sound ist mit seinem Video zu hören, andere können ihn aber nicht verwenden: Nicht alle dürfen das Video sehen.",
	es: "Este sonido se oye con su vídeo, pero otros no pueden usarlo: no todos pueden ver ese vídeo.",
	ar: "يُسمع هذا الصوت مع الفيديو الخاص به ولا يمكن لغير صاحبه استخدامه: فليس مسموحًا للجميع برؤية ذلك الفيديو.",
	ja: "このサウンドは動画と一緒に聴けますが、ほかの人は使えません。動画が全員に公開されていないためです。",
});

export const notHere = message({
	en: "This sound isn't licensed where you are. Choose another.",
	de: "Dieser Sound ist dort, wo du bist, nicht lizenziert. Wähl einen anderen.",
	es: "Este sonido no tiene licencia donde estás. Elige otro.",
	ar: "هذا الصوت غير مرخّص حيث أنت. اختر صوتًا آخر.",
	ja: "このサウンドはお住まいの地域では利用できません。別のものをお選びください。",
});

export const isOff = message({
	en: "You turned this sound off: only you see it.",
	de: "Du hast diesen Sound ausgeschaltet: Nur du siehst ihn.",
	es: "Has desactivado este sonido: solo tú lo ves.",
	ar: "أوقفت هذا الصوت: لا يراه غيرك.",
	ja: "このサウンドはオフです。あなただけに見えています。",
});

export const manage = message({
	en: "Manage",
	de: "Verwalten",
	es: "Gestionar",
	ar: "إدارة",
	ja: "管理",
});

export const notThere = message({
	en: "This sound isn't here",
	de: "Diesen Sound gibt es hier nicht",
	es: "Este sonido no está aquí",
	ar: "هذا الصوت غير موجود",
	ja: "このサウンドはありません",
});

export const whyNotThere = message({
	en: "It was removed or turned off, or its video isn't for everyone.",
	de: "Er wurde entfernt oder ausgeschaltet, oder sein Video ist nicht für alle.",
	es: "Se eliminó o se desactivó, o su vídeo no es para todos.",
	ar: "أُزيل أو أُوقف، أو أن الفيديو الخاص به ليس للجميع.",
	ja: "削除またはオフにされたか、動画が全員に公開されていません。",
});

export const otherSounds = message({
	en: "Other sounds",
	de: "Andere Sounds",
	es: "Otros sonidos",
	ar: "أصوات أخرى",
	ja: "ほかのサウンド",
});

export const yourSound = message({
	en: "Your sound",
	de: "Dein Sound",
	es: "Tu sonido",
	ar: "صوتك",
	ja: "あなたのサウンド",
});

export const name = message({
	en: "Name",
	de: "Name",
	es: "Nombre",
	ar: "الاسم",
	ja: "名前",
});

export const saveName = message({
	en: "Save the name",
	de: "Namen speichern",
	es: "Guardar el nombre",
	ar: "حفظ الاسم",
	ja: "名前を保存",
});

export const renamed = message({
	en: "Renamed",
	de: "Umbenannt",
	es: "Nombre cambiado",
	ar: "تم تغيير الاسم",
	ja: "名前を変更しました",
});

export const othersCanUse = message({
	en: "Others can use it",
	de: "Andere können ihn verwenden",
	es: "Otros pueden usarlo",
	ar: "يمكن للآخرين استخدامه",
	ja: "ほかの人が使える",
});

export const offNote = message({
	en: "Turned off, nobody else finds it. Videos that use it already keep it.",
	de: "Ausgeschaltet findet ihn sonst niemand. Videos, die ihn schon verwenden, behalten ihn.",
	es: "Desactivado, nadie más lo encuentra. Los vídeos que ya lo usan lo conservan.",
	ar: "عند إيقافه لا يجده أحد غيرك. الفيديوهات التي تستخدمه تحتفظ به.",
	ja: "オフにするとほかの人には見つかりません。すでに使っている動画はそのままです。",
});

export const addSound = message({
	en: "Add a sound",
	de: "Sound hinzufügen",
	es: "Añadir un sonido",
	ar: "إضافة صوت",
	ja: "サウンドを追加",
});

export const changeSound = message({
	en: "Change",
	de: "Ändern",
	es: "Cambiar",
	ar: "تغيير",
	ja: "変更",
});

export const removeSound = message({
	en: "Take the sound out",
	de: "Sound entfernen",
	es: "Quitar el sonido",
	ar: "إزالة الصوت",
	ja: "サウンドを外す",
});

export const chosenFor = message({
	en: "Chosen for your next video: {title}",
	de: "Für dein nächstes Video gewählt: {title}",
	es: "Elegido para tu próximo vídeo: {title}",
	ar: "اختير لفيديوك القادم: {title}",
	ja: "次の動画に選択中：{title}",
});

export const originalVolume = message({
	en: "Your video's own sound",
	de: "Ton deines Videos",
	es: "Sonido de tu vídeo",
	ar: "صوت الفيديو نفسه",
	ja: "動画自身の音",
});

export const addedVolume = message({
	en: "The added sound",
	de: "Hinzugefügter Sound",
	es: "Sonido añadido",
	ar: "الصوت المضاف",
	ja: "追加したサウンド",
});

export const replaced = message({
	en: "Your video's own sound is left out.",
	de: "Der Ton deines Videos entfällt.",
	es: "El sonido de tu vídeo no se oye.",
	ar: "لن يُسمع صوت الفيديو نفسه.",
	ja: "動画自身の音は使われません。",
});

export const usedBy = message({
	en: { one: "{count} video", other: "{count} videos" },
	de: { one: "{count} Video", other: "{count} Videos" },
	es: { one: "{count} vídeo", other: "{count} vídeos" },
	ar: {
		zero: "لا فيديوهات",
		one: "فيديو واحد",
		two: "فيديوهان",
		few: "{count} فيديوهات",
		many: "{count} فيديو",
		other: "{count} فيديو",
	},
	ja: { other: "動画{count}本" },
});
