import { message } from "../language/message.ts";

export const nobodyYet = message({
	en: "Nobody here yet",
	de: "Hier ist noch niemand",
	es: "Aún no hay nadie aquí",
	ar: "لا أحد هنا بعد",
	ja: "まだ誰もいません",
});

export const followThem = message({
	en: "Follow people you like, and their newest videos wait for you here.",
	de: "Folg Leuten, die du magst, und ihre neuesten Videos warten hier auf dich.",
	es: "Sigue a gente que te guste y sus últimos vídeos te esperarán aquí.",
	ar: "تابع من يعجبونك، وستنتظرك أحدث فيديوهاتهم هنا.",
	ja: "好きな人をフォローすると、最新の動画がここに届きます。",
});

export const youFollow = message({
	en: "The people you follow",
	de: "Leute, denen du folgst",
	es: "La gente que sigues",
	ar: "من تتابعهم",
	ja: "フォロー中の人",
});

export const noFriends = message({
	en: "No friends here yet",
	de: "Hier sind noch keine Freunde",
	es: "Aún no hay amigos aquí",
	ar: "لا أصدقاء هنا بعد",
	ja: "まだ友達がいません",
});

export const friendsAre = message({
	en: "Friends are people you follow who follow you back. Follow somebody, and their newest videos wait for you here once they do.",
	de: "Freunde sind Leute, denen du folgst und die dir folgen. Folg jemandem, und sobald dir zurückgefolgt wird, warten hier die neuesten Videos.",
	es: "Los amigos son personas que sigues y que te siguen. Sigue a alguien y, cuando te siga, sus últimos vídeos te esperarán aquí.",
	ar: "الأصدقاء هم من تتابعهم ويتابعونك. تابع أحدهم، وعندما يتابعك ستنتظرك أحدث فيديوهاته هنا.",
	ja: "友達は相互フォローの人です。誰かをフォローし、フォローバックされると、最新の動画がここに届きます。",
});

export const yourFriends = message({
	en: "Your friends",
	de: "Deine Freunde",
	es: "Tus amigos",
	ar: "أصدقاؤك",
	ja: "あなたの友達",
});

export const mutedPeople = message({
	en: "Muted people",
	de: "Stummgeschaltete",
	es: "Personas silenciadas",
	ar: "المكتومون",
	ja: "ミュート中の人",
});

export const mutedLead = message({
	en: "Their videos, comments and doings don't come to you. They aren't told, and you still find them on their profile.",
	de: "Videos, Kommentare und Aktivitäten dieser Leute erreichen dich nicht. Sie erfahren es nicht, und im Profil findest du sie weiterhin.",
	es: "Sus vídeos, comentarios y actividad no te llegan. No se les avisa, y aún los encuentras en su perfil.",
	ar: "لا تصلك فيديوهاتهم وتعليقاتهم وأنشطتهم. لن يعلموا بذلك، وتجدها في ملفاتهم.",
	ja: "動画、コメント、アクティビティは表示されません。相手には通知されず、プロフィールでは引き続き見られます。",
});

export const mutedNobody = message({
	en: "You muted nobody",
	de: "Niemand ist stummgeschaltet",
	es: "No has silenciado a nadie",
	ar: "لم تكتم أحدًا",
	ja: "ミュート中の人はいません",
});

export const mutedHow = message({
	en: "The loudspeaker on somebody's profile keeps what they make and say away from you.",
	de: "Der Lautsprecher im Profil hält fern, was jemand macht und sagt.",
	es: "El altavoz del perfil de alguien aleja de ti lo que hace y dice.",
	ar: "مكبر الصوت في ملف أحدهم يبعد عنك ما ينشره ويقوله.",
	ja: "プロフィールのスピーカーアイコンで、その人の投稿や発言を非表示にできます。",
});

export const blockedPeople = message({
	en: "Blocked people",
	de: "Blockierte",
	es: "Personas bloqueadas",
	ar: "المحظورون",
	ja: "ブロック中の人",
});

export const blockedLead = message({
	en: "You don't see each other anywhere. Unblocking doesn't bring back who followed whom.",
	de: "Ihr seht euch nirgends. Wer wem folgte, kommt nicht zurück, wenn du die Blockierung aufhebst.",
	es: "No os veis en ninguna parte. Desbloquear no recupera quién seguía a quién.",
	ar: "لا يرى أحدكما الآخر في أي مكان. إلغاء الحظر لا يعيد المتابعات.",
	ja: "お互いにどこでも表示されません。解除してもフォローは元に戻りません。",
});

export const blockedNobody = message({
	en: "You blocked nobody",
	de: "Niemand ist blockiert",
	es: "No has bloqueado a nadie",
	ar: "لم تحظر أحدًا",
	ja: "ブロック中の人はいません",
});

export const blockedHow = message({
	en: "You can block somebody from their profile. Then neither of you sees the other.",
	de: "Blockieren kannst du im Profil. Dann seht ihr euch gegenseitig nicht.",
	es: "Puedes bloquear a alguien desde su perfil. Así ninguno ve al otro.",
	ar: "يمكنك حظر أحدهم من ملفه. عندها لا يرى أحدكما الآخر.",
	ja: "プロフィールからブロックできます。お互いに見えなくなります。",
});

