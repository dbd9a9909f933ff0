import { message } from "../language/message.ts";

export const joinNote = message({
	en: "It takes a minute, and what you watched so far keeps shaping your feed.",
	de: "Es dauert eine Minute, und was du schon gesehen hast, prägt deinen Feed weiter.",
	es: "Es un minuto, y lo que ya has visto sigue dando forma a tu feed.",
	ar: "لن يستغرق الأمر أكثر من دقيقة، وما شاهدته حتى الآن سيبقى مؤثرًا في صفحتك.",
	ja: "1分で完了します。これまでに見た動画もフィードに反映されます。",
});

export const signUp = message({
	en: "Sign up",
	de: "Registrieren",
	es: "Regístrate",
	ar: "إنشاء حساب",
	ja: "登録する",
});

export const haveAccount = message({
	en: "I have an account",
	de: "Ich habe ein Konto",
	es: "Ya tengo cuenta",
	ar: "لديّ حساب",
	ja: "アカウントをお持ちの方",
});

export const offlineProblem = message({
	en: "You're offline. It works again as soon as you're connected.",
	de: "Du bist offline. Sobald du verbunden bist, geht es wieder.",
	es: "No tienes conexión. Funcionará en cuanto vuelvas a conectarte.",
	ar: "أنت غير متصل بالإنترنت. سيعمل كل شيء فور عودة الاتصال.",
	ja: "オフラインです。接続が戻ると使えるようになります。",
});

export const unreachable = message({
	en: "Reelay can't be reached right now. Try again in a moment.",
	de: "Reelay ist gerade nicht erreichbar. Versuch es gleich noch einmal.",
	es: "No se puede conectar con Reelay ahora. Inténtalo de nuevo en un momento.",
	ar: "يتعذّر الوصول إلى Reelay الآن. حاول مرة أخرى بعد قليل.",
	ja: "現在Reelayに接続できません。しばらくしてからもう一度お試しください。",
});

export const ourFault = message({
	en: "Reelay has a fault on its side. Try again in a moment.",
	de: "Bei Reelay ist etwas schiefgelaufen. Versuch es gleich noch einmal.",
	es: "Ha habido un fallo en Reelay. Inténtalo de nuevo en un momento.",
	ar: "حدث خلل لدى Reelay. حاول مرة أخرى بعد قليل.",
	ja: "Reelay側で問題が発生しました。しばらくしてからもう一度お試しください。",
});

export const couldNot = message({
	en: "Reelay could not do that. Reload the page and try again.",
	de: "Das hat Reelay nicht geschafft. Lade die Seite neu und versuch es noch einmal.",
	es: "Reelay no ha podido hacerlo. Recarga la página e inténtalo de nuevo.",
	ar: "لم يتمكن Reelay من ذلك. أعد تحميل الصفحة وحاول مرة أخرى.",
	ja: "処理できませんでした。ページを再読み込みしてもう一度お試しください。",
});

export const didNotWork = message({
	en: "That didn't work. Reload the page and try again.",
	de: "Das hat nicht geklappt. Lade die Seite neu und versuch es noch einmal.",
	es: "No ha funcionado. Recarga la página e inténtalo de nuevo.",
	ar: "لم ينجح ذلك. أعد تحميل الصفحة وحاول مرة أخرى.",
	ja: "うまくいきませんでした。ページを再読み込みしてもう一度お試しください。",
});

export const uploadUnfinished = message({
	en: "An upload is unfinished",
	de: "Ein Upload ist nicht fertig",
	es: "Hay una subida sin terminar",
	ar: "هناك رفع لم يكتمل",
	ja: "未完了のアップロードがあります",
});

export const upload = message({
	en: "Upload",
	de: "Hochladen",
	es: "Subir",
	ar: "رفع",
	ja: "アップロード",
});

export const back = message({
	en: "Back",
	de: "Zurück",
	es: "Atrás",
	ar: "رجوع",
	ja: "戻る",
});

