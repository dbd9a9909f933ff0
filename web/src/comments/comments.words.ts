import { message } from "../language/message.ts";

export const joinToLikeComments = message({
	en: "Join reelay to like comments",
	de: "Komm zu reelay, um Kommentare zu liken",
	es: "Únete a reelay para dar me gusta a comentarios",
	ar: "انضم إلى reelay لتسجيل إعجابك بالتعليقات",
	ja: "reelayに参加してコメントに「いいね」しよう",
});

export const joinToComment = message({
	en: "Join reelay to comment",
	de: "Komm zu reelay, um zu kommentieren",
	es: "Únete a reelay para comentar",
	ar: "انضم إلى reelay لتكتب تعليقًا",
	ja: "reelayに参加してコメントしよう",
});

export const deleted = message({
	en: "This comment was deleted.",
	de: "Dieser Kommentar wurde gelöscht.",
	es: "Este comentario se ha eliminado.",
	ar: "حُذف هذا التعليق.",
	ja: "このコメントは削除されました。",
});

export const creator = message({
	en: "Creator",
	de: "Creator",
	es: "Creador",
	ar: "صاحب الفيديو",
	ja: "投稿者",
});

export const edited = message({
	en: "edited",
	de: "bearbeitet",
	es: "editado",
	ar: "معدَّل",
	ja: "編集済み",
});

export const pinned = message({
	en: "Pinned",
	de: "Angepinnt",
	es: "Fijado",
	ar: "مثبَّت",
	ja: "固定",
});

export const waits = message({
	en: "Waits for the creator. Only you and they see it.",
	de: "Wartet auf den Creator. Nur ihr beide seht ihn.",
	es: "Espera al creador. Solo lo veis tú y el creador.",
	ar: "بانتظار صاحب الفيديو. لا يراه سواكما.",
	ja: "投稿者の承認待ちです。あなたと投稿者だけに表示されます。",
});

export const reply = message({
	en: "Reply",
	de: "Antworten",
	es: "Responder",
	ar: "رد",
	ja: "返信",
});

export const creatorLikes = message({
	en: "The creator likes it",
	de: "Gefällt dem Creator",
	es: "Le gusta al creador",
	ar: "أعجب صاحب الفيديو",
	ja: "投稿者が「いいね」しました",
});

export const whatToDo = message({
	en: "What to do with this comment",
	de: "Was tun mit diesem Kommentar",
	es: "Qué hacer con este comentario",
	ar: "خيارات التعليق",
	ja: "コメントの操作",
});

export const edit = message({
	en: "Edit",
	de: "Bearbeiten",
	es: "Editar",
	ar: "تعديل",
	ja: "編集",
});

export const takeHeart = message({
	en: "Take your heart back",
	de: "Herz zurücknehmen",
	es: "Quitar tu corazón",
	ar: "سحب قلبك",
	ja: "ハートを取り消す",
});

export const giveHeart = message({
	en: "Give it your heart",
	de: "Dein Herz geben",
	es: "Darle tu corazón",
	ar: "امنحه قلبك",
	ja: "ハートを付ける",
});

export const unpin = message({
	en: "Unpin",
	de: "Nicht mehr anpinnen",
	es: "Dejar de fijar",
	ar: "إلغاء التثبيت",
	ja: "固定を解除",
});

export const pinOnTop = message({
	en: "Pin on top",
	de: "Oben anpinnen",
	es: "Fijar arriba",
	ar: "تثبيت في الأعلى",
	ja: "上部に固定",
});

export const remove = message({
	en: "Delete",
	de: "Löschen",
	es: "Eliminar",
	ar: "حذف",
	ja: "削除",
});

export const copyNotAllowed = message({
	en: "Copying isn't allowed here. The link is {url}",
	de: "Kopieren ist hier nicht erlaubt. Der Link ist {url}",
	es: "Aquí no se puede copiar. El enlace es {url}",
	ar: "النسخ غير مسموح هنا. الرابط هو {url}",
	ja: "ここではコピーできません。リンク: {url}",
});

export const everyone = message({
	en: "Everyone",
	de: "Alle",
	es: "Todo el mundo",
	ar: "الجميع",
	ja: "全員",
});

