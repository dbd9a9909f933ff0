import { message } from "../language/message.ts";

export const title = message({
	en: "Your works",
	de: "Deine Werke",
	es: "Tus obras",
	ar: "أعمالك",
	ja: "あなたの作品",
});

export const loading = message({
	en: "Loading your works",
	de: "Werke werden geladen",
	es: "Cargando tus obras",
	ar: "يجري تحميل أعمالك",
	ja: "作品を読み込み中",
});

export const none = message({
	en: "No works claimed yet",
	de: "Noch keine Werke angemeldet",
	es: "Aún no has reclamado obras",
	ar: "لم تُسجّل أعمال بعد",
	ja: "まだ作品の申請はありません",
});

export const noneNote = message({
	en: "Made a song or a film of your own? Claim your upload of it, and say what should happen where others use it. A person looks at your proof first.",
	de: "Hast du ein Lied oder einen Film selbst gemacht? Melde deinen Upload an und sag, was geschehen soll, wo andere ihn verwenden. Zuerst prüft ein Mensch deinen Nachweis.",
	es: "¿Hiciste una canción o una película? Reclama tu vídeo y di qué debe pasar cuando otros la usen. Antes, una persona revisa tu prueba.",
	ar: "هل صنعت أغنية أو فيلمًا؟ سجّل الفيديو الذي رفعته وحدّد ما يحدث حين يستخدمه غيرك. يراجع شخص إثباتك أولًا.",
	ja: "自作の曲や映像ですか?投稿を申請し、他の人が使ったときの扱いを選べます。まず担当者が証明を確認します。",
});

export const claimWork = message({
	en: "Claim a work",
	de: "Werk anmelden",
	es: "Reclamar una obra",
	ar: "تسجيل عمل",
	ja: "作品を申請する",
});

export const waiting = message({
	en: "A person is looking at your proof.",
	de: "Ein Mensch prüft deinen Nachweis.",
	es: "Una persona está revisando tu prueba.",
	ar: "يراجع شخص إثباتك.",
	ja: "担当者が証明を確認しています。",
});

export const accepted = message({
	en: "Accepted: uploads are compared with it.",
	de: "Angenommen: Uploads werden damit verglichen.",
	es: "Aceptada: los vídeos se comparan con ella.",
	ar: "مقبول: تُقارن به الفيديوهات المرفوعة.",
	ja: "承認済み:投稿と照合されます。",
});

export const rejected = message({
	en: "Not accepted: the proof was not enough.",
	de: "Nicht angenommen: Der Nachweis reichte nicht.",
	es: "No aceptada: la prueba no bastó.",
	ar: "غير مقبول: الإثبات غير كافٍ.",
	ja: "承認されませんでした。証明が不十分です。",
});

export const withdrawn = message({
	en: "Withdrawn",
	de: "Zurückgezogen",
	es: "Retirada",
	ar: "مسحوب",
	ja: "取り下げ済み",
});

export const madeOn = message({
	en: "Claimed on {day}",
	de: "Angemeldet am {day}",
	es: "Reclamada el {day}",
	ar: "سُجّل في {day}",
	ja: "{day}に申請",
});

export const notFound = message({
	en: "Not found in any video",
	de: "In keinem Video gefunden",
	es: "No se encontró en ningún vídeo",
	ar: "لم يُعثر عليه في أي فيديو",
	ja: "どの動画でも見つかっていません",
});

export const withdraw = message({
	en: "Withdraw",
	de: "Zurückziehen",
	es: "Retirar",
	ar: "سحب",
	ja: "取り下げる",
});

export const withdrawNote = message({
	en: "Your policy ends, and nothing found from now on is acted on. This can't be undone: the work would have to be claimed anew.",
	de: "Deine Vorgabe endet, und was künftig gefunden wird, bleibt ohne Folgen. Das lässt sich nicht rückgängig machen: Das Werk müsste neu angemeldet werden.",
	es: "Tu política termina y ya no se actuará sobre lo que se encuentre. No se puede deshacer: habría que reclamar la obra de nuevo.",
	ar: "تنتهي سياستك ولا يُتخذ إجراء بشأن ما يُعثر عليه لاحقًا. لا يمكن التراجع: يلزم تسجيل العمل من جديد.",
	ja: "設定は終了し、以後見つかっても対応されません。取り消せません。再度申請が必要です。",
});

export const keep = message({
	en: "Keep it",
	de: "Behalten",
	es: "Mantener",
	ar: "إبقاء",
	ja: "そのままにする",
});

export const withdrawnNow = message({
	en: "The claim was withdrawn",
	de: "Die Anmeldung wurde zurückgezogen",
	es: "Se retiró la reclamación",
	ar: "سُحب التسجيل",
	ja: "申請を取り下げました",
});

export const video = message({
	en: "Video of {day}",
	de: "Video vom {day}",
	es: "Vídeo del {day}",
	ar: "فيديو بتاريخ {day}",
	ja: "{day}の動画",
});