export const loadingPeople = message({
	en: "Loading people",
	de: "Leute werden geladen",
	es: "Cargando personas",
	ar: "جارٍ تحميل الأشخاص",
	ja: "読み込み中",
});

export const whoSeesLogIn = message({
	en: "Who sees you is yours to say once you're logged in.",
	de: "Wer dich sieht, bestimmst du, sobald du angemeldet bist.",
	es: "Quién te ve lo decides tú cuando inicias sesión.",
	ar: "أنت من يقرر من يراك بعد تسجيل الدخول.",
	ja: "ログインすると公開範囲を設定できます。",
});

export const publicNow = message({
	en: "Your account is public. Everybody who asked follows you now.",
	de: "Dein Konto ist öffentlich. Alle, die angefragt haben, folgen dir jetzt.",
	es: "Tu cuenta es pública. Todos los que lo pidieron te siguen ahora.",
	ar: "حسابك عام. كل من طلب متابعتك يتابعك الآن.",
	ja: "アカウントを公開しました。リクエスト中の人は全員フォロワーになりました。",
});

export const privateAccount = message({
	en: "Private account",
	de: "Privates Konto",
	es: "Cuenta privada",
	ar: "حساب خاص",
	ja: "非公開アカウント",
});

export const privateNote = message({
	en: "Only people you accept see your videos, and who follows you. Those who follow you already stay.",
	de: "Nur wen du annimmst, sieht deine Videos und wer dir folgt. Wer dir schon folgt, bleibt.",
	es: "Solo quien aceptes ve tus vídeos y quién te sigue. Quien ya te sigue se queda.",
	ar: "لا يرى فيديوهاتك ومن يتابعك إلا من تقبله. من يتابعك الآن يبقى.",
	ja: "承認した人だけが動画とフォロワーを見られます。現在のフォロワーはそのままです。",
});

export const privateNow = message({
	en: "Your account is private from now on.",
	de: "Dein Konto ist ab jetzt privat.",
	es: "Tu cuenta es privada desde ahora.",
	ar: "حسابك خاص من الآن.",
	ja: "アカウントを非公開にしました。",
});

export const showLikes = message({
	en: "Show what I like",
	de: "Zeigen, was mir gefällt",
	es: "Mostrar lo que me gusta",
	ar: "إظهار ما يعجبني",
	ja: "いいねした動画を表示",
});

export const showLikesNote = message({
	en: "A tab on your profile. Off, only you see it.",
	de: "Ein Reiter in deinem Profil. Ist das aus, siehst nur du es.",
	es: "Una pestaña en tu perfil. Desactivada, solo la ves tú.",
	ar: "علامة تبويب في ملفك. عند إيقافها لا يراها سواك.",
	ja: "プロフィールのタブです。オフにすると自分だけに表示されます。",
});

export const likesShown = message({
	en: "What you like is on your profile.",
	de: "Was dir gefällt, steht in deinem Profil.",
	es: "Lo que te gusta está en tu perfil.",
	ar: "ما يعجبك يظهر في ملفك.",
	ja: "いいねした動画をプロフィールに表示します。",
});

export const likesHidden = message({
	en: "Only you see what you like.",
	de: "Nur du siehst, was dir gefällt.",
	es: "Solo tú ves lo que te gusta.",
	ar: "لا يرى ما يعجبك سواك.",
	ja: "いいねした動画は自分だけに表示されます。",
});

export const followRequests = message({
	en: "Follow requests",
	de: "Folge-Anfragen",
	es: "Solicitudes de seguimiento",
	ar: "طلبات المتابعة",
	ja: "フォローリクエスト",
});

export const publicAsk = message({
	en: "Make your account public?",
	de: "Konto öffentlich machen?",
	es: "¿Hacer pública tu cuenta?",
	ar: "جعل حسابك عامًا؟",
	ja: "アカウントを公開しますか?",
});

export const publicSees = message({
	en: "Everybody sees your videos again, as each of them says.",
	de: "Alle sehen deine Videos wieder, so wie es bei jedem eingestellt ist.",
	es: "Todo el mundo vuelve a ver tus vídeos, según lo que diga cada uno.",
	ar: "يرى الجميع فيديوهاتك مجددًا بحسب إعداد كل منها.",
	ja: "各動画の設定に従って、再び全員に表示されます。",
});

export const publicFollows = message({
	en: "Everybody who waits for your answer follows you at once.",
	de: "Alle, die auf deine Antwort warten, folgen dir sofort.",
	es: "Todos los que esperan tu respuesta te siguen al momento.",
	ar: "كل من ينتظر ردك يتابعك فورًا.",
	ja: "返事待ちの人は全員すぐにフォロワーになります。",
});