export const followers = message({
	en: "Followers",
	de: "Follower",
	es: "Seguidores",
	ar: "المتابِعون",
	ja: "フォロワー",
});

export const nobody = message({
	en: "Nobody",
	de: "Niemand",
	es: "Nadie",
	ar: "لا أحد",
	ja: "なし",
});

export const saved = message({
	en: "Saved",
	de: "Gespeichert",
	es: "Guardado",
	ar: "تم الحفظ",
	ja: "保存しました",
});

export const allVideos = message({
	en: "All your videos",
	de: "Alle deine Videos",
	es: "Todos tus vídeos",
	ar: "كل فيديوهاتك",
	ja: "すべての動画",
});

export const whoCan = message({
	en: "Who can comment",
	de: "Wer kommentieren darf",
	es: "Quién puede comentar",
	ar: "من يمكنه التعليق",
	ja: "コメントできる人",
});

export const seeFirst = message({
	en: "I see every comment before others do",
	de: "Ich sehe jeden Kommentar vor den anderen",
	es: "Veo cada comentario antes que los demás",
	ar: "أرى كل تعليق قبل غيري",
	ja: "すべてのコメントを先に確認する",
});

export const filtered = message({
	en: "Comments with these words wait for me",
	de: "Kommentare mit diesen Wörtern warten auf mich",
	es: "Los comentarios con estas palabras me esperan",
	ar: "التعليقات التي فيها هذه الكلمات تنتظر موافقتي",
	ja: "次の言葉を含むコメントは承認待ちにする",
});

export const onePerLine = message({
	en: "One on each line",
	de: "Eins pro Zeile",
	es: "Una por línea",
	ar: "كلمة في كل سطر",
	ja: "1行に1つ",
});

export const shownToAll = message({
	en: "Everybody sees it now",
	de: "Jetzt sehen ihn alle",
	es: "Ahora lo ve todo el mundo",
	ar: "يراه الجميع الآن",
	ja: "全員に表示されました",
});

export const refused = message({
	en: "Refused",
	de: "Abgelehnt",
	es: "Rechazado",
	ar: "تم الرفض",
	ja: "却下しました",
});

export const waitingForYou = message({
	en: "Waiting for you",
	de: "Wartet auf dich",
	es: "Te esperan",
	ar: "بانتظارك",
	ja: "承認待ち",
});

export const nothingWaits = message({
	en: "Nothing waits",
	de: "Nichts wartet",
	es: "Nada espera",
	ar: "لا شيء بانتظارك",
	ja: "承認待ちはありません",
});

export const nothingWaitsNote = message({
	en: "Comments that need your yes stand here.",
	de: "Hier stehen Kommentare, die dein Ja brauchen.",
	es: "Aquí aparecen los comentarios que necesitan tu sí.",
	ar: "هنا تظهر التعليقات التي تحتاج موافقتك.",
	ja: "承認が必要なコメントがここに表示されます。",
});

export const yourVideo = message({
	en: "your video",
	de: "dein Video",
	es: "tu vídeo",
	ar: "فيديو لك",
	ja: "あなたの動画",
});

export const showIt = message({
	en: "Show it",
	de: "Zeigen",
	es: "Mostrar",
	ar: "أظهره",
	ja: "表示する",
});

export const refuse = message({
	en: "Refuse",
	de: "Ablehnen",
	es: "Rechazar",
	ar: "ارفض",
	ja: "却下",
});

export const showMore = message({
	en: "Show more",
	de: "Mehr zeigen",
	es: "Mostrar más",
	ar: "عرض المزيد",
	ja: "もっと見る",
});

export const order = message({
	en: "Order of comments",
	de: "Reihenfolge der Kommentare",
	es: "Orden de los comentarios",
	ar: "ترتيب التعليقات",
	ja: "コメントの並び順",
});

export const top = message({
	en: "Top",
	de: "Beste",
	es: "Mejores",
	ar: "الأبرز",
	ja: "トップ",
});

export const newest = message({
	en: "Newest",
	de: "Neueste",
	es: "Recientes",
	ar: "الأحدث",
	ja: "新着",
});

