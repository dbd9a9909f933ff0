import { message } from "../language/message.ts";

export const add = message({
	en: "Add",
	de: "Hinzufügen",
	es: "Añadir",
	ar: "إضافة",
	ja: "追加",
});

export const begunAnew = message({
	en: "Your feed begins anew",
	de: "Dein Feed fängt neu an",
	es: "Tu feed empieza de cero",
	ar: "صفحتك تبدأ من جديد",
	ja: "フィードをリセットしました",
});

export const beginAnew = message({
	en: "Begin anew",
	de: "Neu anfangen",
	es: "Empezar de cero",
	ar: "البدء من جديد",
	ja: "リセット",
});

export const settingsStay = message({
	en: "What you set on this page stays",
	de: "Was du auf dieser Seite eingestellt hast, bleibt",
	es: "Lo que has ajustado en esta página se queda",
	ar: "يبقى ما ضبطته في هذه الصفحة",
	ja: "このページの設定は残ります",
});

export const beginAnewAsk = message({
	en: "Begin anew?",
	de: "Neu anfangen?",
	es: "¿Empezar de cero?",
	ar: "البدء من جديد؟",
	ja: "リセットしますか?",
});

export const forgetAll = message({
	en: "Everything your swipes, likes and follows taught the feed is forgotten, for good.",
	de: "Alles, was deine Wischer, Likes und Folgen dem Feed beigebracht haben, wird für immer vergessen.",
	es: "Todo lo que tus vídeos, me gusta y seguidos enseñaron al feed se olvida para siempre.",
	ar: "يُنسى نهائيًا كل ما علّمته تمريراتك وإعجاباتك ومتابعاتك للصفحة.",
	ja: "スワイプ、いいね、フォローから学習した内容がすべて消去されます。",
});

export const forgetStays = message({
	en: "Interests, topics, filters and mutes stay as they are.",
	de: "Interessen, Themen, Filter und Stummgeschaltetes bleiben, wie sie sind.",
	es: "Los intereses, temas, filtros y silenciados se quedan como están.",
	ar: "تبقى الاهتمامات والمواضيع والفلاتر والمكتومون كما هي.",
	ja: "興味・関心、トピック、フィルター、ミュートはそのままです。",
});

export const forgetSeen = message({
	en: "Videos you've seen don't come back.",
	de: "Videos, die du gesehen hast, kommen nicht wieder.",
	es: "Los vídeos que ya has visto no vuelven.",
	ar: "الفيديوهات التي شاهدتها لا تعود.",
	ja: "視聴済みの動画は再び表示されません。",
});

export const forgetKept = message({
	en: "Your likes, favourites and follows are kept.",
	de: "Deine Likes, Favoriten und wem du folgst, bleiben.",
	es: "Tus me gusta, favoritos y seguidos se conservan.",
	ar: "تبقى إعجاباتك ومفضلتك ومتابعاتك.",
	ja: "いいね、お気に入り、フォローは残ります。",
});

export const forgetAct = message({
	en: "Forget and begin anew",
	de: "Vergessen und neu anfangen",
	es: "Olvidar y empezar de cero",
	ar: "انسَ وابدأ من جديد",
	ja: "消去してリセット",
});

export const keepAsIs = message({
	en: "Keep it as it is",
	de: "So lassen",
	es: "Dejarlo como está",
	ar: "اتركه كما هو",
	ja: "このままにする",
});

export const writeWord = message({
	en: "Write a word to filter: signs alone match nothing.",
	de: "Schreib ein Wort zum Filtern: Zeichen allein treffen nichts.",
	es: "Escribe una palabra: los signos solos no filtran nada.",
	ar: "اكتب كلمة: الرموز وحدها لا تطابق شيئًا.",
	ja: "言葉を入力してください。記号だけでは一致しません。",
});

export const filtersFull = message({
	en: "You have {filtersMax} filters, as many as there can be. Remove one, then add this.",
	de: "Du hast {filtersMax} Filter, mehr gehen nicht. Entfern einen und füg dann diesen hinzu.",
	es: "Tienes {filtersMax} filtros, el máximo. Quita uno y añade este.",
	ar: "لديك {filtersMax} فلترًا وهو الحد الأقصى. احذف واحدًا ثم أضف هذا.",
	ja: "フィルターは{filtersMax}個までです。1つ削除してから追加してください。",
});

export const filtersLead = message({
	en: "Videos with these words in title, description or hashtags stay out of your feeds. Capitals and accents don't matter.",
	de: "Videos mit diesen Wörtern in Titel, Beschreibung oder Hashtags bleiben aus deinen Feeds. Großschreibung und Akzente spielen keine Rolle.",
	es: "Los vídeos con estas palabras en el título, la descripción o los hashtags no salen en tus feeds. Mayúsculas y tildes dan igual.",
	ar: "الفيديوهات التي في عنوانها أو وصفها أو وسومها هذه الكلمات تبقى خارج صفحاتك. لا فرق في حالة الأحرف والتشكيل.",
	ja: "タイトル、説明、ハッシュタグに次の言葉を含む動画は表示されません。大文字・小文字やアクセントは区別しません。",
});

