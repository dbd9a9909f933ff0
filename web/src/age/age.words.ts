import { message } from "../language/message.ts";

export const title = message({
	en: "Your account until 18",
	de: "Dein Konto bis 18",
	es: "Tu cuenta hasta los 18",
	ar: "حسابك حتى سن 18",
	ja: "18歳までのアカウント",
});

export const lead = message({
	en: "Some things are kept closer while you are under 18. Nothing of it changes by itself on your birthday.",
	de: "Manches ist enger, solange du unter 18 bist. An deinem Geburtstag ändert sich nichts von selbst.",
	es: "Algunas cosas son más cerradas mientras tengas menos de 18. Nada cambia solo el día de tu cumpleaños.",
	ar: "بعض الأمور أكثر خصوصية ما دمت دون 18. لا يتغير شيء تلقائيًا في عيد ميلادك.",
	ja: "18歳になるまで一部が制限されます。誕生日に自動で変わることはありません。",
});

export const beginsPrivate = message({
	en: "Your account begins private: you say who follows you.",
	de: "Dein Konto ist am Anfang privat: Du sagst, wer dir folgt.",
	es: "Tu cuenta empieza privada: tú decides quién te sigue.",
	ar: "يبدأ حسابك خاصًا: أنت تحدد من يتابعك.",
	ja: "最初は非公開で、フォロワーは自分で承認します。",
});

export const notFound = message({
	en: "Your videos come to your followers and by your link, to nobody else: not in feeds, search, hashtags or sounds. Only followers find you.",
	de: "Deine Videos sehen deine Follower und wer deinen Link hat, sonst niemand: nicht in Feeds, Suche, Hashtags oder Sounds. Nur Follower finden dich.",
	es: "Tus vídeos llegan a tus seguidores y con tu enlace, a nadie más: ni en feeds, búsquedas, hashtags o sonidos. Solo ellos te encuentran.",
	ar: "تصل فيديوهاتك إلى متابعيك وعبر رابطك فقط: لا في الخلاصات ولا البحث ولا الوسوم ولا الأصوات. ولا يجدك إلا متابعوك.",
	ja: "動画はフォロワーとリンクからの人だけに届き、フィード・検索・ハッシュタグ・サウンドには出ません。あなたを見つけられるのはフォロワーだけです。",
});

export const comments = message({
	en: "Your followers can comment, or nobody.",
	de: "Kommentieren können deine Follower oder niemand.",
	es: "Pueden comentar tus seguidores, o nadie.",
	ar: "يعلّق متابعوك فقط، أو لا أحد.",
	ja: "コメントできるのはフォロワーだけ、または誰もできません。",
});

export const messages = message({
	en: "Only people you follow who follow you back can write to you. Only followers can mention you.",
	de: "Schreiben können dir nur Leute, denen du folgst und die dir folgen. Erwähnen können dich nur Follower.",
	es: "Solo te escriben personas que sigues y te siguen. Solo te mencionan tus seguidores.",
	ar: "لا يراسلك إلا من تتابعه ويتابعك، ولا يذكرك إلا متابعوك.",
	ja: "メッセージは相互フォローの人だけ、メンションはフォロワーだけができます。",
});

export const downloads = message({
	en: "Nobody can download your videos, pass them on, or use your sounds.",
	de: "Niemand kann deine Videos herunterladen, weitergeben oder deine Sounds benutzen.",
	es: "Nadie puede descargar ni reenviar tus vídeos, ni usar tus sonidos.",
	ar: "لا أحد يستطيع تنزيل فيديوهاتك أو إعادة نشرها أو استخدام أصواتك.",
	ja: "動画のダウンロードやリポスト、サウンドの利用は誰にもできません。",
});

export const adults = message({
	en: "What is for adults is not shown to you.",
	de: "Was für Erwachsene ist, wird dir nicht gezeigt.",
	es: "No se te muestra lo que es para adultos.",
	ar: "لا يُعرض لك ما هو للبالغين.",
	ja: "成人向けの内容は表示されません。",
});

export const limit = message({
	en: "After an hour a day we tell you how long you watched.",
	de: "Nach einer Stunde am Tag sagen wir dir, wie lange du geschaut hast.",
	es: "Tras una hora al día te decimos cuánto has visto.",
	ar: "بعد ساعة في اليوم نخبرك كم شاهدت.",
	ja: "1日1時間を超えるとお知らせします。",
});

export const ofAge = message({
	en: "You're 18 now",
	de: "Du bist jetzt 18",
	es: "Ya tienes 18 años",
	ar: "أصبحت في 18 من عمرك",
	ja: "18歳になりました",
});

export const ofAgeLead = message({
	en: "You can make this an adult's account. What you set yourself stays as it is: a private account stays private until you change it.",
	de: "Du kannst daraus ein Erwachsenenkonto machen. Was du selbst eingestellt hast, bleibt: Ein privates Konto bleibt privat, bis du es änderst.",
	es: "Puedes convertirla en una cuenta de adulto. Lo que tú ajustaste se queda: una cuenta privada sigue privada hasta que la cambies.",
	ar: "يمكنك تحويله إلى حساب بالغ. يبقى ما ضبطته كما هو: الحساب الخاص يبقى خاصًا حتى تغيّره.",
	ja: "大人のアカウントに切り替えられます。自分で設定した内容はそのままで、非公開は変更するまで非公開です。",
});