export const none = message({
	en: "No comments yet",
	de: "Noch keine Kommentare",
	es: "Aún no hay comentarios",
	ar: "لا تعليقات بعد",
	ja: "まだコメントはありません",
});

export const noneHere = message({
	en: "No comments here",
	de: "Hier keine Kommentare",
	es: "Aquí no hay comentarios",
	ar: "لا تعليقات هنا",
	ja: "コメントはありません",
});

export const beFirst = message({
	en: "Say what you think. Yours would be the first.",
	de: "Sag, was du denkst. Deiner wäre der erste.",
	es: "Di lo que piensas. El tuyo sería el primero.",
	ar: "قل رأيك. سيكون تعليقك الأول.",
	ja: "感想を書いてみましょう。最初のコメントになります。",
});

export const quiet = message({
	en: "Its creator keeps this one quiet.",
	de: "Hier bleibt es auf Wunsch des Creators still.",
	es: "Su creador lo prefiere en silencio.",
	ar: "أبقى صاحب الفيديو هذا بلا تعليقات.",
	ja: "投稿者がコメントを受け付けていません。",
});

export const off = message({
	en: "Comments are off for this video.",
	de: "Kommentare sind für dieses Video aus.",
	es: "Los comentarios están desactivados en este vídeo.",
	ar: "التعليقات متوقفة على هذا الفيديو.",
	ja: "この動画のコメントはオフです。",
});

export const followersOnly = message({
	en: "Followers of the creator can comment.",
	de: "Kommentieren können Follower des Creators.",
	es: "Pueden comentar los seguidores del creador.",
	ar: "التعليق لمتابعي صاحب الفيديو فقط.",
	ja: "投稿者のフォロワーがコメントできます。",
});

export const loadingReplies = message({
	en: "Loading replies",
	de: "Antworten werden geladen",
	es: "Cargando respuestas",
	ar: "جارٍ تحميل الردود",
	ja: "返信を読み込み中",
});

export const moreReplies = message({
	en: "View more replies",
	de: "Mehr Antworten",
	es: "Ver más respuestas",
	ar: "عرض المزيد من الردود",
	ja: "返信をもっと見る",
});

export const up = message({
	en: "Your comment is up",
	de: "Dein Kommentar ist da",
	es: "Tu comentario está publicado",
	ar: "نُشر تعليقك",
	ja: "コメントを投稿しました",
});

export const peopleToMention = message({
	en: "People to mention",
	de: "Leute zum Erwähnen",
	es: "Personas que mencionar",
	ar: "أشخاص للإشارة إليهم",
	ja: "メンションする人",
});

export const editing = message({
	en: "Editing your comment",
	de: "Du bearbeitest deinen Kommentar",
	es: "Editando tu comentario",
	ar: "تعديل تعليقك",
	ja: "コメントを編集中",
});

export const addReplyDots = message({
	en: "Add a reply…",
	de: "Antwort schreiben …",
	es: "Añade una respuesta…",
	ar: "أضف ردًا…",
	ja: "返信を追加…",
});

export const addCommentDots = message({
	en: "Add a comment…",
	de: "Kommentar schreiben …",
	es: "Añade un comentario…",
	ar: "أضف تعليقًا…",
	ja: "コメントを追加…",
});

export const editYours = message({
	en: "Edit your comment",
	de: "Deinen Kommentar bearbeiten",
	es: "Edita tu comentario",
	ar: "عدّل تعليقك",
	ja: "コメントを編集",
});

export const addReply = message({
	en: "Add a reply",
	de: "Antwort schreiben",
	es: "Añadir una respuesta",
	ar: "إضافة رد",
	ja: "返信を追加",
});

export const addComment = message({
	en: "Add a comment",
	de: "Kommentar schreiben",
	es: "Añadir un comentario",
	ar: "إضافة تعليق",
	ja: "コメントを追加",
});

export const send = message({
	en: "Send",
	de: "Senden",
	es: "Enviar",
	ar: "إرسال",
	ja: "送信",
});

export const asForAll = message({
	en: "As for all my videos",
	de: "Wie bei allen meinen Videos",
	es: "Como en todos mis vídeos",
	ar: "كما في كل فيديوهاتي",
	ja: "すべての動画と同じ",
});

