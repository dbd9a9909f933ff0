import { message } from "../language/message.ts";

export const account = message({
	en: "Name, mail address, birthdate, a hash of your password, profile and settings: so that you can log in and be met.",
	de: "Name, E-Mail-Adresse, Geburtsdatum, ein Hash deines Passworts, Profil und Einstellungen: damit du dich anmelden und gefunden werden kannst.",
	es: "Nombre, correo, fecha de nacimiento, un hash de tu contraseña, perfil y ajustes: para que puedas entrar y te encuentren.",
	ar: "الاسم والبريد وتاريخ الميلاد وبصمة مشفرة لكلمة المرور والملف والإعدادات: لتتمكن من الدخول ويجدك الآخرون.",
	ja: "名前、メールアドレス、生年月日、パスワードのハッシュ、プロフィール、設定: ログインし、見つけてもらうため。",
});

export const sessions = message({
	en: "Where you are logged in, with device and network address: so that you can end it.",
	de: "Wo du angemeldet bist, mit Gerät und Netzadresse: damit du es beenden kannst.",
	es: "Dónde tienes sesión, con dispositivo y dirección de red: para que puedas cerrarla.",
	ar: "أين سجّلت الدخول مع الجهاز وعنوان الشبكة: لتتمكن من إنهائه.",
	ja: "ログイン中の場所、端末、ネットワークアドレス: 終了できるように。",
});

export const mailedLinks = message({
	en: "Links mailed to you, as a hash: so that only you can use them, once.",
	de: "Links aus unseren Mails an dich, als Hash: damit nur du sie benutzen kannst, einmal.",
	es: "Enlaces enviados a tu correo, como hash: para que solo tú los uses, una vez.",
	ar: "روابط أُرسلت إلى بريدك، كبصمة مشفرة: لتستخدمها أنت وحدك مرة واحدة.",
	ja: "メールで送ったリンクのハッシュ: あなただけが一度だけ使えるように。",
});

export const formerNames = message({
	en: "A user name you gave up: so that links to you still lead to you.",
	de: "Ein Nutzername, den du aufgegeben hast: damit Links zu dir weiter zu dir führen.",
	es: "Un nombre de usuario que dejaste: para que los enlaces sigan llevando a ti.",
	ar: "اسم مستخدم تخلّيت عنه: لتظل الروابط تقود إليك.",
	ja: "以前のユーザー名: リンクが引き続きあなたにつながるように。",
});

export const people = message({
	en: "Whom you follow, mute and block, and who asked to follow you.",
	de: "Wem du folgst, wen du stummschaltest und blockierst, und wer dir folgen wollte.",
	es: "A quién sigues, silencias y bloqueas, y quién pidió seguirte.",
	ar: "من تتابع وتكتم وتحظر، ومن طلب متابعتك.",
	ja: "フォロー、ミュート、ブロックした相手と、フォローのリクエスト。",
});

export const videos = message({
	en: "Your videos and sounds with their words, and what was found when they were checked.",
	de: "Deine Videos und Sounds mit ihren Texten, und was bei der Prüfung gefunden wurde.",
	es: "Tus vídeos y sonidos con sus textos, y lo que se encontró al revisarlos.",
	ar: "فيديوهاتك وأصواتك مع نصوصها، وما وُجد عند فحصها.",
	ja: "動画と音源とそのテキスト、確認の結果。",
});

export const comments = message({
	en: "Your comments, and which ones you liked.",
	de: "Deine Kommentare, und welche du gelikt hast.",
	es: "Tus comentarios y los que te gustaron.",
	ar: "تعليقاتك وما أعجبك منها.",
	ja: "コメントと、いいねしたコメント。",
});

export const earlierWords = message({
	en: "What a comment said before you changed it: so that a report of it can be looked into.",
	de: "Was in einem Kommentar stand, bevor du ihn geändert hast: damit eine Meldung geprüft werden kann.",
	es: "Lo que decía un comentario antes de cambiarlo: para poder revisar una denuncia.",
	ar: "ما كان في تعليق قبل تغييره: لتُفحص البلاغات عنه.",
	ja: "編集前のコメント: 報告を確認できるように。",
});