export const stretch = message({
	en: "{from} to {to} in that video",
	de: "{from} bis {to} in jenem Video",
	es: "De {from} a {to} en ese vídeo",
	ar: "من {from} إلى {to} في ذلك الفيديو",
	ja: "その動画の{from}〜{to}",
});

export const isBlocked = message({
	en: "It is shown to nobody.",
	de: "Es wird niemandem gezeigt.",
	es: "No se muestra a nadie.",
	ar: "لا يُعرض لأحد.",
	ja: "誰にも表示されません。",
});

export const isMuted = message({
	en: "The stretch was silenced.",
	de: "Die Stelle wurde stumm geschaltet.",
	es: "El tramo se silenció.",
	ar: "أُسكت المقطع.",
	ja: "その部分は消音されました。",
});

export const isReplaced = message({
	en: "Its sound was replaced.",
	de: "Der Ton wurde ersetzt.",
	es: "Se reemplazó el sonido.",
	ar: "استُبدل الصوت.",
	ja: "音声は差し替えられました。",
});

export const isHeld = message({
	en: "It waits for its creator, or for a person to decide.",
	de: "Es wartet auf seinen Urheber oder eine Entscheidung.",
	es: "Espera a su creador o a una decisión.",
	ar: "بانتظار صاحبه أو قرار.",
	ja: "投稿者または担当者の判断待ちです。",
});

export const isCredited = message({
	en: "It stays, and names you.",
	de: "Es bleibt und nennt dich.",
	es: "Se queda y te nombra.",
	ar: "يبقى مع ذكر اسمك.",
	ja: "あなたの名前を表示して公開中です。",
});

export const isLicensed = message({
	en: "Its creator may use it.",
	de: "Der Ersteller darf es verwenden.",
	es: "Su creador puede usarla.",
	ar: "يحق لصاحبه استخدامه.",
	ja: "投稿者は使用できます。",
});

export const disputeWaits = message({
	en: "Its creator disputed this: a person is looking.",
	de: "Der Ersteller widerspricht: Ein Mensch prüft.",
	es: "Su creador lo disputó: una persona lo revisa.",
	ar: "اعترض صاحبه: يراجع شخص ذلك.",
	ja: "投稿者が異議を申し立て、担当者が確認中です。",
});

export const disputeUpheld = message({
	en: "The dispute was upheld: it stays.",
	de: "Dem Widerspruch wurde stattgegeben: Es bleibt.",
	es: "Se aceptó la disputa: se queda.",
	ar: "قُبل الاعتراض: يبقى.",
	ja: "異議が認められ、公開されています。",
});

export const disputeRejected = message({
	en: "The dispute was rejected.",
	de: "Der Widerspruch wurde abgelehnt.",
	es: "Se rechazó la disputa.",
	ar: "رُفض الاعتراض.",
	ja: "異議は認められませんでした。",
});

export const track = message({
	en: "Only tell me",
	de: "Nur mir sagen",
	es: "Solo avísame",
	ar: "أخبرني فقط",
	ja: "知らせるだけ",
});

export const trackNote = message({
	en: "It stays, with your name beside it.",
	de: "Es bleibt, mit deinem Namen dabei.",
	es: "Se queda, con tu nombre al lado.",
	ar: "يبقى مع ذكر اسمك.",
	ja: "あなたの名前を添えて公開されます。",
});

export const monetise = message({
	en: "What it earns is mine",
	de: "Was es einbringt, gehört mir",
	es: "Lo que gane es mío",
	ar: "ما يكسبه لي",
	ja: "収益を受け取る",
});

export const monetiseNote = message({
	en: "It stays, with your name, and what it earns is yours.",
	de: "Es bleibt, mit deinem Namen, und was es einbringt, gehört dir.",
	es: "Se queda, con tu nombre, y lo que gane es tuyo.",
	ar: "يبقى مع اسمك، وما يكسبه لك.",
	ja: "名前を添えて公開され、収益はあなたのものになります。",
});

export const replace = message({
	en: "Put another sound in its place",
	de: "Anderen Ton einsetzen",
	es: "Poner otro sonido",
	ar: "استبدال الصوت",
	ja: "別の音声に差し替える",
});

export const replaceNote = message({
	en: "A licensed sound takes its place.",
	de: "Ein lizenzierter Ton tritt an seine Stelle.",
	es: "Un sonido con licencia ocupa su lugar.",
	ar: "يحل صوت مرخّص محله.",
	ja: "許諾済みの音声に差し替わります。",
});

export const mute = message({
	en: "Silence the stretch",
	de: "Stelle stumm schalten",
	es: "Silenciar el tramo",
	ar: "إسكات المقطع",
	ja: "その部分を消音する",
});

export const muteNote = message({
	en: "The stretch with your work is silenced.",
	de: "Die Stelle mit deinem Werk wird stumm geschaltet.",
	es: "Se silencia el tramo con tu obra.",
	ar: "يُسكت المقطع الذي فيه عملك.",
	ja: "作品が使われた部分が消音されます。",
});

export const block = message({
	en: "Show it to nobody",
	de: "Niemandem zeigen",
	es: "No mostrarlo a nadie",
	ar: "عدم عرضه لأحد",
	ja: "誰にも表示しない",
});