export const makeAdult = message({
	en: "Make it an adult's account",
	de: "Zum Erwachsenenkonto machen",
	es: "Convertir en cuenta de adulto",
	ar: "تحويله إلى حساب بالغ",
	ja: "大人のアカウントにする",
});

export const isAdult = message({
	en: "It is an adult's account now",
	de: "Es ist jetzt ein Erwachsenenkonto",
	es: "Ahora es una cuenta de adulto",
	ar: "أصبح حساب بالغ",
	ja: "大人のアカウントになりました",
});

export const noTeen = message({
	en: "This is an adult's account",
	de: "Das ist ein Erwachsenenkonto",
	es: "Esta es una cuenta de adulto",
	ar: "هذا حساب بالغ",
	ja: "これは大人のアカウントです",
});

export const noTeenNote = message({
	en: "What is kept from teens doesn't concern it.",
	de: "Was für Jugendliche gilt, betrifft es nicht.",
	es: "Lo que se aplica a menores no le afecta.",
	ar: "ما يخص اليافعين لا ينطبق عليه.",
	ja: "未成年向けの制限は適用されません。",
});

export const screenTime = message({
	en: "Screen time",
	de: "Bildschirmzeit",
	es: "Tiempo de pantalla",
	ar: "وقت الشاشة",
	ja: "視聴時間",
});

export const loading = message({
	en: "Loading your screen time",
	de: "Bildschirmzeit wird geladen",
	es: "Cargando tu tiempo de pantalla",
	ar: "يجري تحميل وقت الشاشة",
	ja: "視聴時間を読み込み中",
});

export const today = message({
	en: "{time} today",
	de: "Heute {time}",
	es: "{time} hoy",
	ar: "{time} اليوم",
	ja: "今日 {time}",
});

export const allDevices = message({
	en: "Watched on all your devices together.",
	de: "Auf allen deinen Geräten zusammen.",
	es: "En todos tus dispositivos juntos.",
	ar: "على جميع أجهزتك معًا.",
	ja: "すべての端末の合計です。",
});

export const week = message({
	en: "The last seven days",
	de: "Die letzten sieben Tage",
	es: "Los últimos siete días",
	ar: "آخر سبعة أيام",
	ja: "直近7日間",
});

export const tellMe = message({
	en: "Tell me after this long a day",
	de: "Sag es mir nach so langer Zeit am Tag",
	es: "Avísame tras este tiempo al día",
	ar: "أخبرني بعد هذه المدة في اليوم",
	ja: "1日の上限でお知らせ",
});

export const breaks = message({
	en: "Remind me of a break",
	de: "Erinnere mich an eine Pause",
	es: "Recuérdame un descanso",
	ar: "ذكّرني باستراحة",
	ja: "休憩をすすめる",
});

export const never = message({
	en: "Never",
	de: "Nie",
	es: "Nunca",
	ar: "أبدًا",
	ja: "なし",
});

export const saved = message({
	en: "Saved",
	de: "Gespeichert",
	es: "Guardado",
	ar: "حُفظ",
	ja: "保存しました",
});

export const limitReached = message({
	en: "You've watched {time} today",
	de: "Du hast heute {time} geschaut",
	es: "Hoy has visto {time}",
	ar: "شاهدت {time} اليوم",
	ja: "今日は{time}視聴しました",
});

export const limitNote = message({
	en: "That is what you wanted to be told. Go on, or call it a day.",
	de: "Das wolltest du gesagt bekommen. Mach weiter, oder lass es für heute gut sein.",
	es: "Querías que te avisáramos. Sigue, o déjalo por hoy.",
	ar: "هذا ما أردت أن نخبرك به. تابع أو اكتفِ بهذا اليوم.",
	ja: "お知らせの時間です。続けるか、今日はここまでにしましょう。",
});

export const breakTitle = message({
	en: "Time for a break?",
	de: "Zeit für eine Pause?",
	es: "¿Un descanso?",
	ar: "حان وقت استراحة؟",
	ja: "少し休憩しませんか?",
});

export const breakNote = message({
	en: "You've been watching for {time} on end.",
	de: "Du schaust seit {time} am Stück.",
	es: "Llevas {time} seguidos viendo.",
	ar: "تشاهد منذ {time} دون توقف.",
	ja: "{time}続けて視聴しています。",
});

export const goOn = message({
	en: "Go on",
	de: "Weiter",
	es: "Seguir",
	ar: "متابعة",
	ja: "続ける",
});

export const settings = message({
	en: "Screen time settings",
	de: "Einstellungen zur Bildschirmzeit",
	es: "Ajustes de tiempo",
	ar: "إعدادات وقت الشاشة",
	ja: "視聴時間の設定",
});