export const acts = message({
	en: "Likes, favourites, reposts and collections. Likes and favourites are listed to you alone, unless you choose otherwise.",
	de: "Likes, Favoriten, Reposts und Sammlungen. Likes und Favoriten werden nur dir aufgelistet, wenn du nichts anderes wählst.",
	es: "Me gusta, favoritos, reposts y colecciones. Los me gusta y favoritos solo los ves tú, salvo que elijas otra cosa.",
	ar: "الإعجابات والمفضلة وإعادات النشر والمجموعات. الإعجابات والمفضلة لك وحدك ما لم تختر غير ذلك.",
	ja: "いいね、お気に入り、リポスト、コレクション。いいねとお気に入りは、変更しない限り自分だけに表示されます。",
});

export const taste = message({
	en: "What your feed learned of what you like, and what you set by hand: so that the next video suits you.",
	de: "Was dein Feed über deinen Geschmack gelernt hat, und was du selbst eingestellt hast: damit das nächste Video zu dir passt.",
	es: "Lo que tu feed aprendió de tus gustos y lo que ajustaste: para que el próximo vídeo te vaya bien.",
	ar: "ما تعلّمته صفحتك عن ذوقك وما ضبطته بنفسك: ليناسبك الفيديو التالي.",
	ja: "フィードが学習した好みと、あなたの設定: 次の動画を選ぶため。",
});

export const shown = message({
	en: "Which videos you were shown and which you watched: so that they don't come again, and for your history.",
	de: "Welche Videos dir gezeigt wurden und welche du gesehen hast: damit sie nicht wiederkommen, und für deinen Verlauf.",
	es: "Qué vídeos se te mostraron y cuáles viste: para que no vuelvan y para tu historial.",
	ar: "ما عُرض عليك من فيديوهات وما شاهدته: لئلا يتكرر، ولسجلّك.",
	ja: "表示された動画と見た動画: 再表示を防ぎ、履歴に使います。",
});

export const marks = message({
	en: "That you told of a view or liked something: so that it counts once.",
	de: "Dass du etwas gesehen oder gelikt hast: damit es einmal zählt.",
	es: "Que viste algo o te gustó: para que cuente una vez.",
	ar: "أنك شاهدت شيئًا أو أعجبك: ليُحسب مرة واحدة.",
	ja: "視聴やいいねの記録: 一度だけ数えるため。",
});

export const screenTime = message({
	en: "How long you watched, by the hour: for the page on screen time and the reminders you chose.",
	de: "Wie lange du zugesehen hast, je Stunde: für die Bildschirmzeit und die Erinnerungen, die du gewählt hast.",
	es: "Cuánto tiempo miraste, por hora: para el tiempo de pantalla y los avisos que elegiste.",
	ar: "كم شاهدت كل ساعة: لصفحة وقت الشاشة والتذكيرات التي اخترتها.",
	ja: "1時間ごとの視聴時間: 利用時間の画面とリマインダーのため。",
});

export const guest = message({
	en: "Without an account: the feed that belongs to your cookie. No other company's cookies, no advertising.",
	de: "Ohne Konto: der Feed, der zu deinem Cookie gehört. Keine Cookies anderer Firmen, keine Werbung.",
	es: "Sin cuenta: el feed de tu cookie. Ni cookies de otras empresas ni publicidad.",
	ar: "بلا حساب: الصفحة التي تخص ملف تعريف الارتباط لديك. لا ملفات لشركات أخرى ولا إعلانات.",
	ja: "アカウントなし: Cookieに結びついたフィード。他社のCookieも広告もありません。",
});

