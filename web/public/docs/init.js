// Draws the API's description, and below it the catalogue of problems that `type` of an error points into.
const operations = document.getElementById("operations");

function drawProblems(catalogue) {
	const section = document.getElementById("problems");
	const body = section.querySelector("tbody");
	for (const { code, status, title } of catalogue) {
		const row = body.insertRow();
		row.id = `problem-${code}`;
		for (const text of [status, code, title]) row.insertCell().textContent = text;
	}
	section.hidden = false;
	// The address named a row before there was one.
	if (location.hash.startsWith("#problem-")) location.replace(location.hash);
}

async function draw() {
	const answer = await fetch("/openapi.json");
	if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
	const spec = await answer.json();
	window.SwaggerUIBundle({
		spec,
		domNode: operations,
		deepLinking: false,
		docExpansion: "list",
		defaultModelsExpandDepth: 0,
		tryItOutEnabled: true,
		validatorUrl: null,
		presets: [window.SwaggerUIBundle.presets.apis],
	});
	drawProblems(spec["x-problems"]);
}

draw().catch((error) => {
	operations.innerHTML = "";
	const notice = document.createElement("p");
	notice.className = "notice";
	notice.setAttribute("role", "alert");
	notice.textContent = `The API's description could not be loaded. ${error.message} Reload the page to try again.`;
	operations.append(notice);
});
