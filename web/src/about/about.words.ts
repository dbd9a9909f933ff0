import { message } from "../language/message.ts";

export const watching = message({
	en: "Watching",
	de: "Ansehen",
	es: "Ver",
	ar: "المشاهدة",
	ja: "見る",
});

export const helpSwipe = message({
	en: "Swipe up for the next one. Tap to pause, tap twice to like, hold for double speed.",
	de: "Wisch nach oben für das nächste. Tipp zum Anhalten, tipp zweimal zum Liken, halt gedrückt für doppeltes Tempo.",
	es: "Desliza hacia arriba para el siguiente. Toca para pausar, dos veces para dar me gusta, mantén pulsado para ir al doble de velocidad.",
	ar: "مرّر للأعلى للتالي. انقر للإيقاف، وانقر مرتين للإعجاب، واضغط مطوّلًا لمضاعفة السرعة.",
	ja: "上にスワイプで次へ。タップで一時停止、ダブルタップで「いいね」、長押しで2倍速。",
});

export const helpPull = message({
	en: "Pull down on the first one for a fresh start.",
	de: "Zieh das erste nach unten für einen frischen Anfang.",
	es: "Tira hacia abajo en el primero para empezar de nuevo.",
	ar: "اسحب الأول للأسفل لبداية جديدة.",
	ja: "最初の動画を下に引くと更新します。",
});

export const helpKeys = message({
	en: "On a keyboard: arrows, space, M, L, C. The ? key shows them all.",
	de: "Mit Tastatur: Pfeile, Leertaste, M, L, C. Die Taste ? zeigt alle.",
	es: "Con teclado: flechas, espacio, M, L, C. La tecla ? las muestra todas.",
	ar: "بلوحة المفاتيح: الأسهم والمسافة وM وL وC. المفتاح ؟ يعرضها كلها.",
	ja: "キーボード: 矢印、スペース、M、L、C。?キーで一覧を表示します。",
});

export const posting = message({
	en: "Posting",
	de: "Posten",
	es: "Publicar",
	ar: "النشر",
	ja: "投稿",
});

export const helpLeave = message({
	en: "You may leave while it uploads: it goes on when you come back.",
	de: "Du kannst während des Hochladens gehen: Es geht weiter, wenn du zurückkommst.",
	es: "Puedes irte mientras se sube: sigue cuando vuelves.",
	ar: "يمكنك المغادرة أثناء الرفع: يكمل عند عودتك.",
	ja: "アップロード中に離れても、戻ると再開します。",
});

export const helpFailed = message({
	en: "If it can't be processed, your profile says why.",
	de: "Lässt es sich nicht verarbeiten, steht in deinem Profil, warum.",
	es: "Si no se puede procesar, tu perfil dice por qué.",
	ar: "إن تعذّرت معالجته، يذكر ملفك السبب.",
	ja: "処理できなかった場合は、プロフィールに理由が表示されます。",
});

export const helpVoice = message({
	en: "Hold the microphone down to say it, or touch it once and send when you're done.",
	de: "Halt das Mikrofon gedrückt, um es zu sagen, oder tipp einmal und sende, wenn du fertig bist.",
	es: "Mantén pulsado el micrófono para decirlo, o tócalo una vez y envía al acabar.",
	ar: "اضغط مطوّلًا على الميكروفون لتقول ما تريد، أو انقره مرة وأرسل عند الانتهاء.",
	ja: "マイクを押したまま話すか、一度タップして話し終えたら送信します。",
});

export const whoWritesLink = message({
	en: "who can write to you",
	de: "wer dir schreiben darf",
	es: "quién puede escribirte",
	ar: "من يمكنه مراسلتك",
	ja: "メッセージを送れる人",
});

export const yourAccount = message({
	en: "Your account",
	de: "Dein Konto",
	es: "Tu cuenta",
	ar: "حسابك",
	ja: "アカウント",
});

export const settingsLink = message({
	en: "Settings",
	de: "den Einstellungen",
	es: "los ajustes",
	ar: "الإعدادات",
	ja: "設定",
});

export const changeThePassword = message({
	en: "Change the password",
	de: "Ändere das Passwort",
	es: "Cambia la contraseña",
	ar: "غيّر كلمة المرور",
	ja: "パスワードを変更",
});

