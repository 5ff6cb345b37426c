// The desk of talks: what is said comes without a reload, and what is typed stays. The live stream says what has changed (see live.js); where
// it can't be had, the page asks every twenty seconds. On every page of an agent who takes talks it says that the agent is there.
const THERE = "trivium-chat-there";
const SOUND = "trivium-chat-sound";
const SEEN_EVERY = 30_000;
const ASKED_EVERY = 20_000;
const WRITING_EVERY = 4_000;

export function wireChat() {
    const desk = document.querySelector("[data-chat-desk]");
    if (desk?.dataset.available) {
        keep(THERE, desk.dataset.available);
    }
    if (document.querySelector('[data-count="chats"]') && (desk || kept(THERE) === "true")) {
        const seen = () => send("/support/chat/presence").catch(() => {});
        seen();
        setInterval(seen, SEEN_EVERY);
    }
    if (desk) {
        wireDesk(desk);
    }
}

function wireDesk(desk) {
    const rows = document.getElementById("chat-rows");
    const place = document.getElementById("chat-talk");
    const title = document.title;
    let news = 0;
    let asking = false;
    let again = false;
    let writingAt = 0;
    let hides = 0;

    const talk = () => place.querySelector("[data-chat]");
    const words = () => place.querySelector("[data-chat-words]");
    const id = () => talk()?.dataset.chat;
    const last = () => Math.max(0, ...[...place.querySelectorAll("[data-seq]")].map((word) => Number(word.dataset.seq)));
    const end = () => words()?.scrollTo(0, words().scrollHeight);

    /** One question at a time: what is told meanwhile is asked for afterwards, so nothing is shown twice or out of order. */
    async function read() {
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        try {
            do {
                again = false;
                await readOnce();
            } while (again);
        } catch {
            // no network: once more later
        }
        asking = false;
    }

    async function readOnce() {
        const open = id();
        if (!open) {
            return;
        }
        const answer = await ask(`/support/chats/${open}/words?after=${last()}`);
        if (!answer.ok || id() !== open) {
            return;
        }
        const part = document.createElement("template");
        part.innerHTML = await answer.text(); // written by the server, which escapes what people say
        const fresh = [...part.content.querySelectorAll("[data-seq]")].filter((word) => Number(word.dataset.seq) > last());
        if (fresh.length === 0) {
            return;
        }
        words().append(...fresh);
        end();
        place.querySelector("[data-chat-writing]").hidden = true;
        if (fresh.some((word) => word.dataset.visitor === "true")) {
            tell();
            place.querySelector("[data-chat-help]")?.dispatchEvent(new CustomEvent("chat:said"));
        }
        seen();
        if (fresh.some((word) => "event" in word.dataset)) {
            await redraw(open);
        }
    }

    /** Something has happened to the talk: what can be done about it is another now; what is typed stays. */
    async function redraw(open) {
        const answer = await ask(`/support/chats/${open}`);
        if (!answer.ok || id() !== open) {
            return;
        }
        const field = place.querySelector("#text");
        const typed = field?.value ?? "";
        const had = document.activeElement === field;
        place.innerHTML = await answer.text();
        window.htmx?.process(place);
        const now = place.querySelector("#text");
        if (now) {
            now.value = typed;
            if (had) {
                now.focus();
            }
        }
        end();
    }

    async function list() {
        if (!rows) {
            return;
        }
        try {
            const answer = await ask(`/support/chat/rows?open=${id() ?? ""}`);
            if (answer.ok) {
                const text = await answer.text();
                if (rows.innerHTML !== text) {
                    rows.innerHTML = text;
                }
            }
        } catch {
            // no network: once more later
        }
    }

    function seen() {
        if (talk()?.dataset.mine === "true" && document.visibilityState === "visible") {
            send(`/support/chats/${id()}/reading`, { seq: last() }).catch(() => {});
        }
    }

    function tell() {
        if (document.visibilityState === "hidden") {
            news += 1;
            document.title = `(${news}) ${title}`;
        }
        if (kept(SOUND) === "true") {
            beep();
        }
    }

    document.addEventListener("live:changed", (event) => {
        if (event.detail === "chats") {
            list();
            tellWaiting();
        } else if (event.detail === `chat:${id()}`) {
            read();
            list();
        } else if (event.detail === `chat:${id()}:writing`) {
            const line = place.querySelector("[data-chat-writing]");
            line.hidden = false;
            clearTimeout(hides);
            hides = setTimeout(() => (line.hidden = true), 6000);
        } else if (event.detail.startsWith("chat:")) {
            list();
            tell();
        }
    });

    function tellWaiting() {
        if (document.visibilityState === "hidden") {
            tell();
        }
    }

    place.addEventListener("submit", async (event) => {
        const form = event.target.closest("[data-chat-write]");
        if (!form) {
            return;
        }
        event.preventDefault();
        const field = form.elements.text;
        const text = field.value;
        if (!text.trim() || form.dataset.busy) {
            return;
        }
        form.dataset.busy = "yes";
        // the same words keep their name until they have arrived: sent twice they are said once
        if (form.dataset.said !== text) {
            form.dataset.said = text;
            form.dataset.client = client();
        }
        try {
            const answer = await send(form.action, { text, note: form.elements.note.value, client: form.dataset.client });
            const refusal = form.querySelector("[data-chat-refused]");
            if (answer.status === 422) {
                refusal.innerHTML = await answer.text();
            } else if (answer.ok) {
                refusal.replaceChildren();
                delete form.dataset.said;
                if (field.value === text) {
                    field.value = "";
                }
                await read();
            }
        } catch {
            // no network: what is typed stays, and is sent when the button is pressed again
        }
        delete form.dataset.busy;
        field.focus();
    });
    place.addEventListener("keydown", (event) => {
        if (event.target.id === "text" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            event.target.form.requestSubmit();
        }
    });
    place.addEventListener("input", (event) => {
        const toVisitor = event.target.id === "text" && event.target.form.elements.note.value === "false";
        if (toVisitor && talk()?.dataset.mine === "true" && Date.now() - writingAt > WRITING_EVERY) {
            writingAt = Date.now();
            send(`/support/chats/${id()}/writing`).catch(() => {});
        }
    });
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") {
            news = 0;
            document.title = title;
            read();
            list();
            seen();
        }
    });
    const sound = document.querySelector("[data-chat-sound]");
    if (sound) {
        sound.checked = kept(SOUND) === "true";
        sound.addEventListener("change", () => keep(SOUND, String(sound.checked)));
    }
    setInterval(() => {
        read();
        list();
    }, ASKED_EVERY);
    end();
    seen();
}

function client() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function beep() {
    try {
        const audio = new AudioContext();
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        volume.gain.setValueAtTime(0.1, audio.currentTime);
        volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.3);
        tone.connect(volume).connect(audio.destination);
        tone.start();
        tone.stop(audio.currentTime + 0.3);
    } catch {
        // the browser allows no sound
    }
}

function ask(url) {
    return fetch(url, { headers: { "HX-Request": "true" } });
}

function send(url, values = {}) {
    const csrf = document.querySelector('meta[name="csrf"]');
    return fetch(url, {
        method: "POST",
        headers: { "HX-Request": "true", [csrf.dataset.header]: csrf.content },
        body: new URLSearchParams(values),
        keepalive: true,
    });
}

function kept(key) {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

function keep(key, value) {
    try {
        localStorage.setItem(key, value);
    } catch {
        // nothing may be kept here
    }
}
