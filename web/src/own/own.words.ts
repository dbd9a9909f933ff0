import { message } from "../language/message.ts";

export const noPictures = message({
	en: "No pictures to choose from",
	de: "Keine Bilder zur Auswahl",
	es: "No hay imágenes para elegir",
	ar: "لا صور للاختيار",
	ja: "選べる画像がありません",
});

export const coverFixed = message({
	en: "This video's cover can't be changed. It keeps the one it has.",
	de: "Das Cover dieses Videos lässt sich nicht ändern. Es bleibt, wie es ist.",
	es: "La portada de este vídeo no se puede cambiar. Se queda la que tiene.",
	ar: "لا يمكن تغيير غلاف هذا الفيديو، ويبقى كما هو.",
	ja: "この動画のカバーは変更できません。",
});

export const coverAt = message({
	en: "The cover at {atMs}",
	de: "Das Cover bei {atMs}",
	es: "La portada en {atMs}",
	ar: "الغلاف عند {atMs}",
	ja: "{atMs}のカバー",
});

export const loadingPictures = message({
	en: "Loading pictures",
	de: "Bilder werden geladen",
	es: "Cargando imágenes",
	ar: "جارٍ تحميل الصور",
	ja: "画像を読み込み中",
});

export const pictures = message({
	en: "Pictures",
	de: "Bilder",
	es: "Imágenes",
	ar: "الصور",
	ja: "画像",
});

export const pictureAt = message({
	en: "Picture at {atMs}",
	de: "Bild bei {atMs}",
	es: "Imagen en {atMs}",
	ar: "الصورة عند {atMs}",
	ja: "{atMs}の画像",
});

export const yourVideo = message({
	en: "Your video",
	de: "Dein Video",
	es: "Tu vídeo",
	ar: "فيديوك",
	ja: "あなたの動画",
});

export const editVideo = message({
	en: "Edit video",
	de: "Video bearbeiten",
	es: "Editar vídeo",
	ar: "تعديل الفيديو",
	ja: "動画を編集",
});

export const chooseCover = message({
	en: "Choose a cover",
	de: "Cover wählen",
	es: "Elegir portada",
	ar: "اختيار غلاف",
	ja: "カバーを選ぶ",
});

export const editTitle = message({
	en: "Edit title and words",
	de: "Titel und Text bearbeiten",
	es: "Editar título y texto",
	ar: "تعديل العنوان والنص",
	ja: "タイトルと説明を編集",
});

export const hereOnceLoggedIn = message({
	en: "Your videos are here once you're logged in.",
	de: "Deine Videos sind hier, sobald du angemeldet bist.",
	es: "Tus vídeos estarán aquí cuando inicies sesión.",
	ar: "فيديوهاتك هنا بعد تسجيل الدخول.",
	ja: "ログインすると、あなたの動画がここに表示されます。",
});

export const goOn = message({
	en: "Go on",
	de: "Weiter",
	es: "Seguir",
	ar: "متابعة",
	ja: "続ける",
});

export const reviewNote = message({
	en: "A person looks at it before it goes up. You'll be told.",
	de: "Ein Mensch sieht es sich an, bevor es online geht. Du hörst von uns.",
	es: "Una persona lo revisa antes de publicarlo. Te avisaremos.",
	ar: "يراجعه شخص قبل نشره. سنخبرك.",
	ja: "公開前に担当者が確認します。結果をお知らせします。",
});

export const blockedNote = message({
	en: "It goes against the rules here and stays down.",
	de: "Es verstößt gegen die Regeln hier und bleibt unten.",
	es: "Incumple las normas y no se publicará.",
	ar: "يخالف القواعد ولن يُنشر.",
	ja: "ルールに反するため公開できません。",
});

export const copyrightNote = message({
	en: "A part of it belongs to someone else, so it isn't shown.",
	de: "Ein Teil gehört jemand anderem, darum wird es nicht gezeigt.",
	es: "Una parte pertenece a otra persona, por eso no se muestra.",
	ar: "جزء منه يعود لشخص آخر، لذلك لا يُعرض.",
	ja: "一部は他の人の作品のため、表示されません。",
});

export const copyrightHeldNote = message({
	en: "Someone else's recording may be in it, so it waits.",
	de: "Vielleicht ist die Aufnahme von jemand anderem darin, darum wartet es.",
	es: "Puede contener una grabación ajena, por eso espera.",
	ar: "قد يحتوي على تسجيل يعود لشخص آخر، لذلك ينتظر.",
	ja: "他の人の録音が含まれている可能性があるため、保留中です。",
});

export const notAvailable = message({
	en: "It isn't available.",
	de: "Es ist nicht verfügbar.",
	es: "No está disponible.",
	ar: "غير متاح.",
	ja: "利用できません。",
});

