import { message } from "../language/message.ts";

export const notReadable = message({
	en: "This file isn't a picture your browser can read. Choose a JPEG, PNG, WebP, GIF or AVIF.",
	de: "Dein Browser kann diese Datei nicht als Bild lesen. Nimm JPEG, PNG, WebP, GIF oder AVIF.",
	es: "Tu navegador no puede leer este archivo como imagen. Elige un JPEG, PNG, WebP, GIF o AVIF.",
	ar: "لا يستطيع متصفحك قراءة هذا الملف كصورة. اختر JPEG أو PNG أو WebP أو GIF أو AVIF.",
	ja: "このファイルは画像として読み込めません。JPEG、PNG、WebP、GIF、AVIFを選んでください。",
});

export const pictureGone = message({
	en: "Your picture is gone",
	de: "Dein Bild ist weg",
	es: "Tu foto se ha quitado",
	ar: "أُزيلت صورتك",
	ja: "画像を削除しました",
});

export const changePicture = message({
	en: "Change picture",
	de: "Bild ändern",
	es: "Cambiar foto",
	ar: "تغيير الصورة",
	ja: "画像を変更",
});

export const choosePicture = message({
	en: "Choose a picture",
	de: "Bild auswählen",
	es: "Elegir foto",
	ar: "اختيار صورة",
	ja: "画像を選ぶ",
});

export const removePicture = message({
	en: "Remove picture",
	de: "Bild entfernen",
	es: "Quitar foto",
	ar: "إزالة الصورة",
	ja: "画像を削除",
});

export const yourPicture = message({
	en: "Your picture",
	de: "Dein Bild",
	es: "Tu foto",
	ar: "صورتك",
	ja: "あなたの画像",
});

export const pictureNow = message({
	en: "That's your picture now",
	de: "Das ist jetzt dein Bild",
	es: "Esta es ahora tu foto",
	ar: "هذه صورتك الآن",
	ja: "画像を変更しました",
});

export const cutHelp = message({
	en: "Your picture, as it will be cut. Arrow keys move it, plus and minus zoom.",
	de: "Dein Bild, wie es zugeschnitten wird. Pfeiltasten bewegen es, Plus und Minus zoomen.",
	es: "Tu foto, tal como se recortará. Las flechas la mueven; más y menos hacen zoom.",
	ar: "صورتك كما ستُقص. الأسهم تحركها، وزائد وناقص للتكبير.",
	ja: "切り抜き後の画像です。矢印キーで移動、プラスとマイナスで拡大・縮小します。",
});

export const zoom = message({
	en: "Zoom",
	de: "Zoom",
	es: "Zoom",
	ar: "تكبير",
	ja: "ズーム",
});

export const usePicture = message({
	en: "Use this picture",
	de: "Dieses Bild nehmen",
	es: "Usar esta foto",
	ar: "استخدم هذه الصورة",
	ja: "この画像を使う",
});

export const cannotCut = message({
	en: "This browser can't cut pictures. Try another one.",
	de: "Dieser Browser kann keine Bilder zuschneiden. Versuch einen anderen.",
	es: "Este navegador no puede recortar fotos. Prueba con otro.",
	ar: "لا يستطيع هذا المتصفح قص الصور. جرّب غيره.",
	ja: "このブラウザでは画像を切り抜けません。別のブラウザをお試しください。",
});

export const notCut = message({
	en: "The picture could not be cut. Try again.",
	de: "Das Bild ließ sich nicht zuschneiden. Versuch es noch einmal.",
	es: "No se ha podido recortar la foto. Inténtalo de nuevo.",
	ar: "تعذّر قص الصورة. حاول مرة أخرى.",
	ja: "画像を切り抜けませんでした。もう一度お試しください。",
});

export const editLogIn = message({
	en: "Your profile is yours to change once you're logged in.",
	de: "Dein Profil kannst du ändern, sobald du angemeldet bist.",
	es: "Podrás cambiar tu perfil cuando inicies sesión.",
	ar: "يمكنك تعديل ملفك بعد تسجيل الدخول.",
	ja: "ログインするとプロフィールを変更できます。",
});

