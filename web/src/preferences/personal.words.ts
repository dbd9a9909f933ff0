import { message } from "../language/message.ts";

export const learn = message({
	en: "Learn what I like",
	de: "Lernen, was mir gefällt",
	es: "Aprender lo que me gusta",
	ar: "تعلّم ما يعجبني",
	ja: "好みを学習する",
});

export const learns = message({
	en: "What you watch, like and skip decides what comes next.",
	de: "Was du ansiehst, likest und überspringst, entscheidet, was als Nächstes kommt.",
	es: "Lo que ves, lo que te gusta y lo que saltas decide qué viene después.",
	ar: "ما تشاهده وما يعجبك وما تتخطاه يحدد ما يأتي بعده.",
	ja: "視聴、いいね、スキップから次の動画が決まります。",
});

export const learnsNothing = message({
	en: "You see what is popular and new where you are, as everybody there does. Nothing of what you like is kept.",
	de: "Du siehst, was bei dir beliebt und neu ist, wie alle dort. Was dir gefällt, wird nicht gespeichert.",
	es: "Ves lo popular y lo nuevo donde estás, como todo el mundo ahí. No se guarda nada de lo que te gusta.",
	ar: "ترى الرائج والجديد حيث أنت، كما يراه الجميع هناك. لا يُحفظ شيء مما يعجبك.",
	ja: "お住まいの地域で人気の動画と新しい動画が、みんなと同じように表示されます。好みは保存されません。",
});

export const learnsAgain = message({
	en: "Your feed learns from your next swipe on",
	de: "Dein Feed lernt ab dem nächsten Wischen",
	es: "Tu feed aprende desde el próximo deslizamiento",
	ar: "ستتعلّم صفحتك من تمريرتك التالية",
	ja: "次のスワイプから学習します",
});

export const learnsNoMore = message({
	en: "Forgotten. Your feed doesn't learn any more",
	de: "Vergessen. Dein Feed lernt nicht mehr",
	es: "Olvidado. Tu feed ya no aprende",
	ar: "تم النسيان. لم تعد صفحتك تتعلّم",
	ja: "消去しました。フィードはもう学習しません",
});

export const stopAsk = message({
	en: "Stop learning?",
	de: "Nicht mehr lernen?",
	es: "¿Dejar de aprender?",
	ar: "إيقاف التعلّم؟",
	ja: "学習をやめますか?",
});

export const stopForgets = message({
	en: "Everything your feed learned about you is forgotten at once, for good: also your interests, and topics you asked for more or less of.",
	de: "Alles, was dein Feed über dich gelernt hat, wird sofort und für immer vergessen: auch deine Interessen und die Themen, von denen du mehr oder weniger wolltest.",
	es: "Todo lo que tu feed aprendió de ti se olvida ya y para siempre: también tus intereses y los temas de los que pediste más o menos.",
	ar: "يُنسى فورًا ونهائيًا كل ما تعلّمته صفحتك عنك: وكذلك اهتماماتك والمواضيع التي طلبت منها أكثر أو أقل.",
	ja: "学習した内容はすぐに完全に消去されます。興味・関心と、増減を設定したトピックも消去されます。",
});

export const stopHolds = message({
	en: "Filters, mutes and topics set to none still hold.",
	de: "Filter, Stummgeschaltetes und Themen auf „keine“ gelten weiter.",
	es: "Los filtros, los silenciados y los temas en «nada» siguen en vigor.",
	ar: "تبقى الفلاتر والمكتومون والمواضيع المضبوطة على «لا شيء» سارية.",
	ja: "フィルター、ミュート、「なし」にしたトピックはそのまま有効です。",
});

export const stopKeeps = message({
	en: "Your likes, favourites, follows and watch history are kept: they are yours to clear.",
	de: "Likes, Favoriten, wem du folgst und dein Verlauf bleiben: Die kannst du selbst leeren.",
	es: "Tus me gusta, favoritos, seguidos e historial se conservan: puedes borrarlos cuando quieras.",
	ar: "تبقى إعجاباتك ومفضلتك ومتابعاتك وسجل مشاهدتك: ويمكنك مسحها بنفسك.",
	ja: "いいね、お気に入り、フォロー、視聴履歴は残ります。ご自分で消去できます。",
});

export const stopAct = message({
	en: "Forget, and stop learning",
	de: "Vergessen und nicht mehr lernen",
	es: "Olvidar y dejar de aprender",
	ar: "انسَ وتوقّف عن التعلّم",
	ja: "消去して学習をやめる",
});

export const shouldLearn = message({
	en: "Should your feed learn what you like?",
	de: "Soll dein Feed lernen, was dir gefällt?",
	es: "¿Quieres que tu feed aprenda lo que te gusta?",
	ar: "هل تريد أن تتعلّم صفحتك ما يعجبك؟",
	ja: "フィードに好みを学習させますか?",
});

export const isOff = message({
	en: "It is off now: you see what is popular and new where you are. If you turn it on, what you watch, like and skip decides what comes next.",
	de: "Es ist aus: Du siehst, was bei dir beliebt und neu ist. Schaltest du es ein, entscheidet, was du ansiehst, likest und überspringst, was als Nächstes kommt.",
	es: "Ahora está desactivado: ves lo popular y lo nuevo donde estás. Si lo activas, lo que ves, te gusta y saltas decide qué viene después.",
	ar: "هو متوقف الآن: ترى الرائج والجديد حيث أنت. إن فعّلته فما تشاهده وما يعجبك وما تتخطاه يحدد ما يأتي بعده.",
	ja: "今はオフです。地域で人気の動画と新しい動画が表示されます。オンにすると、視聴、いいね、スキップから次の動画が決まります。",
});

export const anyTime = message({
	en: "You can change this at any time in the settings of your feed. Turned off again, all it learned is forgotten.",
	de: "Das kannst du jederzeit in den Feed-Einstellungen ändern. Schaltest du es wieder aus, wird alles Gelernte vergessen.",
	es: "Puedes cambiarlo cuando quieras en los ajustes del feed. Si lo desactivas, se olvida todo lo aprendido.",
	ar: "يمكنك تغيير هذا في أي وقت من إعدادات صفحتك. إن أوقفته مجددًا نُسي كل ما تعلّمته.",
	ja: "フィードの設定でいつでも変更できます。オフに戻すと学習内容はすべて消去されます。",
});

export const leaveOff = message({
	en: "Leave it off",
	de: "Aus lassen",
	es: "Dejarlo desactivado",
	ar: "اتركه متوقفًا",
	ja: "オフのままにする",
});

export const neverTopics = message({
	en: "Videos with these hashtags are not shown to you.",
	de: "Videos mit diesen Hashtags werden dir nicht gezeigt.",
	es: "No se te muestran vídeos con estos hashtags.",
	ar: "لا تُعرض عليك فيديوهات بهذه الوسوم.",
	ja: "次のハッシュタグの動画は表示されません。",
});

export const mayShowTopic = message({
	en: "May be shown",
	de: "Darf gezeigt werden",
	es: "Puede aparecer",
	ar: "يمكن أن يظهر",
	ja: "表示してよい",
});