export const deleteYours = message({
	en: "Delete your account",
	de: "Lösch dein Konto",
	es: "Elimina tu cuenta",
	ar: "احذف حسابك",
	ja: "アカウントを削除",
});

export const privacyLead = message({
	en: "What reelay keeps of you, what for, and how to be rid of it.",
	de: "Was reelay von dir behält, wofür, und wie du es loswirst.",
	es: "Qué guarda reelay de ti, para qué y cómo deshacerte de ello.",
	ar: "ما يحتفظ به reelay عنك، ولماذا، وكيف تتخلص منه.",
	ja: "reelayが何を、なぜ保存し、どうすれば消せるか。",
});

export const historyLink = message({
	en: "watch history",
	de: "Verlauf",
	es: "historial",
	ar: "سجل المشاهدة",
	ja: "視聴履歴",
});

export const whoGets = message({
	en: "Who gets it",
	de: "Wer es bekommt",
	es: "Quién lo recibe",
	ar: "من يحصل عليه",
	ja: "誰が受け取るか",
});

export const privacyWho = message({
	en: "Whoever runs this copy of reelay, on the services it runs on, and whoever sends its mail. It is not sold.",
	de: "Wer dieses reelay betreibt, auf den Diensten, auf denen es läuft, und wer die Mails verschickt. Es wird nicht verkauft.",
	es: "Quien gestiona esta copia de reelay, en los servicios en que funciona, y quien envía sus correos. No se vende.",
	ar: "من يدير نسخة reelay هذه على الخدمات التي تعمل عليها، ومن يرسل بريدها. لا تُباع.",
	ja: "このreelayの運営者と利用サービス、メール送信業者です。販売はしません。",
});

export const howGoes = message({
	en: "How it goes",
	de: "Wie es verschwindet",
	es: "Cómo desaparece",
	ar: "كيف يُحذف",
	ja: "どう消えるか",
});

export const privacyVideo = message({
	en: "A deleted video is gone from every screen at once; its files follow within about an hour.",
	de: "Ein gelöschtes Video ist sofort von jedem Bildschirm weg; seine Dateien folgen binnen etwa einer Stunde.",
	es: "Un vídeo eliminado desaparece al momento de todas las pantallas; sus archivos, en una hora más o menos.",
	ar: "الفيديو المحذوف يختفي فورًا من كل شاشة، وتتبعه ملفاته خلال ساعة تقريبًا.",
	ja: "削除した動画はすぐにすべての画面から消え、ファイルも約1時間で削除されます。",
});

export const rulesLead = message({
	en: "Be kind, be yourself, and show what you made.",
	de: "Sei freundlich, sei du selbst, und zeig, was du gemacht hast.",
	es: "Sé amable, sé tú y muestra lo que has hecho.",
	ar: "كن لطيفًا، وكن نفسك، وأظهر ما صنعته.",
	ja: "親切に、自分らしく、自分が作ったものを見せましょう。",
});

export const notHere = message({
	en: "Not here",
	de: "Hier nicht",
	es: "Aquí no",
	ar: "ليس هنا",
	ja: "してはいけないこと",
});

export const ruleHarass = message({
	en: "Harassing or threatening anybody, or hatred for what people are.",
	de: "Jemanden belästigen oder bedrohen, oder Hass auf das, was Menschen sind.",
	es: "Acosar o amenazar, u odiar a la gente por lo que es.",
	ar: "مضايقة أحد أو تهديده، أو الكراهية لما عليه الناس.",
	ja: "嫌がらせや脅迫、属性に基づく憎悪。",
});

export const ruleSexual = message({
	en: "Sexual content with minors, or of anybody who didn't agree to it.",
	de: "Sexuelles mit Minderjährigen oder mit jemandem, der nicht zugestimmt hat.",
	es: "Contenido sexual con menores o de quien no lo consintió.",
	ar: "محتوى جنسي لقاصرين أو لمن لم يوافق عليه.",
	ja: "未成年や同意のない性的な内容。",
});