export const saved = message({
	en: "Saved",
	de: "Gespeichert",
	es: "Guardado",
	ar: "تم الحفظ",
	ja: "保存しました",
});

export const name = message({
	en: "Name",
	de: "Name",
	es: "Nombre",
	ar: "الاسم",
	ja: "名前",
});

export const bio = message({
	en: "Bio",
	de: "Über dich",
	es: "Biografía",
	ar: "نبذة",
	ja: "自己紹介",
});

export const undoChanges = message({
	en: "Undo changes",
	de: "Änderungen verwerfen",
	es: "Deshacer cambios",
	ar: "تراجع عن التغييرات",
	ja: "変更を元に戻す",
});

export const noFavourites = message({
	en: "No favourites yet",
	de: "Noch keine Favoriten",
	es: "Aún no hay favoritos",
	ar: "لا مفضلة بعد",
	ja: "お気に入りはまだありません",
});

export const noFavouritesNote = message({
	en: "The bookmark beside a video keeps it here. Only you see your favourites.",
	de: "Das Lesezeichen neben einem Video hebt es hier auf. Nur du siehst deine Favoriten.",
	es: "El marcador junto a un vídeo lo guarda aquí. Solo tú ves tus favoritos.",
	ar: "العلامة بجانب الفيديو تحفظه هنا. لا يرى مفضلتك سواك.",
	ja: "動画横のブックマークでここに保存されます。お気に入りはあなただけに表示されます。",
});

export const nothingLiked = message({
	en: "Nothing liked yet",
	de: "Noch nichts gelikt",
	es: "Aún no hay me gusta",
	ar: "لا إعجابات بعد",
	ja: "いいねした動画はまだありません",
});

export const nothingLikedNote = message({
	en: "Tap twice on a video you like, and find it again here.",
	de: "Tipp zweimal auf ein Video, das dir gefällt, und du findest es hier wieder.",
	es: "Toca dos veces un vídeo que te guste y lo encontrarás aquí.",
	ar: "انقر مرتين على فيديو يعجبك لتجده هنا.",
	ja: "気に入った動画をダブルタップすると、ここに表示されます。",
});

export const liked = message({
	en: "Liked",
	de: "Gelikt",
	es: "Me gusta",
	ar: "الإعجابات",
	ja: "いいね",
});

export const favourites = message({
	en: "Favourites",
	de: "Favoriten",
	es: "Favoritos",
	ar: "المفضلة",
	ja: "お気に入り",
});

export const links = message({
	en: "Links",
	de: "Links",
	es: "Enlaces",
	ar: "الروابط",
	ja: "リンク",
});

export const addLink = message({
	en: "Add a link",
	de: "Link hinzufügen",
	es: "Añadir un enlace",
	ar: "إضافة رابط",
	ja: "リンクを追加",
});

export const muted = message({
	en: "{displayName} is muted. They aren't told.",
	de: "{displayName} ist stummgeschaltet, ohne es zu erfahren.",
	es: "Has silenciado a {displayName}. No se le avisa.",
	ar: "تم كتم {displayName} دون إخباره.",
	ja: "{displayName}さんをミュートしました。相手には通知されません。",
});

export const unmuted = message({
	en: "{displayName} is unmuted",
	de: "{displayName} ist nicht mehr stummgeschaltet",
	es: "Has dejado de silenciar a {displayName}",
	ar: "أُلغي كتم {displayName}",
	ja: "{displayName}さんのミュートを解除しました",
});

export const blocked = message({
	en: "{displayName} is blocked",
	de: "{displayName} ist blockiert",
	es: "Has bloqueado a {displayName}",
	ar: "تم حظر {displayName}",
	ja: "{displayName}さんをブロックしました",
});

