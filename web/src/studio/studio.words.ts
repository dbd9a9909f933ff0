import { message } from "../language/message.ts";

export const fewSecondsLeft = message({
	en: "a few seconds left",
	de: "noch ein paar Sekunden",
	es: "quedan unos segundos",
	ar: "بقيت بضع ثوانٍ",
	ja: "残り数秒",
});

export const secondsLeft = message({
	en: { one: "about {count} second left", other: "about {count} seconds left" },
	de: { one: "noch etwa {count} Sekunde", other: "noch etwa {count} Sekunden" },
	es: { one: "queda {count} segundo", other: "quedan unos {count} segundos" },
	ar: {
		zero: "بقيت ثوانٍ",
		one: "بقيت ثانية تقريبًا",
		two: "بقيت ثانيتان تقريبًا",
		few: "بقيت {count} ثوانٍ تقريبًا",
		many: "بقيت {count} ثانية تقريبًا",
		other: "بقيت {count} ثانية تقريبًا",
	},
	ja: { other: "残り約{count}秒" },
});

export const minutesLeft = message({
	en: { one: "about a minute left", other: "about {count} minutes left" },
	de: { one: "noch etwa eine Minute", other: "noch etwa {count} Minuten" },
	es: { one: "queda un minuto aproximadamente", other: "quedan unos {count} minutos" },
	ar: {
		zero: "بقي أقل من دقيقة",
		one: "بقيت دقيقة تقريبًا",
		two: "بقيت دقيقتان تقريبًا",
		few: "بقيت {count} دقائق تقريبًا",
		many: "بقيت {count} دقيقة تقريبًا",
		other: "بقيت {count} دقيقة تقريبًا",
	},
	ja: { other: "残り約{count}分" },
});

export const post = message({
	en: "Post",
	de: "Posten",
	es: "Publicar",
	ar: "نشر",
	ja: "投稿",
});

export const postWhenUploaded = message({
	en: "Post when uploaded",
	de: "Nach dem Hochladen posten",
	es: "Publicar al terminar de subir",
	ar: "النشر بعد الرفع",
	ja: "アップロード後に投稿",
});

export const files = message({
	en: "Files",
	de: "Dateien",
	es: "Archivos",
	ar: "الملفات",
	ja: "ファイル",
});

export const letGo = message({
	en: "Let go to upload",
	de: "Loslassen zum Hochladen",
	es: "Suelta para subir",
	ar: "اترك للرفع",
	ja: "離すとアップロード",
});

export const postVideo = message({
	en: "Post a video",
	de: "Video posten",
	es: "Publicar un vídeo",
	ar: "نشر فيديو",
	ja: "動画を投稿",
});

export const dropHere = message({
	en: "Drop a video here",
	de: "Zieh ein Video hierher",
	es: "Arrastra un vídeo aquí",
	ar: "أفلت فيديو هنا",
	ja: "ここに動画をドロップ",
});

export const anotherVideo = message({
	en: "Another video",
	de: "Anderes Video",
	es: "Otro vídeo",
	ar: "فيديو آخر",
	ja: "別の動画",
});

export const chooseVideo = message({
	en: "Choose a video",
	de: "Video auswählen",
	es: "Elegir un vídeo",
	ar: "اختيار فيديو",
	ja: "動画を選ぶ",
});

export const videoFile = message({
	en: "Video file",
	de: "Videodatei",
	es: "Archivo de vídeo",
	ar: "ملف الفيديو",
	ja: "動画ファイル",
});

export const postYourOwn = message({
	en: "Post your own",
	de: "Poste selbst etwas",
	es: "Publica lo tuyo",
	ar: "انشر فيديو لك",
	ja: "自分の動画を投稿",
});