export const ruleViolence = message({
	en: "Violence shown to frighten, and help with hurting others or oneself.",
	de: "Gewalt, die erschrecken soll, und Hilfe, andere oder sich selbst zu verletzen.",
	es: "Violencia para asustar, y ayuda para dañar a otros o a uno mismo.",
	ar: "عنف يُعرض للترويع، أو مساعدة على إيذاء الآخرين أو النفس.",
	ja: "恐怖を与える暴力、他者や自分を傷つける手助け。",
});

export const ruleVideos = message({
	en: "Other people's videos as your own.",
	de: "Videos anderer als deine eigenen.",
	es: "Vídeos de otros como si fueran tuyos.",
	ar: "فيديوهات الآخرين على أنها لك.",
	ja: "他人の動画を自分のものとすること。",
});

export const ruleSecrets = message({
	en: "Other people's addresses, numbers and secrets.",
	de: "Adressen, Nummern und Geheimnisse anderer.",
	es: "Direcciones, números y secretos de otros.",
	ar: "عناوين الآخرين وأرقامهم وأسرارهم.",
	ja: "他人の住所、電話番号、秘密。",
});

export const ruleBought = message({
	en: "Bought or made-up views, likes and followers. They don't count.",
	de: "Gekaufte oder erfundene Aufrufe, Likes und Follower. Sie zählen nicht.",
	es: "Visualizaciones, me gusta y seguidores comprados o inventados. No cuentan.",
	ar: "مشاهدات وإعجابات ومتابعون مشترون أو مزيفون. لا يُحتسبون.",
	ja: "購入・偽装した再生数、いいね、フォロワー。数えられません。",
});

export const ifYouMeet = message({
	en: "If you meet it",
	de: "Wenn du darauf triffst",
	es: "Si te lo encuentras",
	ar: "إذا صادفته",
	ja: "見かけたら",
});

export const ruleBlock = message({
	en: "Block: on the person's profile. Neither of you sees the other any more.",
	de: "Blockieren: im Profil der Person. Danach seht ihr euch gegenseitig nicht mehr.",
	es: "Bloquear: en el perfil de la persona. Después ninguno ve al otro.",
	ar: "الحظر: من ملف الشخص. بعدها لا يرى أحدكما الآخر.",
	ja: "ブロック: 相手のプロフィールから。お互いに見えなくなります。",
});

export const ruleComments = message({
	en: "Comments under your own videos are yours to delete.",
	de: "Kommentare unter deinen Videos kannst du löschen.",
	es: "Los comentarios en tus vídeos los puedes eliminar.",
	ar: "يمكنك حذف التعليقات على فيديوهاتك.",
	ja: "自分の動画のコメントは削除できます。",
});

export const ruleLess = message({
	en: "“Less like this”, muting and filtered words keep things out of your feed.",
	de: "„Kein Interesse“, Stummschalten und gefilterte Wörter halten Dinge aus deinem Feed.",
	es: "«No me interesa», silenciar y las palabras filtradas alejan cosas de tu feed.",
	ar: "«لست مهتمًا» والكتم والكلمات المحجوبة تبعد ما لا تريده عن صفحتك.",
	ja: "「興味なし」、ミュート、フィルターで表示を減らせます。",
});

export const termsLead = message({
	en: "Short, because they should be read. Whoever runs this copy of reelay may add terms of their own.",
	de: "Kurz, denn sie sollen gelesen werden. Wer dieses reelay betreibt, kann eigene hinzufügen.",
	es: "Cortas, porque deben leerse. Quien gestiona esta copia de reelay puede añadir las suyas.",
	ar: "مختصرة لأنها يجب أن تُقرأ. قد يضيف من يدير نسخة reelay هذه شروطه.",
	ja: "読んでいただくため短くしました。このreelayの運営者が規約を追加することがあります。",
});

export const you = message({
	en: "You",
	de: "Du",
	es: "Tú",
	ar: "أنت",
	ja: "あなた",
});

export const termsOwn = message({
	en: "Your account is yours alone: keep the password to yourself.",
	de: "Dein Konto gehört nur dir: Behalt das Passwort für dich.",
	es: "Tu cuenta es solo tuya: guarda la contraseña para ti.",
	ar: "حسابك لك وحدك: احتفظ بكلمة المرور لنفسك.",
	ja: "アカウントはあなただけのもの。パスワードは秘密にしてください。",
});