export const neverShow = message({
	en: "Never show videos with",
	de: "Nie Videos zeigen mit",
	es: "No mostrar nunca vídeos con",
	ar: "لا تُظهر أبدًا فيديوهات فيها",
	ja: "表示しない言葉",
});

export const wordOrTag = message({
	en: "Word, phrase or #hashtag",
	de: "Wort, Ausdruck oder #Hashtag",
	es: "Palabra, frase o #hashtag",
	ar: "كلمة أو عبارة أو #وسم",
	ja: "言葉、フレーズ、#ハッシュタグ",
});

export const yourFilters = message({
	en: "Your filters",
	de: "Deine Filter",
	es: "Tus filtros",
	ar: "فلاترك",
	ja: "フィルター一覧",
});

export const removeFilter = message({
	en: "Remove the filter {label}",
	de: "Filter {label} entfernen",
	es: "Quitar el filtro {label}",
	ar: "إزالة الفلتر {label}",
	ja: "フィルター「{label}」を削除",
});

export const mayShowQuoted = message({
	en: "“{label}” may be shown again",
	de: "„{label}“ darf wieder gezeigt werden",
	es: "«{label}» puede volver a aparecer",
	ar: "يمكن أن يظهر «{label}» مجددًا",
	ja: "「{label}」を再び表示します",
});

export const creator = message({
	en: "Creator",
	de: "Creator",
	es: "Creador",
	ar: "صاحب المحتوى",
	ja: "投稿者",
});

export const topic = message({
	en: "Topic",
	de: "Thema",
	es: "Tema",
	ar: "موضوع",
	ja: "トピック",
});

export const sound = message({
	en: "Sound",
	de: "Sound",
	es: "Sonido",
	ar: "صوت",
	ja: "楽曲",
});

export const nothingMuted = message({
	en: "Nothing yet. “More” on any video in your feed mutes its creator, topic or sound, and you'll find it here again.",
	de: "Noch nichts. Mit „Mehr“ bei einem Video im Feed schaltest du Creator, Thema oder Sound stumm und findest es hier wieder.",
	es: "Nada aún. «Más» en cualquier vídeo de tu feed silencia su creador, tema o sonido, y lo encuentras aquí.",
	ar: "لا شيء بعد. «المزيد» على أي فيديو في صفحتك يكتم صاحبه أو موضوعه أو صوته، وتجده هنا.",
	ja: "まだありません。フィードの動画の「その他」から投稿者、トピック、楽曲をミュートすると、ここに表示されます。",
});

export const unmuteLabel = message({
	en: "Unmute {label}",
	de: "{label} nicht mehr stummschalten",
	es: "Dejar de silenciar {label}",
	ar: "إلغاء كتم {label}",
	ja: "{label}のミュートを解除",
});

export const mayShow = message({
	en: "{label} may be shown again",
	de: "{label} darf wieder gezeigt werden",
	es: "{label} puede volver a aparecer",
	ar: "يمكن أن يظهر {label} مجددًا",
	ja: "{label}を再び表示します",
});

export const whereBegan = message({
	en: "Where it began",
	de: "Womit es anfing",
	es: "Por dónde empezó",
	ar: "من أين بدأ",
	ja: "最初に選んだもの",
});

export const noneChosen = message({
	en: "None chosen",
	de: "Keine gewählt",
	es: "Ninguno elegido",
	ar: "لم يُختر شيء",
	ja: "未選択",
});

export const loading = message({
	en: "Loading your feed's settings",
	de: "Einstellungen werden geladen",
	es: "Cargando los ajustes de tu feed",
	ar: "جارٍ تحميل إعدادات صفحتك",
	ja: "フィードの設定を読み込み中",
});

export const none = message({
	en: "None",
	de: "Nichts",
	es: "Nada",
	ar: "لا شيء",
	ja: "なし",
});

export const asLearned = message({
	en: "As learned",
	de: "Wie gelernt",
	es: "Según lo aprendido",
	ar: "كما تعلّم",
	ja: "学習どおり",
});

export const more = message({
	en: "More",
	de: "Mehr",
	es: "Más",
	ar: "أكثر",
	ja: "多め",
});

export const noneOfIt = message({
	en: "None of it",
	de: "Nichts davon",
	es: "Nada de esto",
	ar: "لا شيء منه",
	ja: "表示しない",
});

export const lessThan = message({
	en: "Less than your swipes say",
	de: "Weniger, als deine Wischer sagen",
	es: "Menos de lo que dicen tus vídeos",
	ar: "أقل مما تقوله تمريراتك",
	ja: "スワイプの傾向より少なめ",
});

export const moreThan = message({
	en: "More than your swipes say",
	de: "Mehr, als deine Wischer sagen",
	es: "Más de lo que dicen tus vídeos",
	ar: "أكثر مما تقوله تمريراتك",
	ja: "スワイプの傾向より多め",
});

export const chosenInterest = message({
	en: "You chose it as an interest",
	de: "Als Interesse gewählt",
	es: "Lo elegiste como interés",
	ar: "اخترته اهتمامًا",
	ja: "興味・関心として選択",
});