export const reload = message({
	en: "Reload",
	de: "Neu laden",
	es: "Recargar",
	ar: "إعادة التحميل",
	ja: "再読み込み",
});

export const stopped = message({
	en: "This screen stopped working",
	de: "Hier ist etwas hängen geblieben",
	es: "Esta pantalla ha dejado de funcionar",
	ar: "توقفت هذه الشاشة عن العمل",
	ja: "この画面は動作を停止しました",
});

export const mainNavigation = message({
	en: "Main",
	de: "Hauptmenü",
	es: "Principal",
	ar: "القائمة الرئيسية",
	ja: "メイン",
});

export const homeMark = message({
	en: "reelay, home",
	de: "reelay, Startseite",
	es: "reelay, inicio",
	ar: "reelay، الرئيسية",
	ja: "reelay、ホーム",
});

export const home = message({
	en: "Home",
	de: "Start",
	es: "Inicio",
	ar: "الرئيسية",
	ja: "ホーム",
});

export const search = message({
	en: "Search",
	de: "Suche",
	es: "Buscar",
	ar: "بحث",
	ja: "検索",
});

export const explore = message({
	en: "Explore",
	de: "Entdecken",
	es: "Explorar",
	ar: "استكشاف",
	ja: "見つける",
});

export const uploadDoing = message({
	en: "Upload: {text}",
	de: "Hochladen: {text}",
	es: "Subir: {text}",
	ar: "رفع: {text}",
	ja: "アップロード: {text}",
});

export const uploadVideo = message({
	en: "Upload a video",
	de: "Video hochladen",
	es: "Subir un vídeo",
	ar: "رفع فيديو",
	ja: "動画をアップロード",
});

export const inbox = message({
	en: "Inbox",
	de: "Postfach",
	es: "Bandeja",
	ar: "الوارد",
	ja: "受信箱",
});

export const newOnes = message({
	en: "new",
	de: "neu",
	es: "sin leer",
	ar: "جديد",
	ja: "件の新着",
});

export const me = message({
	en: "Me",
	de: "Ich",
	es: "Yo",
	ar: "أنا",
	ja: "マイページ",
});

export const logIn = message({
	en: "Log in",
	de: "Anmelden",
	es: "Iniciar sesión",
	ar: "تسجيل الدخول",
	ja: "ログイン",
});

export const notFound = message({
	en: "Not found",
	de: "Nicht gefunden",
	es: "No encontrado",
	ar: "غير موجود",
	ja: "見つかりません",
});

export const nothingHere = message({
	en: "There is nothing here",
	de: "Hier gibt es nichts",
	es: "Aquí no hay nada",
	ar: "لا شيء هنا",
	ja: "ここには何もありません",
});

export const toFeed = message({
	en: "To the feed",
	de: "Zum Feed",
	es: "Ir al feed",
	ar: "إلى الصفحة الرئيسية",
	ja: "フィードへ",
});

export const addressGone = message({
	en: "The address may be mistyped, or what was here is gone.",
	de: "Vielleicht ist die Adresse vertippt, oder was hier war, ist weg.",
	es: "Puede que la dirección esté mal escrita o que lo que había aquí ya no exista.",
	ar: "ربما كُتب العنوان خطأً، أو أن ما كان هنا لم يعد موجودًا.",
	ja: "アドレスが間違っているか、ここにあったものがなくなりました。",
});

export const offline = message({
	en: "You're offline.",
	de: "Du bist offline.",
	es: "No tienes conexión.",
	ar: "أنت غير متصل.",
	ja: "オフラインです。",
});

export const help = message({
	en: "Help",
	de: "Hilfe",
	es: "Ayuda",
	ar: "المساعدة",
	ja: "ヘルプ",
});

export const rules = message({
	en: "Rules",
	de: "Regeln",
	es: "Normas",
	ar: "القواعد",
	ja: "ルール",
});