export const whatYouPost = message({
	en: "What you post",
	de: "Was du postest",
	es: "Lo que publicas",
	ar: "ما تنشره",
	ja: "投稿するもの",
});

export const termsYours = message({
	en: "It stays yours. You let reelay store it, make it ready for every screen, and show it to those you chose: everyone, your followers, or nobody but you.",
	de: "Es bleibt deins. Du erlaubst reelay, es zu speichern, für jeden Bildschirm aufzubereiten und denen zu zeigen, die du gewählt hast: allen, deinen Followern oder nur dir.",
	es: "Sigue siendo tuyo. Permites a reelay guardarlo, prepararlo para cualquier pantalla y mostrarlo a quien elegiste: todo el mundo, tus seguidores o solo tú.",
	ar: "يبقى لك. تسمح لـ reelay بحفظه وتجهيزه لكل شاشة وعرضه لمن اخترت: الجميع أو متابعيك أو لا أحد سواك.",
	ja: "権利はあなたに残ります。reelayは保存し、各画面向けに変換し、あなたが選んだ相手(全員、フォロワー、自分のみ)に表示します。",
});

export const termsMade = message({
	en: "Post what you made, or what you may post.",
	de: "Poste, was du gemacht hast oder posten darfst.",
	es: "Publica lo que has hecho o lo que puedes publicar.",
	ar: "انشر ما صنعته أو ما يحق لك نشره.",
	ja: "自分で作ったもの、投稿する権利のあるものを投稿してください。",
});

export const termsDelete = message({
	en: "You can delete it at any time. From then on nobody is shown it.",
	de: "Du kannst es jederzeit löschen. Ab dann wird es niemandem mehr gezeigt.",
	es: "Puedes eliminarlo cuando quieras. Desde entonces no se muestra a nadie.",
	ar: "يمكنك حذفه في أي وقت. بعدها لا يُعرض لأحد.",
	ja: "いつでも削除できます。以後は誰にも表示されません。",
});

export const whatReelay = message({
	en: "What reelay does",
	de: "Was reelay tut",
	es: "Qué hace reelay",
	ar: "ما يفعله reelay",
	ja: "reelayがすること",
});

export const termsChooses = message({
	en: "It chooses videos for you from what you watch, like and set. You can change that, or begin anew, in the settings.",
	de: "Es wählt Videos für dich aus dem, was du ansiehst, likst und einstellst. In den Einstellungen kannst du das ändern oder neu anfangen.",
	es: "Elige vídeos para ti según lo que ves, te gusta y ajustas. Puedes cambiarlo o empezar de cero en los ajustes.",
	ar: "يختار لك فيديوهات مما تشاهده ويعجبك وتضبطه. يمكنك تغيير ذلك أو البدء من جديد من الإعدادات.",
	ja: "視聴、いいね、設定をもとに動画を選びます。設定で変更やリセットができます。",
});

export const termsDown = message({
	en: "Whoever runs it may take down what breaks the rules.",
	de: "Wer es betreibt, darf entfernen, was gegen die Regeln verstößt.",
	es: "Quien lo gestiona puede retirar lo que incumpla las normas.",
	ar: "يحق لمن يديره إزالة ما يخالف القواعد.",
	ja: "運営者はルールに反するものを削除できます。",
});

export const termsFree = message({
	en: "It is free software, given as it is: things may fail, and you should keep your originals.",
	de: "Es ist freie Software, so gegeben, wie sie ist: Etwas kann schiefgehen, also behalt deine Originale.",
	es: "Es software libre, tal cual: puede fallar, así que conserva tus originales.",
	ar: "إنه برنامج حر يُقدَّم كما هو: قد تفشل أمور، فاحتفظ بنسخك الأصلية.",
	ja: "現状のまま提供される自由なソフトウェアです。不具合に備え、元のデータは保管してください。",
});

export const theEnd = message({
	en: "The end",
	de: "Das Ende",
	es: "El final",
	ar: "النهاية",
	ja: "終了",
});

