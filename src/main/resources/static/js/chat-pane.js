// One talk at the desk, or on its own page: what is said comes without a reload, and what is typed stays, also when the page is loaded anew.
const WRITING_EVERY = 4_000;
const WRITING_SHOWN = 6_000;
const REDRAWN_AFTER = 30_000;

/** @param place where talks stand; @param heard is told when the visitor has said something */
export function chatPane(place, id, heard) {
    let asking = false;
    let again = false;
    let writingAt = 0;
    let hides = 0;
    let seenUntil = 0;
    let drawnAt = Date.now();

    const part = () => place.querySelector(`[data-chat="${id}"]`);
    const words = () => part()?.querySelector("[data-chat-words]");
    const field = () => part()?.querySelector("textarea[name=text]");
    const isShown = () => part() && !part().hidden;
    const last = () => Math.max(0, ...[...part().querySelectorAll("[data-seq]")].map((word) => Number(word.dataset.seq)));
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
        if (!part()) {
            return;
        }
        const answer = await ask(`/support/chats/${id}/words?after=${last()}`);
        if (!answer.ok || !part()) {
            return;
        }
        const told = document.createElement("template");
        told.innerHTML = await answer.text(); // written by the server, which escapes what people say
        const fresh = [...told.content.querySelectorAll("[data-seq]")].filter((word) => Number(word.dataset.seq) > last());
        if (fresh.length === 0) {
            return;
        }
        words().append(...fresh);
        end();
        part().querySelector("[data-chat-writing]").hidden = true;
        if (fresh.some((word) => word.dataset.visitor === "true")) {
            heard();
            part().querySelector("[data-chat-help]")?.dispatchEvent(new CustomEvent("chat:said"));
        }
        seen();
        if (fresh.some((word) => "event" in word.dataset)) {
            await redraw();
        }
    }

    /** Something has happened to the talk: what can be done about it is another now; what is typed stays. */
    async function redraw() {
        const answer = await ask(`/support/chats/${id}`);
        const before = part();
        if (!answer.ok || !before) {
            return;
        }
        const told = document.createElement("template");
        told.innerHTML = await answer.text();
        const now = told.content.querySelector("[data-chat]");
        const had = document.activeElement === field();
        const { selectionStart, selectionEnd } = field() ?? {};
        keep();
        now.hidden = before.hidden;
        now.className = before.className;
        before.replaceWith(now);
        window.htmx?.process(now);
        drawnAt = Date.now();
        restore();
        if (had) {
            field()?.focus();
            field()?.setSelectionRange(selectionStart, selectionEnd);
        }
        end();
        place.dispatchEvent(new CustomEvent("chat:drawn"));
    }

    function seen() {
        if (part()?.dataset.mine === "true" && isShown() && document.visibilityState === "visible" && last() > seenUntil) {
            const until = last();
            seenUntil = until;
            send(`/support/chats/${id}/reading`, { seq: until }).catch(() => (seenUntil = 0));
        }
    }

    /** What is typed, kept in this tab until it is said. */
    function keep() {
        const text = field()?.value;
        if (text !== undefined) {
            keepDraft(id, text ? { text, note: noteOf(field().form)?.value === "true" } : null);
        }
    }

    function restore() {
        const draft = draftOf(id);
        if (field() && draft && !field().value) {
            field().value = draft.text;
            const kind = part().querySelector(`[type=radio][name=note][value="${draft.note}"]`);
            if (kind) {
                kind.checked = true;
            }
        }
    }

    async function say(form) {
        const typed = form.elements.text;
        const text = typed.value;
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
            const answer = await send(form.action, { text, note: noteOf(form).value, client: form.dataset.client });
            const refusal = form.querySelector("[data-chat-refused]");
            if (answer.status === 422) {
                refusal.innerHTML = await answer.text();
            } else if (answer.ok) {
                refusal.replaceChildren();
                delete form.dataset.said;
                const now = field() ?? typed;
                if (now.value === text) {
                    now.value = "";
                }
                keep();
                await read();
            }
        } catch {
            // no network: what is typed stays, and is sent when the button is pressed again
        }
        delete form.dataset.busy;
    }

    /** At once when it is chosen, where what is being written would go. */
    async function attach(form) {
        const chosen = form.elements.file;
        if (chosen.files.length === 0 || form.dataset.busy) {
            return;
        }
        form.dataset.busy = "yes";
        form.elements.note.value = noteOf(part().querySelector("[data-chat-write]"))?.value ?? form.elements.note.value;
        const parts = new FormData(form);
        parts.append("client", client());
        const refusal = form.querySelector("[data-chat-file-refused]");
        try {
            const answer = await fetch(form.action, { method: "POST", headers: { "HX-Request": "true" }, body: parts });
            if (answer.ok) {
                refusal.replaceChildren();
                form.reset();
                await read();
            } else if (answer.status === 422) {
                refusal.innerHTML = await answer.text();
                chosen.value = "";
            }
        } catch {
            // no network: it is chosen still
        }
        delete form.dataset.busy;
    }

    function typing() {
        keep();
        const toVisitor = noteOf(field().form)?.value === "false";
        if (toVisitor && part().dataset.mine === "true" && Date.now() - writingAt > WRITING_EVERY) {
            writingAt = Date.now();
            send(`/support/chats/${id}/writing`).catch(() => {});
        }
    }

    function visitorWrites() {
        const line = part()?.querySelector("[data-chat-writing]");
        if (line) {
            line.hidden = false;
            clearTimeout(hides);
            hides = setTimeout(() => (line.hidden = true), WRITING_SHOWN);
        }
    }

    /** It has come into view: what it says is true again in a moment. */
    function shown() {
        end();
        seen();
        if (Date.now() - drawnAt > REDRAWN_AFTER) {
            drawnAt = Date.now();
            redraw().catch(() => {});
        }
    }

    restore();
    return { id, part, field, last, isShown, read, say, attach, seen, shown, typing, keep, visitorWrites };
}

/** The radio button that is chosen, or the only way there is. */
function noteOf(form) {
    return form?.querySelector("[name=note]:checked, [name=note][type=hidden]");
}

// several people may use a tab one after the other
const draftKey = (id) => `trivium-chat-draft:${document.body.dataset.viewer}:${id}`;

export function draftOf(id) {
    try {
        return JSON.parse(sessionStorage.getItem(draftKey(id)));
    } catch {
        return null;
    }
}

function keepDraft(id, draft) {
    try {
        if (draft) {
            sessionStorage.setItem(draftKey(id), JSON.stringify(draft));
        } else {
            sessionStorage.removeItem(draftKey(id));
        }
    } catch {
        // nothing may be kept here
    }
}

function client() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function ask(url) {
    return fetch(url, { headers: { "HX-Request": "true" } });
}

export function send(url, values = {}) {
    const csrf = document.querySelector('meta[name="csrf"]');
    return fetch(url, {
        method: "POST",
        headers: { "HX-Request": "true", [csrf.dataset.header]: csrf.content },
        body: new URLSearchParams(values),
        keepalive: true,
    });
}