export const loveIt = message({
	en: "You seem to love it",
	de: "Du liebst es offenbar",
	es: "Parece que te encanta",
	ar: "يبدو أنك تحبه كثيرًا",
	ja: "とても好きなようです",
});

export const likeIt = message({
	en: "You seem to like it",
	de: "Du magst es offenbar",
	es: "Parece que te gusta",
	ar: "يبدو أنه يعجبك",
	ja: "好きなようです",
});

export const asSwipes = message({
	en: "As your swipes say",
	de: "Wie deine Wischer sagen",
	es: "Lo que dicen tus vídeos",
	ar: "كما تقول تمريراتك",
	ja: "スワイプの傾向どおり",
});

export const topicIs = message({
	en: "A topic is one hashtag: letters, digits and underscores.",
	de: "Ein Thema ist ein Hashtag: Buchstaben, Ziffern und Unterstriche.",
	es: "Un tema es un hashtag: letras, números y guiones bajos.",
	ar: "الموضوع وسم واحد: أحرف وأرقام وشرطات سفلية.",
	ja: "トピックはハッシュタグ1つです。文字、数字、アンダースコアが使えます。",
});

export const moreFromHere = message({
	en: "More of #{tag} from here on",
	de: "Ab jetzt mehr von #{tag}",
	es: "A partir de ahora, más de #{tag}",
	ar: "المزيد من #{tag} من الآن",
	ja: "これから#{tag}を増やします",
});

export const topics = message({
	en: "Topics",
	de: "Themen",
	es: "Temas",
	ar: "المواضيع",
	ja: "トピック",
});

export const nothingLearned = message({
	en: "Nothing learned yet. Add what you'd like more of, or swipe a little and come back.",
	de: "Noch nichts gelernt. Füg hinzu, wovon du mehr möchtest, oder wisch ein bisschen und komm wieder.",
	es: "Aún no ha aprendido nada. Añade de qué quieres más o mira algunos vídeos y vuelve.",
	ar: "لم يتعلم شيئًا بعد. أضف ما تريد المزيد منه، أو مرّر قليلًا ثم عُد.",
	ja: "まだ学習していません。増やしたいものを追加するか、少しスワイプしてから戻ってきてください。",
});

export const swipesSet = message({
	en: "Your swipes set these. You have the last word: none, less, as learned or more.",
	de: "Deine Wischer stellen das ein. Das letzte Wort hast du: nichts, weniger, wie gelernt oder mehr.",
	es: "Tus vídeos lo ajustan. Tú tienes la última palabra: nada, menos, según lo aprendido o más.",
	ar: "تمريراتك تضبط هذا، والكلمة الأخيرة لك: لا شيء أو أقل أو كما تعلّم أو أكثر.",
	ja: "スワイプで調整されます。最後に決めるのはあなたです: なし、少なめ、学習どおり、多め。",
});

export const addTopic = message({
	en: "Add a topic you want more of",
	de: "Thema hinzufügen, von dem du mehr möchtest",
	es: "Añade un tema del que quieres más",
	ar: "أضف موضوعًا تريد المزيد منه",
	ja: "増やしたいトピックを追加",
});

export const suggested = message({
	en: "Suggested topics",
	de: "Vorgeschlagene Themen",
	es: "Temas sugeridos",
	ar: "مواضيع مقترحة",
	ja: "おすすめのトピック",
});

export const moreOfTag = message({
	en: "More of #{interest}",
	de: "Mehr von #{interest}",
	es: "Más de #{interest}",
	ar: "المزيد من #{interest}",
	ja: "#{interest}を増やす",
});

export const forget = message({
	en: "Forget what was learned",
	de: "Gelerntes vergessen",
	es: "Olvidar lo aprendido",
	ar: "نسيان ما تعلّمه",
	ja: "学習内容を消去",
});

export const filteredWords = message({
	en: "Filtered words",
	de: "Gefilterte Wörter",
	es: "Palabras filtradas",
	ar: "الكلمات المحجوبة",
	ja: "フィルターする言葉",
});

export const countOf = message({
	en: "{count} of {most}",
	de: "{count} von {most}",
	es: "{count} de {most}",
	ar: "{count} من {most}",
	ja: "{most}個中{count}個",
});

export const muted = message({
	en: "Muted",
	de: "Stummgeschaltet",
	es: "Silenciado",
	ar: "المكتوم",
	ja: "ミュート中",
});

export const howMuch = message({
	en: "How much of #{topic}",
	de: "Wie viel von #{topic}",
	es: "Cuánto de #{topic}",
	ar: "كم من #{topic}",
	ja: "#{topic}の量",
});

export const stepOf = message({
	en: "{label}: #{topic}",
	de: "{label}: #{topic}",
	es: "{label}: #{topic}",
	ar: "{label}: #{topic}",
	ja: "{label}: #{topic}",
});

export const topicPlaceholder = message({
	en: "#topic",
	de: "#thema",
	es: "#tema",
	ar: "#موضوع",
	ja: "#トピック",
});