export const helpNotLike = message({
	en: "Not what you like? “…” on the video, or {whatYouSee}.",
	de: "Nicht dein Fall? „…“ am Video oder {whatYouSee}.",
	es: "¿No es lo que te gusta? «…» en el vídeo, o {whatYouSee}.",
	ar: "لا يعجبك؟ «…» على الفيديو، أو {whatYouSee}.",
	ja: "好みでないときは、動画の「…」か{whatYouSee}へ。",
});

export const helpLimits = message({
	en: "Videos of {shortest} second to {longest} minutes, {megabytes} MB at most: MP4, MOV, WebM, MKV and more.",
	de: "Videos von {shortest} Sekunde bis {longest} Minuten, höchstens {megabytes} MB: MP4, MOV, WebM, MKV und mehr.",
	es: "Vídeos de {shortest} segundo a {longest} minutos, {megabytes} MB como mucho: MP4, MOV, WebM, MKV y más.",
	ar: "فيديوهات من {shortest} ثانية إلى {longest} دقائق، حتى {megabytes} م.ب: MP4 وMOV وWebM وMKV وغيرها.",
	ja: "{shortest}秒から{longest}分、最大{megabytes}MBの動画: MP4、MOV、WebM、MKVなど。",
});

export const helpWrite = message({
	en: "Write to people from their profile or from {messages}; choose several for a group. “Share” on a video sends it to them.",
	de: "Schreib Leuten aus ihrem Profil oder aus {messages}; wähl mehrere für eine Gruppe. „Teilen“ am Video schickt es ihnen.",
	es: "Escribe a la gente desde su perfil o desde {messages}; elige varias para un grupo. «Compartir» en un vídeo se lo envía.",
	ar: "راسل الناس من ملفاتهم أو من {messages}؛ اختر عدة أشخاص لمجموعة. «مشاركة» على الفيديو ترسله إليهم.",
	ja: "プロフィールか{messages}から送れます。複数選ぶとグループになります。動画の「シェア」で動画を送れます。",
});

export const helpHold = message({
	en: "Hold a message down to react, answer, edit (for {minutes} minutes), take it back or report it. With a mouse the same stands beside it.",
	de: "Halt eine Nachricht gedrückt, um zu reagieren, zu antworten, sie ({minutes} Minuten lang) zu bearbeiten, zurückzunehmen oder zu melden. Mit der Maus steht dasselbe daneben.",
	es: "Mantén pulsado un mensaje para reaccionar, responder, editarlo (durante {minutes} minutos), retirarlo o denunciarlo. Con ratón, lo mismo está al lado.",
	ar: "اضغط مطوّلًا على رسالة للتفاعل أو الرد أو التعديل (خلال {minutes} دقيقة) أو السحب أو الإبلاغ. ومع الفأرة يظهر ذلك بجانبها.",
	ja: "メッセージを長押しすると、リアクション、返信、編集({minutes}分以内)、取り消し、報告ができます。マウスでは横に表示されます。",
});

export const helpRequests = message({
	en: "Somebody you don't follow waits in your requests. You choose {whoWrites}.",
	de: "Wem du nicht folgst, wartet in deinen Anfragen. Du bestimmst, {whoWrites}.",
	es: "Quien no sigues espera en tus solicitudes. Tú eliges {whoWrites}.",
	ar: "من لا تتابعه ينتظر في طلباتك. أنت تختار {whoWrites}.",
	ja: "フォローしていない人はリクエストに入ります。{whoWrites}は選べます。",
});

export const helpForgot = message({
	en: "{forgot} We mail a link to the address in your account. Without an address there is nothing we could prove you by: add one in {settings} while you can.",
	de: "{forgot} Wir schicken einen Link an die Adresse in deinem Konto. Ohne Adresse können wir nicht prüfen, ob du es bist: Füg eine in {settings} hinzu, solange du kannst.",
	es: "{forgot} Enviamos un enlace al correo de tu cuenta. Sin correo no podemos comprobar que eres tú: añade uno en {settings} mientras puedas.",
	ar: "{forgot} نرسل رابطًا إلى بريد حسابك. بلا بريد لا نستطيع التأكد منك: أضف واحدًا من {settings} ما دمت تستطيع.",
	ja: "{forgot} アカウントのメールアドレスにリンクを送ります。アドレスがないと本人確認ができません。今のうちに{settings}で追加してください。",
});