export const accountAll = message({
	en: "An account is all it takes. Your video is up about a minute after you drop it here.",
	de: "Ein Konto genügt. Dein Video ist etwa eine Minute, nachdem du es hier ablegst, da.",
	es: "Basta con una cuenta. Tu vídeo estará listo alrededor de un minuto después de soltarlo aquí.",
	ar: "يكفي حساب واحد. سيُنشر الفيديو بعد دقيقة تقريبًا من إفلاته هنا.",
	ja: "アカウントがあればOK。ここに置いてから1分ほどで公開されます。",
});

export const sameFile = message({
	en: "Choose the same file again, and it goes on where it stopped.",
	de: "Wähl dieselbe Datei noch einmal, dann geht es dort weiter, wo es aufgehört hat.",
	es: "Elige el mismo archivo otra vez y seguirá donde se quedó.",
	ar: "اختر الملف نفسه مجددًا ليكمل من حيث توقف.",
	ja: "同じファイルをもう一度選ぶと、続きから再開します。",
});

export const pausedKept = message({
	en: "Paused. What arrived is kept.",
	de: "Angehalten. Was angekommen ist, bleibt.",
	es: "En pausa. Lo que llegó se conserva.",
	ar: "متوقف مؤقتًا. ما وصل محفوظ.",
	ja: "一時停止中。送信済みの分は残っています。",
});

export const readyToGoOn = message({
	en: "Ready to go on.",
	de: "Bereit zum Weitermachen.",
	es: "Listo para seguir.",
	ar: "جاهز للمتابعة.",
	ja: "再開できます。",
});

export const addWords = message({
	en: "Uploaded. Add your words and post it.",
	de: "Hochgeladen. Füg deinen Text hinzu und poste es.",
	es: "Subido. Añade tus palabras y publícalo.",
	ar: "تم الرفع. أضف كلماتك وانشره.",
	ja: "アップロード完了。説明を加えて投稿しましょう。",
});

export const postingDots = message({
	en: "Posting…",
	de: "Wird gepostet …",
	es: "Publicando…",
	ar: "جارٍ النشر…",
	ja: "投稿中…",
});

export const offlineGoesOn = message({
	en: "You're offline. It goes on by itself when you're back.",
	de: "Du bist offline. Es geht von selbst weiter, wenn du zurück bist.",
	es: "No tienes conexión. Seguirá solo cuando vuelvas.",
	ar: "أنت غير متصل. سيكمل تلقائيًا عند عودتك.",
	ja: "オフラインです。接続が戻ると自動で再開します。",
});

export const finishing = message({
	en: "Finishing…",
	de: "Wird abgeschlossen …",
	es: "Terminando…",
	ar: "جارٍ الإنهاء…",
	ja: "仕上げ中…",
});

export const shaky = message({
	en: "The connection is shaky; sending some parts again.",
	de: "Die Verbindung wackelt; manche Teile werden noch einmal gesendet.",
	es: "La conexión es inestable; se reenvían algunas partes.",
	ar: "الاتصال متذبذب؛ يُعاد إرسال بعض الأجزاء.",
	ja: "接続が不安定です。一部を再送しています。",
});

export const uploadingDots = message({
	en: "Uploading…",
	de: "Wird hochgeladen …",
	es: "Subiendo…",
	ar: "جارٍ الرفع…",
	ja: "アップロード中…",
});

export const pauseUpload = message({
	en: "Pause upload",
	de: "Upload anhalten",
	es: "Pausar la subida",
	ar: "إيقاف الرفع مؤقتًا",
	ja: "アップロードを一時停止",
});

export const goOn = message({
	en: "Continue",
	de: "Weiter",
	es: "Continuar",
	ar: "متابعة",
	ja: "再開",
});

export const chooseFile = message({
	en: "Choose file",
	de: "Datei auswählen",
	es: "Elegir archivo",
	ar: "اختيار ملف",
	ja: "ファイルを選ぶ",
});

export const uploaded = message({
	en: "Uploaded",
	de: "Hochgeladen",
	es: "Subido",
	ar: "تم الرفع",
	ja: "アップロード済み",
});

export const sameFileLabel = message({
	en: "The same file again",
	de: "Dieselbe Datei noch einmal",
	es: "El mismo archivo otra vez",
	ar: "الملف نفسه مجددًا",
	ja: "同じファイル",
});

