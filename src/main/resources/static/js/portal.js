// Articles that fit what is typed, below the field. The page works without it.
const PAUSE = 400;
const SHORTEST = 2;

for (const field of document.querySelectorAll("[data-suggest]")) {
    const place = document.getElementById(field.dataset.into);
    let waiting = 0;

    const ask = async () => {
        const typed = field.value.trim();
        let found = "";
        if (typed.length >= SHORTEST) {
            const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`, {headers: {"HX-Request": "true"}});
            found = answer.ok ? await answer.text() : "";
        }
        // an answer to what has been typed over in the meantime is late
        if (field.value.trim() === typed) {
            place.innerHTML = found;
        }
    };

    field.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => ask().catch(() => {}), PAUSE);
    });
}