export const watchArchive = message({
	en: "What was watched, how long and in which country, under a random name that only your feed knows: to measure, and to learn what suits whom. Not while your feed doesn't learn.",
	de: "Was gesehen wurde, wie lange und in welchem Land, unter einem zufälligen Namen, den nur dein Feed kennt: zum Messen und um zu lernen, was wem gefällt. Nicht, solange dein Feed nicht lernt.",
	es: "Qué se vio, cuánto y en qué país, con un nombre aleatorio que solo conoce tu feed: para medir y aprender qué gusta a quién. No mientras tu feed no aprende.",
	ar: "ما شوهد ومدته وبلده، باسم عشوائي لا تعرفه إلا صفحتك: للقياس ومعرفة ما يناسب من. ليس ما دامت صفحتك لا تتعلّم.",
	ja: "見られた動画、時間、国。フィードだけが知るランダムな名前で、測定と学習のため。学習がオフの間は保存しません。",
});

export const ownCopy = message({
	en: "The copy of all this, when you asked for one.",
	de: "Die Kopie von all dem, wenn du eine wolltest.",
	es: "La copia de todo esto, si la pediste.",
	ar: "نسخة من كل هذا إن طلبتها.",
	ja: "あなたが依頼した、これらすべてのコピー。",
});

export const messages = message({
	en: "What you write to each other.",
	de: "Was ihr einander schreibt.",
	es: "Lo que os escribís.",
	ar: "ما تكتبونه لبعضكم.",
	ja: "やり取りしたメッセージ。",
});

export const notices = message({
	en: "Your notifications, and the devices they are sent to.",
	de: "Deine Benachrichtigungen, und die Geräte, an die sie gehen.",
	es: "Tus notificaciones y los dispositivos a los que llegan.",
	ar: "إشعاراتك والأجهزة التي تُرسل إليها.",
	ja: "通知と、送信先の端末。",
});

export const reports = message({
	en: "What was reported by you or about you, with the messages that came with it.",
	de: "Was du gemeldet hast oder über dich gemeldet wurde, mit den Nachrichten dazu.",
	es: "Lo que denunciaste o se denunció de ti, con los mensajes adjuntos.",
	ar: "ما أبلغت عنه أو أُبلغ عنك، مع الرسائل المرفقة.",
	ja: "あなたが、またはあなたについて報告された内容と、添えられたメッセージ。",
});

export const reportNetworks = message({
	en: "Of a report, a keyed hash of the network it came from: against reports by the hundred.",
	de: "Von einer Meldung ein verschlüsselter Hash des Netzes, aus dem sie kam: gegen Meldungen zu Hunderten.",
	es: "De una denuncia, un hash con clave de la red de origen: contra denuncias en masa.",
	ar: "من البلاغ، بصمة بمفتاح للشبكة التي جاء منها: ضد البلاغات بالمئات.",
	ja: "報告元ネットワークの鍵付きハッシュ: 大量の報告を防ぐため。",
});

export const cases = message({
	en: "What reviewers found and noted about what was reported.",
	de: "Was Prüfende zu Gemeldetem gefunden und notiert haben.",
	es: "Lo que los revisores encontraron y anotaron sobre lo denunciado.",
	ar: "ما وجده المراجعون ودوّنوه عمّا أُبلغ عنه.",
	ja: "報告内容について審査担当者が確認し記録したこと。",
});

export const decisions = message({
	en: "What was decided about what you posted, with strikes, limits, appeals and claims, and whether an account behaves like a program.",
	de: "Was über deine Inhalte entschieden wurde, mit Verwarnungen, Einschränkungen, Einsprüchen und Ansprüchen, und ob ein Konto sich wie ein Programm verhält.",
	es: "Lo que se decidió sobre lo que publicaste, con avisos, límites, apelaciones y reclamaciones, y si una cuenta actúa como un programa.",
	ar: "ما تقرر بشأن ما نشرته مع الإنذارات والقيود والاعتراضات والمطالبات، وما إذا كان الحساب يتصرف كبرنامج.",
	ja: "投稿への決定、警告、制限、異議申し立て、権利の申し立て、アカウントがプログラムのように動くかどうか。",
});