export const uploadOf = message({
	en: "Upload of {name}",
	de: "Upload von {name}",
	es: "Subida de {name}",
	ar: "رفع {name}",
	ja: "{name}のアップロード",
});

export const postedOnceUp = message({
	en: "It's posted as soon as it's uploaded. You may leave this page; it goes on when you come back.",
	de: "Es wird gepostet, sobald es hochgeladen ist. Du kannst die Seite verlassen; es geht weiter, wenn du zurückkommst.",
	es: "Se publicará en cuanto se suba. Puedes salir de esta página; seguirá cuando vuelvas.",
	ar: "سيُنشر فور رفعه. يمكنك مغادرة الصفحة، وسيكمل عند عودتك.",
	ja: "アップロードが終わると投稿されます。ページを離れても、戻ると再開します。",
});

export const discard = message({
	en: "Discard this upload",
	de: "Diesen Upload verwerfen",
	es: "Descartar esta subida",
	ar: "تجاهل هذا الرفع",
	ja: "このアップロードを破棄",
});

export const didNotWork = message({
	en: "It didn't work out",
	de: "Es hat nicht geklappt",
	es: "No ha funcionado",
	ar: "لم ينجح الأمر",
	ja: "うまくいきませんでした",
});

export const removeIt = message({
	en: "Remove it",
	de: "Entfernen",
	es: "Quitarlo",
	ar: "إزالته",
	ja: "削除する",
});

export const noPreview = message({
	en: "No preview in this browser. It can be uploaded all the same.",
	de: "Keine Vorschau in diesem Browser. Hochladen geht trotzdem.",
	es: "Sin vista previa en este navegador. Se puede subir igualmente.",
	ar: "لا معاينة في هذا المتصفح، ويمكن رفعه رغم ذلك.",
	ja: "このブラウザではプレビューできませんが、アップロードできます。",
});

export const previewOf = message({
	en: "Preview of {name}",
	de: "Vorschau von {name}",
	es: "Vista previa de {name}",
	ar: "معاينة {name}",
	ja: "{name}のプレビュー",
});

export const uploadFinished = message({
	en: "Upload finished",
	de: "Upload fertig",
	es: "Subida terminada",
	ar: "اكتمل الرفع",
	ja: "アップロード完了",
});

export const itsUp = message({
	en: "It's up",
	de: "Es ist da",
	es: "Ya está",
	ar: "تم النشر",
	ja: "公開しました",
});

export const titleOnProfile = message({
	en: "“{title}” is on your profile.",
	de: "„{title}“ ist in deinem Profil.",
	es: "«{title}» está en tu perfil.",
	ar: "«{title}» في ملفك الشخصي.",
	ja: "「{title}」がプロフィールに追加されました。",
});

export const onProfile = message({
	en: "Your video is on your profile.",
	de: "Dein Video ist in deinem Profil.",
	es: "Tu vídeo está en tu perfil.",
	ar: "الفيديو في ملفك الشخصي.",
	ja: "動画がプロフィールに追加されました。",
});

export const watchIt = message({
	en: "Watch it",
	de: "Ansehen",
	es: "Verlo",
	ar: "شاهده",
	ja: "見る",
});

export const title = message({
	en: "Title",
	de: "Titel",
	es: "Título",
	ar: "العنوان",
	ja: "タイトル",
});

export const titleHint = message({
	en: "What happens in it?",
	de: "Was passiert darin?",
	es: "¿Qué pasa en él?",
	ar: "ماذا يحدث فيه؟",
	ja: "どんな動画ですか?",
});

export const description = message({
	en: "Description",
	de: "Beschreibung",
	es: "Descripción",
	ar: "الوصف",
	ja: "説明",
});

export const whoSees = message({
	en: "Who can see it",
	de: "Wer es sieht",
	es: "Quién puede verlo",
	ar: "من يمكنه رؤيته",
	ja: "公開範囲",
});