export const privacy = message({
	en: "Privacy",
	de: "Datenschutz",
	es: "Privacidad",
	ar: "الخصوصية",
	ja: "プライバシー",
});

export const terms = message({
	en: "Terms",
	de: "Nutzungsbedingungen",
	es: "Condiciones",
	ar: "الشروط",
	ja: "利用規約",
});

export const loading = message({
	en: "Loading",
	de: "Wird geladen",
	es: "Cargando",
	ar: "جارٍ التحميل",
	ja: "読み込み中",
});

export const stoppedNote = message({
	en: "It is our fault, not yours. Reloading usually helps.",
	de: "Das liegt an uns, nicht an dir. Neu laden hilft meistens.",
	es: "Es culpa nuestra, no tuya. Recargar suele ayudar.",
	ar: "الخطأ منا لا منك. إعادة التحميل تحل المشكلة عادةً.",
	ja: "こちらの不具合です。再読み込みするとたいてい直ります。",
});

export const stoppedOffline = message({
	en: "It is our fault, not yours. Reloading usually helps, once you're connected again.",
	de: "Das liegt an uns, nicht an dir. Neu laden hilft meistens, sobald du wieder verbunden bist.",
	es: "Es culpa nuestra, no tuya. Recargar suele ayudar, cuando vuelvas a tener conexión.",
	ar: "الخطأ منا لا منك. إعادة التحميل تحل المشكلة عادةً بعد عودة الاتصال.",
	ja: "こちらの不具合です。接続が戻ってから再読み込みするとたいてい直ります。",
});

export const stillPlays = message({
	en: "What's loaded still plays.",
	de: "Was geladen ist, läuft weiter.",
	es: "Lo que ya está cargado se sigue viendo.",
	ar: "ما تم تحميله ما زال يعمل.",
	ja: "読み込み済みの動画は再生できます。",
});

export const stillPlaysHere = message({
	en: "What's loaded still plays. Stay on this page: it can't be loaded anew until you're back.",
	de: "Was geladen ist, läuft weiter. Bleib auf dieser Seite: Neu laden geht erst, wenn du wieder verbunden bist.",
	es: "Lo que ya está cargado se sigue viendo. Quédate en esta página: no se podrá recargar hasta que vuelvas a tener conexión.",
	ar: "ما تم تحميله ما زال يعمل. ابقَ في هذه الصفحة، فلا يمكن إعادة تحميلها قبل عودة الاتصال.",
	ja: "読み込み済みの動画は再生できます。このページのままお待ちください。接続が戻るまで再読み込みできません。",
});

export const joinToLike = message({
	en: "Join reelay to like videos",
	de: "Komm zu reelay, um Videos zu liken",
	es: "Únete a reelay para dar me gusta",
	ar: "انضم إلى reelay لتسجيل إعجابك بالفيديوهات",
	ja: "reelayに参加して動画に「いいね」しよう",
});

export const joinToKeep = message({
	en: "Join reelay to keep favourites",
	de: "Komm zu reelay, um Favoriten zu sichern",
	es: "Únete a reelay para guardar favoritos",
	ar: "انضم إلى reelay لحفظ المفضلة",
	ja: "reelayに参加してお気に入りに保存しよう",
});

export const joinToFollow = message({
	en: "Join reelay to follow people",
	de: "Komm zu reelay, um Leuten zu folgen",
	es: "Únete a reelay para seguir a gente",
	ar: "انضم إلى reelay لتتابع من تحب",
	ja: "reelayに参加してフォローしよう",
});

export const contact = message({
	en: "Contact",
	de: "Kontakt",
	es: "Contacto",
	ar: "اتصل بنا",
	ja: "お問い合わせ",
});

export const goOnFrom = message({
	en: "You can go on from {when}.",
	de: "Weiter geht es ab {when}.",
	es: "Podrás seguir a partir de: {when}.",
	ar: "يمكنك المتابعة ابتداءً من {when}.",
	ja: "{when}から続けられます。",
});