export const helpOther = message({
	en: "Somebody else in your account? {change}: everybody else is signed out.",
	de: "Jemand anderes in deinem Konto? {change}: Alle anderen werden abgemeldet.",
	es: "¿Alguien más en tu cuenta? {change}: se cierra la sesión de los demás.",
	ar: "هل دخل غيرك حسابك؟ {change}: يُسجَّل خروج كل من عداك.",
	ja: "他の人に使われていますか? {change}すると、他はすべてログアウトされます。",
});

export const helpDelete = message({
	en: "{delete}, and change your mind for {days} days by logging in.",
	de: "{delete} und überleg es dir {days} Tage lang anders, indem du dich anmeldest.",
	es: "{delete}, y cambia de idea durante {days} días iniciando sesión.",
	ar: "{delete}، ويمكنك التراجع خلال {days} يومًا بتسجيل الدخول.",
	ja: "{delete}しても、{days}日以内にログインすれば元に戻せます。",
});

export const privacyHistory = message({
	en: "Your {history}: thirty days, 500 videos at most. Only you see it, and you can clear it.",
	de: "Dein {history}: dreißig Tage, höchstens 500 Videos. Nur du siehst ihn, und du kannst ihn löschen.",
	es: "Tu {history}: treinta días, 500 vídeos como mucho. Solo lo ves tú y puedes borrarlo.",
	ar: "‏{history}: ثلاثون يومًا، ٥٠٠ فيديو كحد أقصى. لا يراه سواك ويمكنك مسحه.",
	ja: "{history}: 30日間、最大500本。自分だけに表示され、消去できます。",
});

export const privacyAnew = message({
	en: "“Begin anew” under {whatYouSee} forgets what your feed learned.",
	de: "„Neu anfangen“ unter {whatYouSee} vergisst, was dein Feed gelernt hat.",
	es: "«Empezar de cero» en {whatYouSee} olvida lo que tu feed aprendió.",
	ar: "«البدء من جديد» في {whatYouSee} ينسى ما تعلمته صفحتك.",
	ja: "{whatYouSee}の「リセット」で、学習内容が消えます。",
});

export const privacyDeleted = message({
	en: "A deleted account is hidden at once and erased after {days} days, or at once if you wish. The random name it was known by is then nobody's.",
	de: "Ein gelöschtes Konto ist sofort verborgen und wird nach {days} Tagen gelöscht, auf Wunsch sofort. Der zufällige Name, unter dem es bekannt war, gehört dann niemandem.",
	es: "Una cuenta eliminada se oculta al momento y se borra en {days} días, o al momento si quieres. El nombre aleatorio ya no es de nadie.",
	ar: "الحساب المحذوف يُخفى فورًا ويُمحى بعد {days} يومًا، أو فورًا إن شئت. والاسم العشوائي لا يعود لأحد.",
	ja: "削除したアカウントはすぐ非表示になり、{days}日後(希望すればすぐ)に消去されます。ランダムな名前は誰のものでもなくなります。",
});

export const termsAge = message({
	en: "You are {age} or older.",
	de: "Du bist mindestens {age}.",
	es: "Tienes {age} años o más.",
	ar: "عمرك {age} عامًا أو أكثر.",
	ja: "{age}歳以上であること。",
});

export const termsFollow = message({
	en: "You follow the {rules}.",
	de: "Du hältst dich an die {rules}.",
	es: "Sigues las {rules}.",
	ar: "تلتزم بـ{rules}.",
	ja: "{rules}を守ること。",
});

export const termsEnd = message({
	en: "You can delete your account in the settings. It is hidden at once and erased after {days} days, or at once if you wish.",
	de: "Du kannst dein Konto in den Einstellungen löschen. Es ist sofort verborgen und wird nach {days} Tagen gelöscht, auf Wunsch sofort.",
	es: "Puedes eliminar tu cuenta en los ajustes. Se oculta al momento y se borra en {days} días, o al momento si quieres.",
	ar: "يمكنك حذف حسابك من الإعدادات. يُخفى فورًا ويُمحى بعد {days} يومًا، أو فورًا إن شئت.",
	ja: "設定からアカウントを削除できます。すぐ非表示になり、{days}日後(希望すればすぐ)に消去されます。",
});