export const law = message({
	en: "Evidence the law has us keep, and the log of what staff did.",
	de: "Beweise, die wir gesetzlich aufbewahren müssen, und das Protokoll dessen, was Mitarbeitende getan haben.",
	es: "Pruebas que la ley nos obliga a guardar y el registro de lo que hizo el personal.",
	ar: "أدلة يلزمنا القانون بحفظها، وسجل ما فعله الموظفون.",
	ja: "法律で保存が必要な証拠と、スタッフの操作記録。",
});

export const copies = message({
	en: "Copies that make answers quick, and counts against abuse. Most end within hours.",
	de: "Kopien, die Antworten schnell machen, und Zählungen gegen Missbrauch. Die meisten enden binnen Stunden.",
	es: "Copias que agilizan las respuestas y recuentos contra el abuso. La mayoría acaba en horas.",
	ar: "نسخ تسرّع الإجابات وأعداد ضد الإساءة. ينتهي معظمها خلال ساعات.",
	ja: "応答を速くするコピーと、不正対策の集計。ほとんどは数時間で消えます。",
});

export const onTheWay = message({
	en: "Work and mails that wait for their turn.",
	de: "Arbeit und Mails, die warten, bis sie dran sind.",
	es: "Tareas y correos que esperan su turno.",
	ar: "أعمال ورسائل بريد تنتظر دورها.",
	ja: "順番待ちの処理とメール。",
});

export const deadLetters = message({
	en: "Work and mails that could not be delivered: so that it can be mended.",
	de: "Arbeit und Mails, die nicht zugestellt werden konnten: damit das behoben werden kann.",
	es: "Tareas y correos que no se pudieron entregar: para poder arreglarlo.",
	ar: "أعمال ورسائل تعذّر تسليمها: لإصلاح ذلك.",
	ja: "届けられなかった処理とメール: 修復のため。",
});

export const figures = message({
	en: "Counts and times of what the service does, without names.",
	de: "Zahlen und Zeiten dessen, was der Dienst tut, ohne Namen.",
	es: "Cifras y tiempos de lo que hace el servicio, sin nombres.",
	ar: "أعداد وأوقات ما تفعله الخدمة بلا أسماء.",
	ja: "サービスの動作の数値と時間。名前は含みません。",
});

export const common = message({
	en: "What was learned or counted of all together: it is of nobody.",
	de: "Was von allen zusammen gelernt oder gezählt wurde: Es ist von niemandem.",
	es: "Lo que se aprendió o contó de todos juntos: no es de nadie.",
	ar: "ما تُعلّم أو حُسب من الجميع معًا: لا يخص أحدًا.",
	ja: "全員分をまとめて学習・集計したもの: 誰のものでもありません。",
});

export const untilAccount = message({
	en: "Until you delete your account",
	de: "Bis du dein Konto löschst",
	es: "Hasta que elimines tu cuenta",
	ar: "حتى تحذف حسابك",
	ja: "アカウントを削除するまで",
});

export const untilTaken = message({
	en: "Until you take it back or delete it, or your account",
	de: "Bis du es zurücknimmst oder löschst, oder dein Konto",
	es: "Hasta que lo quites o lo elimines, o elimines tu cuenta",
	ar: "حتى تتراجع عنه أو تحذفه أو تحذف حسابك",
	ja: "取り消すか削除するまで、またはアカウントを削除するまで",
});

export const untilOff = message({
	en: "Until you stop learning, begin anew or delete your account",
	de: "Bis du das Lernen abschaltest, neu anfängst oder dein Konto löschst",
	es: "Hasta que desactives el aprendizaje, empieces de cero o elimines tu cuenta",
	ar: "حتى توقف التعلّم أو تبدأ من جديد أو تحذف حسابك",
	ja: "学習をやめるか、リセットするか、アカウントを削除するまで",
});

export const untilShared = message({
	en: "Until nobody who takes part keeps it any more",
	de: "Bis niemand mehr, der dabei ist, es behält",
	es: "Hasta que nadie de la conversación lo conserve",
	ar: "حتى لا يحتفظ به أحد من المشاركين",
	ja: "参加者の誰も残さなくなるまで",
});