export const unblocked = message({
	en: "{displayName} is unblocked. To see them in Following, follow them again.",
	de: "{displayName} ist nicht mehr blockiert. Folg wieder, um Videos unter „Folge ich“ zu sehen.",
	es: "Has desbloqueado a {displayName}. Para ver sus vídeos en Siguiendo, vuelve a seguir la cuenta.",
	ar: "أُلغي حظر {displayName}. لترى فيديوهاته في «متابَعون» تابعه من جديد.",
	ja: "{displayName}さんのブロックを解除しました。「フォロー中」で見るには、もう一度フォローしてください。",
});

export const unblock = message({
	en: "Unblock",
	de: "Nicht mehr blockieren",
	es: "Desbloquear",
	ar: "إلغاء الحظر",
	ja: "ブロック解除",
});

export const unmute = message({
	en: "Unmute",
	de: "Nicht mehr stummschalten",
	es: "Dejar de silenciar",
	ar: "إلغاء الكتم",
	ja: "ミュート解除",
});

export const mute = message({
	en: "Mute",
	de: "Stummschalten",
	es: "Silenciar",
	ar: "كتم",
	ja: "ミュート",
});

export const blockName = message({
	en: "Block {displayName}",
	de: "{displayName} blockieren",
	es: "Bloquear a {displayName}",
	ar: "حظر {displayName}",
	ja: "{displayName}さんをブロック",
});

export const blockAsk = message({
	en: "Block {displayName}?",
	de: "{displayName} blockieren?",
	es: "¿Bloquear a {displayName}?",
	ar: "حظر {displayName}؟",
	ja: "{displayName}さんをブロックしますか?",
});

export const blockVideos = message({
	en: "You won't see their videos and comments, and they won't see yours.",
	de: "Ihr seht gegenseitig keine Videos und Kommentare mehr.",
	es: "No verás sus vídeos ni comentarios, y tampoco verá los tuyos.",
	ar: "لن ترى فيديوهاته وتعليقاته، ولن يرى ما تنشره.",
	ja: "お互いの動画とコメントが表示されなくなります。",
});

export const blockFollows = message({
	en: "You stop following each other. Unblocking doesn't bring that back.",
	de: "Ihr folgt euch nicht mehr. Auch wenn du die Blockierung aufhebst, bleibt das so.",
	es: "Dejáis de seguiros. Desbloquear no lo recupera.",
	ar: "تتوقف المتابعة بينكما، ولا يعيدها إلغاء الحظر.",
	ja: "お互いのフォローが解除されます。ブロックを解除しても元には戻りません。",
});

export const blockUntold = message({
	en: "They aren't told.",
	de: "Niemand sagt es der anderen Seite.",
	es: "No se le avisa.",
	ar: "لن يُخبَر بذلك.",
	ja: "相手には通知されません。",
});

export const block = message({
	en: "Block",
	de: "Blockieren",
	es: "Bloquear",
	ar: "حظر",
	ja: "ブロック",
});

export const isPrivate = message({
	en: "This account is private",
	de: "Dieses Konto ist privat",
	es: "Esta cuenta es privada",
	ar: "هذا الحساب خاص",
	ja: "このアカウントは非公開です",
});

export const askedPrivate = message({
	en: "You asked to follow {displayName}. Once they accept, you see their videos here.",
	de: "Du hast {displayName} angefragt. Nach dem Ja siehst du die Videos hier.",
	es: "Has pedido seguir a {displayName}. Cuando acepte, verás sus vídeos aquí.",
	ar: "أرسلت طلب متابعة إلى {displayName}. ستظهر الفيديوهات هنا بعد القبول.",
	ja: "{displayName}さんにフォローをリクエストしました。承認されると動画が表示されます。",
});

export const followPrivate = message({
	en: "Follow {displayName} to see their videos. They decide who follows them.",
	de: "Folg {displayName}, um die Videos zu sehen. Wer folgt, entscheidet {displayName} selbst.",
	es: "Sigue a {displayName} para ver sus vídeos. La cuenta decide quién la sigue.",
	ar: "تابع {displayName} لمشاهدة الفيديوهات. هو من يقرر من يتابعه.",
	ja: "動画を見るには{displayName}さんをフォローしてください。フォローには承認が必要です。",
});