export const makePublic = message({
	en: "Make it public",
	de: "Öffentlich machen",
	es: "Hacerla pública",
	ar: "اجعله عامًا",
	ja: "公開する",
});

export const stayPrivate = message({
	en: "Stay private",
	de: "Privat bleiben",
	es: "Seguir privada",
	ar: "ابقَ خاصًا",
	ja: "非公開のまま",
});

export const followsNow = message({
	en: "{displayName} follows you now",
	de: "{displayName} folgt dir jetzt",
	es: "{displayName} te sigue ahora",
	ar: "{displayName} يتابعك الآن",
	ja: "{displayName}さんがフォロワーになりました",
});

export const declined = message({
	en: "Declined. {displayName} isn't told.",
	de: "Abgelehnt. {displayName} erfährt es nicht.",
	es: "Rechazada. A {displayName} no se le avisa.",
	ar: "تم الرفض. لن يُخبَر {displayName} بذلك.",
	ja: "拒否しました。{displayName}さんには通知されません。",
});

export const nobodyWaits = message({
	en: "Nobody waits",
	de: "Niemand wartet",
	es: "Nadie espera",
	ar: "لا أحد ينتظر",
	ja: "リクエストはありません",
});

export const nobodyWaitsNote = message({
	en: "Who asks to follow you shows up here, and in your inbox.",
	de: "Wer dir folgen möchte, erscheint hier und in deinem Postfach.",
	es: "Quien pida seguirte aparece aquí y en tu bandeja.",
	ar: "من يطلب متابعتك يظهر هنا وفي الوارد.",
	ja: "フォローをリクエストした人は、ここと受信箱に表示されます。",
});

export const openToAll = message({
	en: "Everybody can follow you",
	de: "Alle können dir folgen",
	es: "Cualquiera puede seguirte",
	ar: "يستطيع الجميع متابعتك",
	ja: "誰でもフォローできます",
});

export const openToAllNote = message({
	en: "With a private account you decide who follows you. Who asks then shows up here.",
	de: "Mit einem privaten Konto entscheidest du, wer dir folgt. Anfragen erscheinen dann hier.",
	es: "Con una cuenta privada decides quién te sigue. Las solicitudes aparecen aquí.",
	ar: "مع الحساب الخاص تقرر أنت من يتابعك، وتظهر الطلبات هنا.",
	ja: "非公開アカウントにするとフォロワーを選べます。リクエストはここに表示されます。",
});

export const acceptName = message({
	en: "Accept {displayName}",
	de: "{displayName} annehmen",
	es: "Aceptar a {displayName}",
	ar: "قبول {displayName}",
	ja: "{displayName}さんを承認",
});

export const logInFollowing = message({
	en: "Log in to see the newest videos of the people you follow.",
	de: "Melde dich an, um die neuesten Videos von Leuten zu sehen, denen du folgst.",
	es: "Inicia sesión para ver los últimos vídeos de la gente que sigues.",
	ar: "سجّل الدخول لمشاهدة أحدث فيديوهات من تتابعهم.",
	ja: "ログインすると、フォロー中の人の最新動画を見られます。",
});

export const logInFriends = message({
	en: "Log in to see the newest videos of your friends.",
	de: "Melde dich an, um die neuesten Videos deiner Freunde zu sehen.",
	es: "Inicia sesión para ver los últimos vídeos de tus amigos.",
	ar: "سجّل الدخول لمشاهدة أحدث فيديوهات أصدقائك.",
	ja: "ログインすると、友達の最新動画を見られます。",
});

export const unmuteName = message({
	en: "Unmute {displayName}",
	de: "{displayName} nicht mehr stummschalten",
	es: "Dejar de silenciar a {displayName}",
	ar: "إلغاء كتم {displayName}",
	ja: "{displayName}さんのミュートを解除",
});

export const unblockName = message({
	en: "Unblock {displayName}",
	de: "{displayName} nicht mehr blockieren",
	es: "Desbloquear a {displayName}",
	ar: "إلغاء حظر {displayName}",
	ja: "{displayName}さんのブロックを解除",
});

export const unblockedNow = message({
	en: "{displayName} is unblocked",
	de: "{displayName} ist nicht mehr blockiert",
	es: "Has desbloqueado a {displayName}",
	ar: "أُلغي حظر {displayName}",
	ja: "{displayName}さんのブロックを解除しました",
});

export const waiting = message({
	en: { one: "{count} person waits for your answer.", other: "{count} people wait for your answer." },
	de: { one: "{count} Person wartet auf deine Antwort.", other: "{count} Leute warten auf deine Antwort." },
	es: { one: "{count} persona espera tu respuesta.", other: "{count} personas esperan tu respuesta." },
	ar: {
		zero: "لا أحد ينتظر ردك.",
		one: "ينتظر ردك شخص واحد.",
		two: "ينتظر ردك شخصان.",
		few: "ينتظر ردك {count} أشخاص.",
		many: "ينتظر ردك {count} شخصًا.",
		other: "ينتظر ردك {count} شخص.",
	},
	ja: { other: "{count}人が返事を待っています。" },
});
