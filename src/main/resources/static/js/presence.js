// Who else has the same ticket open: the page says so itself every twenty seconds and when somebody begins or ceases to write, and asks
// again when it hears that others have come, gone, begun to write or written. What is new is offered, not shown by itself: whoever is about to
// say something keeps what they look at. Requests are counted, since the last of them overtakes the others when
// a page is closed.
const EVERY = 20_000;
const CEASED_AFTER = 8_000;

export function wirePresence() {
    const place = document.querySelector("[data-presence]");
    if (!place) {
        return;
    }
    const address = place.dataset.presence;
    let writing = false;
    let timer = 0;
    let ceasing = 0;
    let turn = 0;
    const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");

    function send(url, values) {
        const csrf = document.querySelector('meta[name="csrf"]');
        return fetch(url, {
            method: "POST",
            headers: { "HX-Request": "true", [csrf.dataset.header]: csrf.content },
            body: new URLSearchParams({ ...values, window: id, turn: ++turn }),
            keepalive: true,
        });
    }

    async function look() {
        clearTimeout(timer);
        if (document.visibilityState === "hidden") {
            return;
        }
        try {
            const seen = document.getElementById("seen");
            const answer = await send(address, seen ? { writing, seen: seen.value } : { writing });
            if (!answer.ok) {
                return; // signed out, or not to be seen any more
            }
            const words = await answer.text();
            if (place.innerHTML !== words) {
                place.innerHTML = words; // written by the server, which escapes names
                window.htmx.process(place);
            }
        } catch {
            // no network: once more later
        }
        timer = setTimeout(look, EVERY);
    }

    function leave() {
        clearTimeout(timer);
        send(address + "/end", {}).catch(() => {});
    }

    function write(now) {
        clearTimeout(ceasing);
        if (now) {
            ceasing = setTimeout(() => write(false), CEASED_AFTER);
        }
        if (writing !== now) {
            writing = now;
            look();
        }
    }

    document.querySelector("[data-write] textarea")?.addEventListener("input", () => write(true));
    // what was new has been read
    document.body.addEventListener("htmx:afterSettle", (event) => event.detail.target.matches?.(".thread") && look());
    document.addEventListener("live:changed", (event) => event.detail === place.dataset.topic && look());
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : look()));
    window.addEventListener("pagehide", leave);
    look();
}