export const youBlocked = message({
	en: "You blocked {displayName}",
	de: "Du hast {displayName} blockiert",
	es: "Has bloqueado a {displayName}",
	ar: "حظرت {displayName}",
	ja: "{displayName}さんをブロックしています",
});

export const youBlockedNote = message({
	en: "Their videos stay out of your sight until you unblock them.",
	de: "Die Videos bleiben dir verborgen, bis du die Blockierung aufhebst.",
	es: "No verás sus vídeos hasta que desbloquees la cuenta.",
	ar: "لن تظهر لك الفيديوهات حتى تلغي الحظر.",
	ja: "ブロックを解除するまで動画は表示されません。",
});

export const requested = message({
	en: "Requested",
	de: "Angefragt",
	es: "Solicitado",
	ar: "تم الطلب",
	ja: "リクエスト済み",
});

export const askToFollow = message({
	en: "Ask to follow",
	de: "Folgen anfragen",
	es: "Solicitar seguir",
	ar: "طلب متابعة",
	ja: "フォローをリクエスト",
});

export const followBack = message({
	en: "Follow back",
	de: "Zurückfolgen",
	es: "Seguir también",
	ar: "رد المتابعة",
	ja: "フォローバック",
});

export const followers = message({
	en: "Followers",
	de: "Follower",
	es: "Seguidores",
	ar: "المتابِعون",
	ja: "フォロワー",
});

export const followersEmpty = message({
	en: "Followers show up here.",
	de: "Hier erscheinen Follower.",
	es: "Aquí aparecen los seguidores.",
	ar: "يظهر المتابعون هنا.",
	ja: "フォロワーがここに表示されます。",
});

export const followingEmpty = message({
	en: "Whoever is followed shows up here.",
	de: "Wem gefolgt wird, erscheint hier.",
	es: "Aquí aparecen las cuentas seguidas.",
	ar: "يظهر هنا من تتم متابعتهم.",
	ja: "フォロー中の人がここに表示されます。",
});

export const followerRemoved = message({
	en: "{displayName} doesn't follow you any more. They aren't told.",
	de: "{displayName} folgt dir nicht mehr, ohne es zu erfahren.",
	es: "{displayName} ya no te sigue. No se le avisa.",
	ar: "لم يعد {displayName} يتابعك، ولن يُخبَر بذلك.",
	ja: "{displayName}さんをフォロワーから削除しました。相手には通知されません。",
});

export const removeName = message({
	en: "Remove {displayName}",
	de: "{displayName} entfernen",
	es: "Quitar a {displayName}",
	ar: "إزالة {displayName}",
	ja: "{displayName}さんを削除",
});

export const remove = message({
	en: "Remove",
	de: "Entfernen",
	es: "Quitar",
	ar: "إزالة",
	ja: "削除",
});

export const reallyRemoveName = message({
	en: "Really remove {displayName}",
	de: "{displayName} wirklich entfernen",
	es: "Quitar de verdad a {displayName}",
	ar: "تأكيد إزالة {displayName}",
	ja: "{displayName}さんを本当に削除",
});

export const really = message({
	en: "Really?",
	de: "Wirklich?",
	es: "¿Seguro?",
	ar: "متأكد؟",
	ja: "本当に?",
});

export const backTo = message({
	en: "Back to @{name}",
	de: "Zurück zu @{name}",
	es: "Volver a @{name}",
	ar: "العودة إلى @{name}",
	ja: "@{name}に戻る",
});

export const nobody = message({
	en: "Nobody by that name",
	de: "Niemand mit diesem Namen",
	es: "No hay nadie con ese nombre",
	ar: "لا أحد بهذا الاسم",
	ja: "その名前のユーザーはいません",
});

export const lookAround = message({
	en: "Look around",
	de: "Umschauen",
	es: "Echar un vistazo",
	ar: "تصفّح",
	ja: "見てまわる",
});

export const firstVideo = message({
	en: "Your first video",
	de: "Dein erstes Video",
	es: "Tu primer vídeo",
	ar: "أول فيديو لك",
	ja: "最初の動画",
});