export const uploadAnother = message({
	en: "Upload another file",
	de: "Andere Datei hochladen",
	es: "Subir otro archivo",
	ar: "رفع ملف آخر",
	ja: "別のファイルをアップロード",
});

export const loadingVideos = message({
	en: "Loading your videos",
	de: "Deine Videos werden geladen",
	es: "Cargando tus vídeos",
	ar: "جارٍ تحميل فيديوهاتك",
	ja: "動画を読み込み中",
});

export const onlyYou = message({
	en: "Only you",
	de: "Nur du",
	es: "Solo tú",
	ar: "أنت فقط",
	ja: "自分のみ",
});

export const audienceEveryone = message({
	en: "Everyone can see it, and it's on its way to people who'll like it.",
	de: "Alle können es sehen, und es ist unterwegs zu Leuten, denen es gefallen wird.",
	es: "Todo el mundo puede verlo, y va camino de la gente a la que le gustará.",
	ar: "يستطيع الجميع رؤيته، وهو في طريقه إلى من سيعجبهم.",
	ja: "全員が見られます。気に入りそうな人に届きます。",
});

export const audienceFollowers = message({
	en: "Your followers can see it.",
	de: "Deine Follower können es sehen.",
	es: "Tus seguidores pueden verlo.",
	ar: "يستطيع متابعوك رؤيته.",
	ja: "フォロワーが見られます。",
});

export const audienceYou = message({
	en: "Only you can see it.",
	de: "Nur du kannst es sehen.",
	es: "Solo tú puedes verlo.",
	ar: "لا يراه سواك.",
	ja: "自分だけが見られます。",
});

export const itsBack = message({
	en: "It's back, as it was",
	de: "Es ist wieder da, wie es war",
	es: "Ha vuelto, tal como estaba",
	ar: "عاد كما كان",
	ja: "元に戻しました",
});

export const videoDeleted = message({
	en: "Video deleted",
	de: "Video gelöscht",
	es: "Vídeo eliminado",
	ar: "تم حذف الفيديو",
	ja: "動画を削除しました",
});

export const tryingAgain = message({
	en: "Trying again",
	de: "Neuer Versuch läuft",
	es: "Intentándolo de nuevo",
	ar: "جارٍ المحاولة مجددًا",
	ja: "再試行しています",
});

export const coverMaking = message({
	en: "Your new cover is being made",
	de: "Dein neues Cover wird erstellt",
	es: "Tu nueva portada se está creando",
	ar: "جارٍ إنشاء غلافك الجديد",
	ja: "新しいカバーを作成中です",
});

export const coverUp = message({
	en: "Your new cover is up",
	de: "Dein neues Cover ist da",
	es: "Tu nueva portada está lista",
	ar: "غلافك الجديد جاهز",
	ja: "新しいカバーになりました",
});

export const coverLong = message({
	en: "Your new cover takes longer than usual. It appears by itself.",
	de: "Dein neues Cover braucht länger als sonst. Es erscheint von selbst.",
	es: "Tu nueva portada tarda más de lo normal. Aparecerá sola.",
	ar: "يستغرق غلافك الجديد وقتًا أطول من المعتاد. سيظهر تلقائيًا.",
	ja: "新しいカバーの作成に時間がかかっています。自動で表示されます。",
});

export const momentAt = message({
	en: "Moment {time}",
	de: "Moment {time}",
	es: "Momento {time}",
	ar: "اللحظة {time}",
	ja: "場面 {time}",
});

export const usePicture = message({
	en: "Use this picture",
	de: "Dieses Bild nehmen",
	es: "Usar esta imagen",
	ar: "استخدم هذه الصورة",
	ja: "この画像を使う",
});

export const uploadsWait = message({
	en: { one: "One upload isn't posted yet.", other: "{count} uploads aren't posted yet." },
	de: { one: "Ein Upload ist noch nicht gepostet.", other: "{count} Uploads sind noch nicht gepostet." },
	es: { one: "Una subida aún no está publicada.", other: "{count} subidas aún no están publicadas." },
	ar: {
		zero: "لا شيء بانتظار النشر.",
		one: "رفع واحد لم يُنشر بعد.",
		two: "رفعان لم يُنشرا بعد.",
		few: "{count} ملفات لم تُنشر بعد.",
		many: "{count} ملفًا لم تُنشر بعد.",
		other: "{count} ملف لم تُنشر بعد.",
	},
	ja: { other: "未投稿のアップロードが{count}件あります。" },
});

export const processingTitle = message({
	en: "Processing {title}",
	de: "{title} wird verarbeitet",
	es: "Procesando {title}",
	ar: "جارٍ معالجة {title}",
	ja: "{title}を処理中",
});

export const yourWorks = message({
	en: "Your works",
	de: "Deine Werke",
	es: "Tus obras",
	ar: "أعمالك",
	ja: "あなたの作品",
});