export const altTextHint = message({
	en: "What is to be seen, for people who can't see it",
	de: "Was zu sehen ist, für Leute, die es nicht sehen können",
	es: "Lo que se ve, para quien no puede verlo",
	ar: "ما يُرى فيه لمن لا يستطيع رؤيته",
	ja: "見えない人のための説明",
});

export const mayRepost = message({
	en: "Others can repost it",
	de: "Andere dürfen es reposten",
	es: "Otros pueden republicarlo",
	ar: "يمكن للآخرين إعادة نشره",
	ja: "再投稿を許可",
});

export const mayDownload = message({
	en: "Others can download it, marked with your name, while it is public",
	de: "Andere dürfen es mit deinem Namen herunterladen, solange es öffentlich ist",
	es: "Otros pueden descargarlo con tu nombre mientras sea público",
	ar: "يمكن للآخرين تنزيله موسومًا باسمك ما دام عامًا",
	ja: "公開中は、名前入りでのダウンロードを許可",
});

export const hashtags = message({
	en: "Hashtags",
	de: "Hashtags",
	es: "Hashtags",
	ar: "الوسوم",
	ja: "ハッシュタグ",
});

export const removeTag = message({
	en: "Remove #{tag}",
	de: "#{tag} entfernen",
	es: "Quitar #{tag}",
	ar: "إزالة #{tag}",
	ja: "#{tag}を削除",
});

export const hashtagsHint = message({
	en: "cooking, tea…",
	de: "kochen, tee …",
	es: "cocina, té…",
	ar: "طبخ، شاي…",
	ja: "料理、お茶…",
});

export const fileEmpty = message({
	en: "This file is empty. Choose another one.",
	de: "Diese Datei ist leer. Nimm eine andere.",
	es: "Este archivo está vacío. Elige otro.",
	ar: "هذا الملف فارغ. اختر غيره.",
	ja: "ファイルが空です。別のファイルを選んでください。",
});

export const tooLarge = message({
	en: "This video has {size}; up to {maxUploadBytes} fit. Trim it, or export it smaller.",
	de: "Dieses Video hat {size}; bis zu {maxUploadBytes} gehen. Kürz es oder exportier es kleiner.",
	es: "Este vídeo ocupa {size}; caben hasta {maxUploadBytes}. Recórtalo o expórtalo más pequeño.",
	ar: "حجم الفيديو {size}، والحد {maxUploadBytes}. قصّه أو صدّره بحجم أصغر.",
	ja: "この動画は{size}です。上限は{maxUploadBytes}です。短くするか小さく書き出してください。",
});

export const tooShort = message({
	en: "This video is shorter than a second. Choose a longer one.",
	de: "Dieses Video ist kürzer als eine Sekunde. Nimm ein längeres.",
	es: "Este vídeo dura menos de un segundo. Elige uno más largo.",
	ar: "مدة الفيديو أقل من ثانية. اختر أطول منه.",
	ja: "1秒未満の動画です。もっと長い動画を選んでください。",
});

export const tooLong = message({
	en: "This video lasts {durationMs}; up to {maxDurationMs} fit. Trim it first.",
	de: "Dieses Video dauert {durationMs}; bis zu {maxDurationMs} gehen. Kürz es erst.",
	es: "Este vídeo dura {durationMs}; el máximo es {maxDurationMs}. Recórtalo antes.",
	ar: "مدة الفيديو {durationMs}، والحد {maxDurationMs}. قصّه أولًا.",
	ja: "この動画は{durationMs}です。上限は{maxDurationMs}です。短くしてください。",
});

export const queued = message({
	en: "Waiting for its turn",
	de: "Wartet auf seinen Platz",
	es: "Esperando su turno",
	ar: "بانتظار دوره",
	ja: "順番待ち",
});

export const fetching = message({
	en: "Fetching your video",
	de: "Dein Video wird geholt",
	es: "Recogiendo tu vídeo",
	ar: "جارٍ جلب الفيديو",
	ja: "動画を取得中",
});