export const firstVideoNote = message({
	en: "Fifteen seconds are enough. It's up within a minute or so.",
	de: "Fünfzehn Sekunden reichen. In etwa einer Minute ist es da.",
	es: "Bastan quince segundos. Estará listo en un minuto más o menos.",
	ar: "تكفي خمس عشرة ثانية. سيُنشر خلال دقيقة تقريبًا.",
	ja: "15秒で十分です。1分ほどで公開されます。",
});

export const noVideos = message({
	en: "No videos yet",
	de: "Noch keine Videos",
	es: "Aún no hay vídeos",
	ar: "لا فيديوهات بعد",
	ja: "まだ動画はありません",
});

export const yourVideos = message({
	en: "Your videos",
	de: "Deine Videos",
	es: "Tus vídeos",
	ar: "فيديوهاتك",
	ja: "あなたの動画",
});

export const yourFeed = message({
	en: "Your feed",
	de: "Dein Feed",
	es: "Tu feed",
	ar: "صفحتك",
	ja: "フィード設定",
});

export const loadingProfile = message({
	en: "Loading profile",
	de: "Profil wird geladen",
	es: "Cargando perfil",
	ar: "جارٍ تحميل الملف الشخصي",
	ja: "プロフィールを読み込み中",
});

export const videosOf = message({
	en: "Videos of {displayName}",
	de: "Videos von {displayName}",
	es: "Vídeos de {displayName}",
	ar: "فيديوهات {displayName}",
	ja: "{displayName}さんの動画",
});

export const reposts = message({
	en: "Reposts",
	de: "Reposts",
	es: "Republicados",
	ar: "المعاد نشرها",
	ja: "再投稿",
});

export const collections = message({
	en: "Collections",
	de: "Sammlungen",
	es: "Colecciones",
	ar: "المجموعات",
	ja: "コレクション",
});

export const repostsOf = message({
	en: "Reposts of @{name}",
	de: "Reposts von @{name}",
	es: "Republicados de @{name}",
	ar: "ما أعاد نشره @{name}",
	ja: "@{name}の再投稿",
});

export const noReposts = message({
	en: "No reposts yet",
	de: "Noch keine Reposts",
	es: "Aún no hay republicados",
	ar: "لا إعادة نشر بعد",
	ja: "再投稿はまだありません",
});

export const shareProfile = message({
	en: "Share this profile",
	de: "Dieses Profil teilen",
	es: "Compartir este perfil",
	ar: "مشاركة هذا الملف",
	ja: "プロフィールをシェア",
});

export const nobodyYet = message({
	en: "Nobody yet",
	de: "Noch niemand",
	es: "Nadie todavía",
	ar: "لا أحد بعد",
	ja: "まだ誰もいません",
});

export const pinned = message({
	en: "Pinned",
	de: "Angepinnt",
	es: "Fijado",
	ar: "مثبَّت",
	ja: "固定",
});

export const failed = message({
	en: "Couldn't be processed",
	de: "Verarbeitung fehlgeschlagen",
	es: "No se ha podido procesar",
	ar: "تعذّرت المعالجة",
	ja: "処理できませんでした",
});

export const inReview = message({
	en: "Being reviewed",
	de: "Wird geprüft",
	es: "En revisión",
	ar: "قيد المراجعة",
	ja: "審査中",
});

export const notAllowed = message({
	en: "Not allowed here",
	de: "Hier nicht erlaubt",
	es: "No permitido aquí",
	ar: "غير مسموح هنا",
	ja: "許可されていません",
});

export const belongsToOther = message({
	en: "Belongs to someone else",
	de: "Gehört jemand anderem",
	es: "Pertenece a otra persona",
	ar: "يعود لشخص آخر",
	ja: "他の人の作品です",
});

export const unfinished = message({
	en: "Upload unfinished",
	de: "Upload nicht fertig",
	es: "Subida sin terminar",
	ar: "رفع غير مكتمل",
	ja: "アップロード未完了",
});

export const processing = message({
	en: "Processing",
	de: "Wird verarbeitet",
	es: "Procesando",
	ar: "قيد المعالجة",
	ja: "処理中",
});