export const seeFirstHere = message({
	en: "I see each comment here before others do",
	de: "Ich sehe hier jeden Kommentar vor den anderen",
	es: "Aquí veo cada comentario antes que los demás",
	ar: "أرى هنا كل تعليق قبل غيري",
	ja: "この動画のコメントを先に確認する",
});

export const moreFiltered = message({
	en: "More words that wait for me here",
	de: "Weitere Wörter, die hier auf mich warten",
	es: "Más palabras que aquí me esperan",
	ar: "كلمات أخرى تنتظر موافقتي هنا",
	ja: "この動画で承認待ちにする言葉",
});

export const upOnceSeen = message({
	en: "It's up once the creator has seen it",
	de: "Er erscheint, sobald der Creator ihn gesehen hat",
	es: "Se publicará cuando el creador lo haya visto",
	ar: "سيظهر بعد أن يراه صاحب الفيديو",
	ja: "投稿者が確認すると表示されます",
});

export const pinnedOnTop = message({
	en: "Pinned on top",
	de: "Oben angepinnt",
	es: "Fijado arriba",
	ar: "تم التثبيت في الأعلى",
	ja: "上部に固定しました",
});

export const notPinned = message({
	en: "Not pinned any more",
	de: "Nicht mehr angepinnt",
	es: "Ya no está fijado",
	ar: "أُلغي التثبيت",
	ja: "固定を解除しました",
});

export const deletedNow = message({
	en: "Comment deleted",
	de: "Kommentar gelöscht",
	es: "Comentario eliminado",
	ar: "تم حذف التعليق",
	ja: "コメントを削除しました",
});

export const likeCounted = message({
	en: { one: "Like comment, {count} like", other: "Like comment, {count} likes" },
	de: { one: "Kommentar liken, {count} Like", other: "Kommentar liken, {count} Likes" },
	es: { one: "Me gusta el comentario, {count} me gusta", other: "Me gusta el comentario, {count} me gusta" },
	ar: {
		zero: "إعجاب بالتعليق، لا إعجابات",
		one: "إعجاب بالتعليق، إعجاب واحد",
		two: "إعجاب بالتعليق، إعجابان",
		few: "إعجاب بالتعليق، {count} إعجابات",
		many: "إعجاب بالتعليق، {count} إعجابًا",
		other: "إعجاب بالتعليق، {count} إعجاب",
	},
	ja: { other: "コメントにいいね、{count}件" },
});

export const onVideo = message({
	en: "{person} on {video}",
	de: "{person} zu {video}",
	es: "{person} en {video}",
	ar: "{person} على {video}",
	ja: "{person}さんが{video}にコメント",
});

export const fresh = message({
	en: { one: "1 new comment", other: "{count} new comments" },
	de: { one: "1 neuer Kommentar", other: "{count} neue Kommentare" },
	es: { one: "1 comentario nuevo", other: "{count} comentarios nuevos" },
	ar: {
		zero: "لا تعليقات جديدة",
		one: "تعليق جديد",
		two: "تعليقان جديدان",
		few: "{count} تعليقات جديدة",
		many: "{count} تعليقًا جديدًا",
		other: "{count} تعليق جديد",
	},
	ja: { other: "新着コメント{count}件" },
});

export const viewReplies = message({
	en: { one: "View 1 reply", other: "View {count} replies" },
	de: { one: "1 Antwort ansehen", other: "{count} Antworten ansehen" },
	es: { one: "Ver 1 respuesta", other: "Ver {count} respuestas" },
	ar: { zero: "لا ردود", one: "عرض رد واحد", two: "عرض ردّين", few: "عرض {count} ردود", many: "عرض {count} ردًا", other: "عرض {count} رد" },
	ja: { other: "返信{count}件を表示" },
});

export const answering = message({
	en: "Answering {displayName}",
	de: "Antwort an {displayName}",
	es: "Respondiendo a {displayName}",
	ar: "رد على {displayName}",
	ja: "{displayName}さんに返信",
});

export const answeringComment = message({
	en: "Answering a comment",
	de: "Antwort auf einen Kommentar",
	es: "Respondiendo a un comentario",
	ar: "رد على تعليق",
	ja: "コメントに返信",
});