export const checkingFile = message({
	en: "Checking the file",
	de: "Die Datei wird geprüft",
	es: "Comprobando el archivo",
	ar: "جارٍ فحص الملف",
	ja: "ファイルを確認中",
});

export const encoding = message({
	en: "Making it play everywhere",
	de: "Es wird überall abspielbar gemacht",
	es: "Preparándolo para todos los dispositivos",
	ar: "جارٍ تجهيزه ليعمل في كل مكان",
	ja: "どこでも再生できるように変換中",
});

export const artwork = message({
	en: "Picking a cover",
	de: "Ein Cover wird gewählt",
	es: "Eligiendo una portada",
	ar: "جارٍ اختيار غلاف",
	ja: "カバーを選択中",
});

export const embedding = message({
	en: "Learning what it's about",
	de: "Es wird erkannt, worum es geht",
	es: "Aprendiendo de qué trata",
	ar: "جارٍ فهم محتواه",
	ja: "内容を学習中",
});

export const movingClose = message({
	en: "Moving it close to viewers",
	de: "Es kommt näher zu den Zuschauern",
	es: "Acercándolo a quienes lo verán",
	ar: "جارٍ تقريبه من المشاهدين",
	ja: "視聴者の近くへ配置中",
});

export const publishing = message({
	en: "Publishing",
	de: "Wird veröffentlicht",
	es: "Publicando",
	ar: "جارٍ النشر",
	ja: "公開中",
});

export const making = message({
	en: "Making {rung}",
	de: "{rung} wird erstellt",
	es: "Creando {rung}",
	ar: "جارٍ إنشاء {rung}",
	ja: "{rung}を作成中",
});

export const checking = message({
	en: "Checking",
	de: "Prüfen",
	es: "Comprobación",
	ar: "الفحص",
	ja: "確認",
});

export const gaveUp = message({
	en: "The connection gave up on us. What arrived is kept; try again.",
	de: "Die Verbindung hat uns im Stich gelassen. Was angekommen ist, bleibt; versuch es noch einmal.",
	es: "La conexión se ha rendido. Lo que llegó se conserva; inténtalo de nuevo.",
	ar: "انقطع الاتصال. ما وصل محفوظ؛ حاول مجددًا.",
	ja: "接続が切れました。送信済みの分は残っています。もう一度お試しください。",
});

export const failed = message({
	en: "This video couldn't be processed. Export it again, as MP4, and upload that.",
	de: "Dieses Video konnte nicht verarbeitet werden. Exportier es noch einmal als MP4 und lade das hoch.",
	es: "No se ha podido procesar este vídeo. Expórtalo de nuevo como MP4 y súbelo.",
	ar: "تعذّرت معالجة هذا الفيديو. صدّره مجددًا بصيغة MP4 وارفعه.",
	ja: "この動画を処理できませんでした。MP4で書き出し直してアップロードしてください。",
});

export const inReview = message({
	en: "A person looks at this video before it goes up. You'll be told.",
	de: "Ein Mensch sieht sich dieses Video an, bevor es online geht. Du hörst von uns.",
	es: "Una persona revisa este vídeo antes de publicarlo. Te avisaremos.",
	ar: "يراجع شخص هذا الفيديو قبل نشره. سنخبرك.",
	ja: "公開前に担当者がこの動画を確認します。結果をお知らせします。",
});

export const blocked = message({
	en: "This video goes against the rules here and stays down.",
	de: "Dieses Video verstößt gegen die Regeln hier und bleibt unten.",
	es: "Este vídeo incumple las normas y no se publicará.",
	ar: "يخالف هذا الفيديو القواعد ولن يُنشر.",
	ja: "この動画はルールに反するため公開できません。",
});