export const notAvailable = message({
	en: "Not available",
	de: "Nicht verfügbar",
	es: "No disponible",
	ar: "غير متاح",
	ja: "利用できません",
});

export const closeToFeed = message({
	en: "Close, go to the feed",
	de: "Schließen, zum Feed",
	es: "Cerrar, ir al feed",
	ar: "إغلاق والذهاب إلى الصفحة الرئيسية",
	ja: "閉じてフィードへ",
});

export const videoNotHere = message({
	en: "This video isn't here",
	de: "Dieses Video ist nicht hier",
	es: "Este vídeo no está aquí",
	ar: "هذا الفيديو ليس هنا",
	ja: "この動画はありません",
});

export const videoNotHereNote = message({
	en: "It was taken down, or only some people may see it.",
	de: "Es wurde entfernt, oder nur manche dürfen es sehen.",
	es: "Se ha retirado o solo lo pueden ver algunas personas.",
	ar: "أُزيل أو لا يُسمح إلا لبعض الأشخاص برؤيته.",
	ja: "削除されたか、一部の人だけに公開されています。",
});

export const pictureTooLarge = message({
	en: "A picture has at most {megabytes} MB. Choose a smaller one.",
	de: "Ein Bild hat höchstens {megabytes} MB. Nimm ein kleineres.",
	es: "Una foto tiene {megabytes} MB como máximo. Elige una más pequeña.",
	ar: "أقصى حجم للصورة {megabytes} م.ب. اختر صورة أصغر.",
	ja: "画像は{megabytes}MBまでです。小さい画像を選んでください。",
});

export const usernameHint = message({
	en: "You can change it {usernameChangesMax} times in {formerUsernameDays} days. For as long @{username} leads to you, and nobody else can take it.",
	de: "Du kannst ihn in {formerUsernameDays} Tagen {usernameChangesMax}-mal ändern. So lange führt @{username} zu dir, und niemand sonst kann ihn nehmen.",
	es: "Puedes cambiarlo {usernameChangesMax} veces en {formerUsernameDays} días. Durante ese tiempo @{username} lleva a ti y nadie más puede usarlo.",
	ar: "يمكنك تغييره {usernameChangesMax} مرات خلال {formerUsernameDays} يومًا. طوال هذه المدة يقود @{username} إليك ولا يستطيع غيرك أخذه.",
	ja: "{formerUsernameDays}日間に{usernameChangesMax}回まで変更できます。その間、@{username}はあなたにつながり、他の人は使えません。",
});

export const favouritesPrivate = message({
	en: "Favourites are private: only you see them, once you're logged in.",
	de: "Favoriten sind privat: Nur du siehst sie, sobald du angemeldet bist.",
	es: "Los favoritos son privados: solo los ves tú, cuando inicias sesión.",
	ar: "المفضلة خاصة: لا يراها سواك بعد تسجيل الدخول.",
	ja: "お気に入りは非公開です。ログインするとあなただけに表示されます。",
});

export const likedPrivate = message({
	en: "Liked videos are private: only you see them, once you're logged in.",
	de: "Gelikte Videos sind privat: Nur du siehst sie, sobald du angemeldet bist.",
	es: "Los vídeos que te gustan son privados: solo los ves tú, cuando inicias sesión.",
	ar: "الفيديوهات التي أعجبتك خاصة: لا يراها سواك بعد تسجيل الدخول.",
	ja: "いいねした動画は非公開です。ログインするとあなただけに表示されます。",
});

export const backToFavourites = message({
	en: "Back to your favourites",
	de: "Zurück zu deinen Favoriten",
	es: "Volver a tus favoritos",
	ar: "العودة إلى مفضلتك",
	ja: "お気に入りに戻る",
});

export const backToLiked = message({
	en: "Back to your liked videos",
	de: "Zurück zu deinen gelikten Videos",
	es: "Volver a los vídeos que te gustan",
	ar: "العودة إلى الفيديوهات التي أعجبتك",
	ja: "いいねした動画に戻る",
});