export const blockNote = message({
	en: "The video with your work is shown to nobody.",
	de: "Das Video mit deinem Werk wird niemandem gezeigt.",
	es: "El vídeo con tu obra no se muestra a nadie.",
	ar: "لا يُعرض الفيديو الذي فيه عملك لأحد.",
	ja: "作品を使った動画は誰にも表示されません。",
});

export const which = message({
	en: "Your upload of the work",
	de: "Dein Upload des Werks",
	es: "Tu vídeo con la obra",
	ar: "الفيديو الذي رفعته من العمل",
	ja: "作品の投稿を選ぶ",
});

export const noUploads = message({
	en: "Upload the work first",
	de: "Lade das Werk zuerst hoch",
	es: "Primero sube la obra",
	ar: "ارفع العمل أولًا",
	ja: "まず作品を投稿してください",
});

export const noUploadsNote = message({
	en: "A video of yours that others can see is what uploads are compared with.",
	de: "Mit einem Video von dir, das andere sehen können, werden Uploads verglichen.",
	es: "Los vídeos se comparan con uno tuyo que otros pueden ver.",
	ar: "تُقارن الفيديوهات بفيديو لك يمكن لغيرك رؤيته.",
	ja: "公開中のあなたの動画と照合します。",
});

export const whose = message({
	en: "Whose is it?",
	de: "Wem gehört es?",
	es: "¿De quién es?",
	ar: "لمن هو؟",
	ja: "権利者",
});

export const person = message({
	en: "Mine, as a person",
	de: "Mir, als Person",
	es: "Mía, como persona",
	ar: "لي كشخص",
	ja: "個人",
});

export const label = message({
	en: "A label's or company's I speak for",
	de: "Einem Label oder Unternehmen, für das ich spreche",
	es: "De un sello o empresa que represento",
	ar: "لشركة أمثّلها",
	ja: "代理するレーベル・会社",
});

export const name = message({
	en: "Name, as it stands in contracts",
	de: "Name, wie er in Verträgen steht",
	es: "Nombre, como figura en contratos",
	ar: "الاسم كما في العقود",
	ja: "契約上の名前",
});

export const workTitle = message({
	en: "Title of the work",
	de: "Titel des Werks",
	es: "Título de la obra",
	ar: "عنوان العمل",
	ja: "作品名",
});

export const artist = message({
	en: "Artist",
	de: "Künstler",
	es: "Artista",
	ar: "الفنان",
	ja: "アーティスト",
});

export const wanted = message({
	en: "Where others use it",
	de: "Wo andere es verwenden",
	es: "Cuando otros la usen",
	ar: "حين يستخدمه غيرك",
	ja: "他の人が使った場合",
});

export const proof = message({
	en: "Why it is yours",
	de: "Warum es deins ist",
	es: "Por qué es tuya",
	ar: "لماذا هو لك",
	ja: "自分の作品である理由",
});

export const links = message({
	en: "Links to proof, one per line",
	de: "Links zum Nachweis, einer pro Zeile",
	es: "Enlaces a la prueba, uno por línea",
	ar: "روابط الإثبات، رابط في كل سطر",
	ja: "証明のリンク(1行に1つ)",
});

export const badLink = message({
	en: "“{link}” is not a web address. Write it with https://.",
	de: "„{link}“ ist keine Webadresse. Schreib sie mit https://.",
	es: "«{link}» no es una dirección web. Escríbela con https://.",
	ar: "«{link}» ليس عنوان ويب. اكتبه مع https://.",
	ja: "「{link}」は正しいアドレスではありません。https://から入力してください。",
});

export const tooManyLinks = message({
	en: "At most {most} links.",
	de: "Höchstens {most} Links.",
	es: "Como máximo {most} enlaces.",
	ar: "{most} روابط على الأكثر.",
	ja: "リンクは{most}件までです。",
});

export const sent = message({
	en: "Claimed: a person looks at your proof",
	de: "Angemeldet: Ein Mensch prüft deinen Nachweis",
	es: "Reclamada: una persona revisará tu prueba",
	ar: "سُجّل: سيراجع شخص إثباتك",
	ja: "申請しました。担当者が証明を確認します",
});

export const cancel = message({
	en: "Cancel",
	de: "Abbrechen",
	es: "Cancelar",
	ar: "إلغاء",
	ja: "キャンセル",
});

export const foundIn = message({
	en: { one: "Found in one video", other: "Found in {count} videos" },
	de: { one: "In einem Video gefunden", other: "In {count} Videos gefunden" },
	es: { one: "Encontrada en un vídeo", other: "Encontrada en {count} vídeos" },
	ar: {
		zero: "لم يُعثر عليه",
		one: "عُثر عليه في فيديو واحد",
		two: "عُثر عليه في فيديوهين",
		few: "عُثر عليه في {count} فيديوهات",
		many: "عُثر عليه في {count} فيديو",
		other: "عُثر عليه في {count} فيديو",
	},
	ja: { other: "{count}件の動画で見つかりました" },
});