export const copyright = message({
	en: "Someone else holds the rights to a part of this video. Replace that part and upload it again.",
	de: "Jemand anderes hat die Rechte an einem Teil dieses Videos. Ersetz den Teil und lade es noch einmal hoch.",
	es: "Otra persona tiene los derechos de una parte de este vídeo. Cambia esa parte y vuelve a subirlo.",
	ar: "حقوق جزء من هذا الفيديو لشخص آخر. استبدل الجزء وارفعه مجددًا.",
	ja: "この動画の一部は他の人に権利があります。差し替えて再アップロードしてください。",
});

export const deleted = message({
	en: "This video was deleted.",
	de: "Dieses Video wurde gelöscht.",
	es: "Este vídeo se ha eliminado.",
	ar: "حُذف هذا الفيديو.",
	ja: "この動画は削除されました。",
});

export const discarded = message({
	en: "Upload discarded",
	de: "Upload verworfen",
	es: "Subida descartada",
	ar: "تم تجاهل الرفع",
	ja: "アップロードを破棄しました",
});

export const uploadingPercent = message({
	en: "Uploading {percent} %",
	de: "Wird hochgeladen, {percent} %",
	es: "Subiendo {percent} %",
	ar: "جارٍ الرفع {percent}٪",
	ja: "アップロード中 {percent}%",
});

export const videoUp = message({
	en: "Your video is up",
	de: "Dein Video ist da",
	es: "Tu vídeo está publicado",
	ar: "نُشر الفيديو",
	ja: "動画を公開しました",
});

export const needsYou = message({
	en: "Upload needs you",
	de: "Upload braucht dich",
	es: "La subida te necesita",
	ar: "الرفع يحتاج إليك",
	ja: "アップロードの確認が必要です",
});

export const retry = message({
	en: "Retry",
	de: "Nochmal",
	es: "Reintentar",
	ar: "إعادة",
	ja: "再試行",
});

export const uploadPaused = message({
	en: "Upload paused",
	de: "Upload angehalten",
	es: "Subida en pausa",
	ar: "الرفع متوقف مؤقتًا",
	ja: "アップロード一時停止中",
});

export const paused = message({
	en: "Paused",
	de: "Pause",
	es: "En pausa",
	ar: "متوقف",
	ja: "停止中",
});

export const readyToPost = message({
	en: "Ready to post",
	de: "Bereit zum Posten",
	es: "Listo para publicar",
	ar: "جاهز للنشر",
	ja: "投稿できます",
});

export const posting = message({
	en: "Posting",
	de: "Wird gepostet",
	es: "Publicando",
	ar: "جارٍ النشر",
	ja: "投稿中",
});

export const limits = message({
	en: {
		one: "MP4, MOV, WebM, MKV or 3GP, up to {size} and {count} minute",
		other: "MP4, MOV, WebM, MKV or 3GP, up to {size} and {count} minutes",
	},
	de: {
		one: "MP4, MOV, WebM, MKV oder 3GP, bis {size} und {count} Minute",
		other: "MP4, MOV, WebM, MKV oder 3GP, bis {size} und {count} Minuten",
	},
	es: {
		one: "MP4, MOV, WebM, MKV o 3GP, hasta {size} y {count} minuto",
		other: "MP4, MOV, WebM, MKV o 3GP, hasta {size} y {count} minutos",
	},
	ar: {
		zero: "MP4 أو MOV أو WebM أو MKV أو 3GP، حتى {size}",
		one: "MP4 أو MOV أو WebM أو MKV أو 3GP، حتى {size} ودقيقة",
		two: "MP4 أو MOV أو WebM أو MKV أو 3GP، حتى {size} ودقيقتين",
		few: "MP4 أو MOV أو WebM أو MKV أو 3GP، حتى {size} و{count} دقائق",
		many: "MP4 أو MOV أو WebM أو MKV أو 3GP، حتى {size} و{count} دقيقة",
		other: "MP4 أو MOV أو WebM أو MKV أو 3GP، حتى {size} و{count} دقيقة",
	},
	ja: { other: "MP4、MOV、WebM、MKV、3GP。{size}、{count}分まで" },
});