export const likedBy = message({
	en: "Liked by {displayName}",
	de: "Gefällt {displayName}",
	es: "Le gusta a {displayName}",
	ar: "أعجب {displayName}",
	ja: "{displayName}さんがいいねした動画",
});

export const likedByEmpty = message({
	en: "What {displayName} likes shows up here.",
	de: "Was {displayName} gefällt, erscheint hier.",
	es: "Aquí aparece lo que le gusta a {displayName}.",
	ar: "ما يعجب {displayName} يظهر هنا.",
	ja: "{displayName}さんがいいねした動画がここに表示されます。",
});

export const linkNumber = message({
	en: "Link {number}",
	de: "Link {number}",
	es: "Enlace {number}",
	ar: "الرابط {number}",
	ja: "リンク{number}",
});

export const removeLink = message({
	en: "Remove link {number}",
	de: "Link {number} entfernen",
	es: "Quitar el enlace {number}",
	ar: "إزالة الرابط {number}",
	ja: "リンク{number}を削除",
});

export const notHere = message({
	en: "@{name} isn't here. The name may be mistyped, or the account is gone.",
	de: "@{name} gibt es hier nicht. Vielleicht ist der Name vertippt, oder das Konto ist weg.",
	es: "@{name} no está aquí. Puede que el nombre esté mal escrito o que la cuenta ya no exista.",
	ar: "‏@{name} ليس هنا. ربما كُتب الاسم خطأً أو حُذف الحساب.",
	ja: "@{name}は見つかりません。名前が間違っているか、アカウントが削除されました。",
});

export const followersLabel = message({
	en: { one: "Follower", other: "Followers" },
	de: { one: "Follower", other: "Follower" },
	es: { one: "Seguidor", other: "Seguidores" },
	ar: { zero: "متابِع", one: "متابِع", two: "متابِعان", few: "متابِعين", many: "متابِعًا", other: "متابِع" },
	ja: { other: "フォロワー" },
});

export const likesLabel = message({
	en: { one: "Like", other: "Likes" },
	de: { one: "Like", other: "Likes" },
	es: { one: "Me gusta", other: "Me gusta" },
	ar: { zero: "إعجاب", one: "إعجاب", two: "إعجابان", few: "إعجابات", many: "إعجابًا", other: "إعجاب" },
	ja: { other: "いいね" },
});

export const followForVideos = message({
	en: "Follow {displayName}, and the first one comes to you.",
	de: "Folg {displayName}, und das erste kommt zu dir.",
	es: "Sigue a {displayName} y el primero te llegará.",
	ar: "تابع {displayName} ليصلك الأول.",
	ja: "{displayName}さんをフォローすると、最初の動画が届きます。",
});

export const repostsEmpty = message({
	en: "What @{name} passes on to their followers stands here.",
	de: "Hier steht, was @{name} an Follower weitergibt.",
	es: "Aquí está lo que @{name} comparte con sus seguidores.",
	ar: "هنا ما يعيد @{name} نشره لمتابعيه.",
	ja: "@{name}が再投稿した動画がここに表示されます。",
});

export const manage = message({
	en: "Manage {title}",
	de: "{title} verwalten",
	es: "Gestionar {title}",
	ar: "إدارة {title}",
	ja: "{title}を管理",
});

export const untitledInside = message({
	en: "untitled video",
	de: "Video ohne Titel",
	es: "vídeo sin título",
	ar: "فيديو بلا عنوان",
	ja: "無題の動画",
});

export const pinnedTitle = message({
	en: "Pinned: {title}",
	de: "Angepinnt: {title}",
	es: "Fijado: {title}",
	ar: "مثبَّت: {title}",
	ja: "固定: {title}",
});

export const verifiedMeans = message({
	en: "Verified: Reelay has checked whose account this is.",
	de: "Verifiziert: Reelay hat geprüft, wem dieses Konto gehört.",
	es: "Cuenta verificada: Reelay ha comprobado a quién pertenece.",
	ar: "حساب موثَّق: تحقّق Reelay من صاحب هذا الحساب.",
	ja: "認証済み：Reelayがこのアカウントの本人確認をしました。",
});