export const untilLaw = message({
	en: "Until the law lets it go",
	de: "Bis das Gesetz es freigibt",
	es: "Hasta que la ley lo permita",
	ar: "حتى يسمح القانون بمحوه",
	ja: "法律で定められた期間",
});

export const untilNobodys = message({
	en: "While it is of use",
	de: "Solange es nützt",
	es: "Mientras sea útil",
	ar: "ما دام مفيدًا",
	ja: "役に立つ間",
});

export const untilEnd = message({
	en: "Until it ends: 30 days after it was used last",
	de: "Bis sie endet: 30 Tage nach der letzten Nutzung",
	es: "Hasta que termine: 30 días después del último uso",
	ar: "حتى ينتهي: بعد 30 يومًا من آخر استخدام",
	ja: "終了するまで: 最後の利用から30日",
});

export const untilDay = message({
	en: "{days} day after they end",
	de: "{days} Tag, nachdem sie enden",
	es: "{days} día después de caducar",
	ar: "{days} يوم بعد انتهائها",
	ja: "終了から{days}日",
});

export const untilDays = message({
	en: "{days} days",
	de: "{days} Tage",
	es: "{days} días",
	ar: "{days} يومًا",
	ja: "{days}日間",
});

export const untilVisit = message({
	en: "{days} days after you were here last",
	de: "{days} Tage nach deinem letzten Besuch",
	es: "{days} días después de tu última visita",
	ar: "{days} يومًا بعد آخر زيارة لك",
	ja: "最後の訪問から{days}日",
});

export const untilDecided = message({
	en: "{days} days after it was decided",
	de: "{days} Tage nach der Entscheidung",
	es: "{days} días después de la decisión",
	ar: "{days} يومًا بعد القرار",
	ja: "決定から{days}日",
});

export const untilReady = message({
	en: "{days} days after it was ready",
	de: "{days} Tage, nachdem sie fertig war",
	es: "{days} días después de estar lista",
	ar: "{days} أيام بعد جهوزها",
	ja: "準備完了から{days}日",
});

export const untilAtMost = message({
	en: "{days} days at most",
	de: "Höchstens {days} Tage",
	es: "{days} días como mucho",
	ar: "{days} يومًا كحد أقصى",
	ja: "最長{days}日",
});

export const tableTitle = message({
	en: "What is kept, and until when",
	de: "Was aufbewahrt wird, und bis wann",
	es: "Qué se guarda y hasta cuándo",
	ar: "ما يُحفظ وإلى متى",
	ja: "何を、いつまで保存するか",
});

export const stopLearning = message({
	en: "“Learn what I like” under {whatYouSee}, turned off, forgets it and learns nothing more.",
	de: "„Lernen, was mir gefällt“ unter {whatYouSee}, ausgeschaltet, vergisst es und lernt nichts mehr.",
	es: "«Aprender lo que me gusta» en {whatYouSee}, desactivado, lo olvida y no aprende más.",
	ar: "«تعلّم ما يعجبني» في {whatYouSee}: عند إيقافه يُنسى ذلك ولا يُتعلّم المزيد.",
	ja: "{whatYouSee}の「好みを学習する」をオフにすると、消去され、以後は学習しません。",
});

export const held = message({
	en: "Evidence under a legal hold, and what belongs to cases of child safety, stays with its case whatever this says.",
	de: "Beweise, die das Gesetz festhält, und was zu Fällen von Kinderschutz gehört, bleiben bei ihrem Fall, was immer hier steht.",
	es: "Las pruebas retenidas por ley y lo de casos de protección de menores quedan con su caso, diga lo que diga esta lista.",
	ar: "الأدلة المحتجزة قانونًا وما يخص قضايا سلامة الأطفال تبقى مع قضيتها مهما قيل هنا.",
	ja: "法的に保全された証拠と児童の安全に関わるものは、この一覧にかかわらず残ります。",
});
