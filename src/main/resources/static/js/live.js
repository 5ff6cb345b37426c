// Numbers that change while a page is open: <span data-count="notices" hidden><span data-count-number></span></span>. They come through
// one stream a visible page, which tells as well what else has changed ("live:changed" of the document); where that can't be had, by asking once a minute. The last ones are kept for the next page and other tabs.
const KEPT = "trivium-counts";
const CAP = 100;
const OPENED_AFTER = 400;
const CLOSED_AFTER = 20_000;
const ASKED_EVERY = 60_000;

export function wireLive() {
    const viewer = document.body.dataset.viewer;
    if (!viewer || !document.querySelector("[data-count]")) {
        return;
    }
    let stream = null;
    let timer = 0;
    let over = false;

    function take(counts) {
        keep(viewer, counts);
        show(counts);
    }

    function open() {
        clearTimeout(timer);
        if (stream || over || document.visibilityState === "hidden") {
            return;
        }
        stream = new EventSource("/live");
        stream.addEventListener("counts", (event) => take(JSON.parse(event.data)));
        stream.addEventListener("changed", (event) => document.dispatchEvent(new CustomEvent("live:changed", { detail: event.data })));
        // the browser's own way to try again knows neither pauses nor the end of a session
        stream.addEventListener("error", () => {
            close();
            timer = setTimeout(ask, ASKED_EVERY);
        });
    }

    function close() {
        clearTimeout(timer);
        stream?.close();
        stream = null;
    }

    /** Also tells whether anybody is still signed in; then the stream may be there again. */
    async function ask() {
        try {
            const answer = await fetch("/live/counts", { headers: { "HX-Request": "true", Accept: "application/json" } });
            if (answer.status === 401) {
                over = true;
                return;
            }
            if (answer.ok) {
                take(await answer.json());
                open();
                return;
            }
        } catch {
            // no network: once more in a minute
        }
        timer = setTimeout(ask, ASKED_EVERY);
    }

    show(kept(viewer));
    takeFromPage(document);
    timer = setTimeout(open, OPENED_AFTER);
    document.addEventListener("visibilitychange", () => {
        clearTimeout(timer);
        timer = document.visibilityState === "hidden" ? setTimeout(close, CLOSED_AFTER) : setTimeout(open, OPENED_AFTER);
    });
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", (event) => event.persisted && open());
    window.addEventListener("storage", (event) => event.key === KEPT && show(kept(viewer)));
    document.body.addEventListener("htmx:load", (event) => takeFromPage(event.detail.elt));

    /** A part that shows the notices knows how many are unread. */
    function takeFromPage(root) {
        const known = root.matches?.("[data-count-of-notices]") ? root : root.querySelector("[data-count-of-notices]");
        if (known) {
            take({ ...kept(viewer), notices: Number(known.dataset.countOfNotices) });
        }
    }
}

function show(counts) {
    document.querySelectorAll("[data-count]").forEach((place) => {
        const count = counts[place.dataset.count] ?? 0;
        place.hidden = count === 0;
        place.querySelector("[data-count-number]").textContent = count >= CAP ? CAP - 1 + "+" : count;
    });
}

function keep(viewer, counts) {
    try {
        localStorage.setItem(KEPT, JSON.stringify({ viewer, counts }));
    } catch {
        // nothing may be kept here
    }
}

function kept(viewer) {
    try {
        const last = JSON.parse(localStorage.getItem(KEPT));
        return last?.viewer === viewer ? last.counts : {};
    } catch {
        return {};
    }
}