export const mayLeave = message({
	en: "You may leave; we'll tell you when it's up.",
	de: "Du kannst gehen; wir sagen dir, wenn es da ist.",
	es: "Puedes irte; te avisaremos cuando esté.",
	ar: "يمكنك المغادرة، وسنخبرك عند نشره.",
	ja: "離れても大丈夫です。公開されたらお知らせします。",
});

export const leftAndMayLeave = message({
	en: "{left}. You may leave; we'll tell you when it's up.",
	de: "{left}. Du kannst gehen; wir sagen dir, wenn es da ist.",
	es: "{left}. Puedes irte; te avisaremos cuando esté.",
	ar: "{left}. يمكنك المغادرة، وسنخبرك عند نشره.",
	ja: "{left}。離れても大丈夫です。公開されたらお知らせします。",
});

export const anotherFile = message({
	en: "That's another file. Choose “{name}”.",
	de: "Das ist eine andere Datei. Wähl „{name}“.",
	es: "Ese es otro archivo. Elige «{name}».",
	ar: "هذا ملف آخر. اختر «{name}».",
	ja: "別のファイルです。「{name}」を選んでください。",
});

export const uploadingLeft = message({
	en: "Uploading, {left}",
	de: "Wird hochgeladen, {left}",
	es: "Subiendo, {left}",
	ar: "جارٍ الرفع، {left}",
	ja: "アップロード中、{left}",
});

export const looksLike = message({
	en: "This file isn't a video we can read (it looks like {looksLike}). Choose a video.",
	de: "Diese Datei ist kein Video, das wir lesen können (erkannt: {looksLike}). Wähl ein Video.",
	es: "Este archivo no es un vídeo que podamos leer (parece: {looksLike}). Elige un vídeo.",
	ar: "هذا الملف ليس فيديو نستطيع قراءته (يبدو: {looksLike}). اختر فيديو.",
	ja: "読み取れる動画ではありません({looksLike})。動画を選んでください。",
});

export const cannotReadFiles = message({
	en: "We can't read .{extension} files. Choose an MP4, MOV, WebM, MKV or 3GP video.",
	de: "Dateien mit .{extension} können wir nicht lesen. Nimm ein Video in MP4, MOV, WebM, MKV oder 3GP.",
	es: "No podemos leer archivos .{extension}. Elige un vídeo MP4, MOV, WebM, MKV o 3GP.",
	ar: "لا نستطيع قراءة ملفات ‎.{extension}. اختر فيديو MP4 أو MOV أو WebM أو MKV أو 3GP.",
	ja: ".{extension}ファイルは読み取れません。MP4、MOV、WebM、MKV、3GPの動画を選んでください。",
});

export const cannotReadFile = message({
	en: "We can't read this file. Choose an MP4, MOV, WebM, MKV or 3GP video.",
	de: "Diese Datei können wir nicht lesen. Nimm ein Video in MP4, MOV, WebM, MKV oder 3GP.",
	es: "No podemos leer este archivo. Elige un vídeo MP4, MOV, WebM, MKV o 3GP.",
	ar: "لا نستطيع قراءة هذا الملف. اختر فيديو MP4 أو MOV أو WebM أو MKV أو 3GP.",
	ja: "このファイルは読み取れません。MP4、MOV、WebM、MKV、3GPの動画を選んでください。",
});

export const knownFile = message({
	en: "This video was removed here before, so it can't be posted again. If you think that was wrong, appeal against the removal.",
	de: "Dieses Video wurde hier schon entfernt und kann nicht noch einmal gepostet werden. Wenn das falsch war, leg Widerspruch ein.",
	es: "Este vídeo ya se retiró aquí y no se puede volver a publicar. Si crees que fue un error, recurre la retirada.",
	ar: "سبق أن أُزيل هذا الفيديو هنا، فلا يمكن نشره مجددًا. إن كنت ترى ذلك خطأ فاعترض على الإزالة.",
	ja: "この動画は以前ここで削除されたため、再投稿できません。誤りだと思う場合は、削除に異議を申し立ててください。",
});
