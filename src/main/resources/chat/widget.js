// The chat of a website: one script tag, nothing else. All of it lives in a shadow tree, so that neither the page's styles nor its ids touch
// it, and what people write is always text, never HTML. It sets no cookies: whoever visits is known by a token that this page draws and
// keeps in the website's own storage, and that is sent as a header only.
(() => {
    "use strict";
    const script = document.currentScript;
    if (!script || window.triviumChat) {
        return;
    }
    window.triviumChat = true;
    const base = script.src.replace(/\/widget\.js.*$/, "");
    const STORE = "trivium-chat:" + base;
    const TOKEN = "X-Chat-Token";
    const POLLED_EVERY = 4000;
    const WRITING_EVERY = 4000;
    const LARGEST = 20 * 1024 * 1024;
    let settings = null;
    let state = read();
    let words = new Map(); // by number
    let pending = []; // said here and not there yet
    let onTheWay = []; // there, and not yet come back
    let agent = null;
    let phase = state ? "talk" : "begin"; // begin, talk, ended, leave, left, glad
    let opened = false;
    let unread = 0;
    let stream = null;
    let polling = 0;
    let failures = 0;
    let sending = false;
    let lastWriting = 0;
    let waitingSince = Date.now();
    let offers = []; // articles that may help, until somebody answers
    let asked = "";
    let asks = 0;
    let typed = { name: "", email: "", text: "" };

    function read() {
        try {
            return JSON.parse(localStorage.getItem(STORE));
        } catch {
            return null;
        }
    }

    function keep(value) {
        state = value;
        try {
            if (value) {
                localStorage.setItem(STORE, JSON.stringify(value));
            } else {
                localStorage.removeItem(STORE);
            }
        } catch {
            // nothing may be kept here: the talk ends with the page
        }
    }

    function draw(bytes) {
        return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    function ask(path, body, token = state?.token) {
        return fetch(base + path, {
            method: body === undefined ? "GET" : "POST",
            mode: "cors",
            credentials: "omit",
            cache: "no-store",
            referrerPolicy: "origin",
            headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...(token ? { [TOKEN]: token } : {}) },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
    }

    const text = (name) => settings.texts[name] ?? "";

    // --- the shadow tree

    const host = document.createElement("div");
    host.id = "trivium-chat";
    const root = host.attachShadow({ mode: "open" });

    function make(tag, attributes, ...children) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes ?? {})) {
            if (name.startsWith("on")) {
                element.addEventListener(name.slice(2), value);
            } else if (value === true) {
                element.setAttribute(name, "");
            } else if (value !== false && value !== null && value !== undefined) {
                element.setAttribute(name, value);
            }
        }
        element.append(...children.filter((child) => child !== null && child !== undefined));
        return element;
    }

    const CSS = `
        :host { all: initial; position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000; font: 16px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
        * { box-sizing: border-box; }
        button, input, textarea { font: inherit; color: inherit; }
        .opener { display: flex; align-items: center; gap: .5rem; margin-left: auto; padding: .75rem 1.1rem; border: 0; border-radius: 2rem; cursor: pointer; background: var(--c); color: var(--on); box-shadow: 0 4px 16px rgb(0 0 0 / .25); }
        .opener b { min-width: 1.4rem; padding: 0 .35rem; border-radius: 1rem; background: #fff; color: #1d273b; font-size: .8rem; text-align: center; }
        :focus-visible { outline: 3px solid var(--c); outline-offset: 2px; }
        .head :focus-visible { outline-color: var(--on); }
        .window { display: flex; flex-direction: column; width: 23rem; height: min(36rem, calc(100vh - 2rem)); background: #fff; color: #1d273b; border-radius: .75rem; overflow: hidden; box-shadow: 0 8px 40px rgb(0 0 0 / .3); }
        .head { display: flex; align-items: center; gap: .5rem; padding: .75rem .5rem .75rem 1rem; background: var(--c); color: var(--on); }
        .head h2 { flex: 1; margin: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
        .head button { min-width: 2.5rem; min-height: 2.5rem; border: 0; border-radius: .4rem; background: none; color: inherit; cursor: pointer; font-size: .9rem; }
        .body { flex: 1; overflow-y: auto; padding: 1rem; overscroll-behavior: contain; }
        .body p { margin: 0 0 .75rem; overflow-wrap: anywhere; white-space: pre-line; }
        .quiet { color: #55606f; font-size: .875rem; }
        ol { display: flex; flex-direction: column; gap: .5rem; margin: 0; padding: 0; list-style: none; }
        li { max-width: 85%; padding: .5rem .75rem; border-radius: .75rem; background: #eef1f5; white-space: pre-wrap; overflow-wrap: anywhere; }
        li.you { align-self: flex-end; background: var(--c); color: var(--on); }
        li.event { align-self: center; max-width: 100%; padding: 0; background: none; color: #55606f; font-size: .875rem; text-align: center; }
        li.unsent { outline: 1px dashed currentcolor; outline-offset: -3px; }
        li small { display: block; font-size: .75rem; }
        li button { padding: 0; border: 0; background: none; text-align: start; text-decoration: underline; cursor: pointer; }
        form { display: flex; flex-direction: column; gap: .5rem; }
        .write { padding: .75rem; border-top: 1px solid #d9dee5; }
        label { display: block; font-size: .875rem; font-weight: 600; }
        input, textarea { width: 100%; padding: .5rem .6rem; border: 1px solid #8b95a3; border-radius: .4rem; background: #fff; color: #1d273b; }
        textarea { resize: none; }
        .main { min-height: 2.75rem; padding: .5rem 1rem; border: 0; border-radius: .4rem; background: var(--c); color: var(--on); font-weight: 600; cursor: pointer; }
        .other { min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid #8b95a3; border-radius: .4rem; background: #fff; cursor: pointer; }
        .file { align-self: flex-start; padding: .35rem 0; text-decoration: underline; font-weight: 400; cursor: pointer; }
        .file:focus-within { outline: 3px solid var(--c); outline-offset: 2px; }
        .wrong { margin: 0; color: #a51d1d; font-size: .875rem; }
        fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
        .offers { margin: 0 0 1rem; padding: .75rem; border: 1px solid #d9dee5; border-radius: .4rem; }
        .body .offers p { margin-bottom: .35rem; }
        .offers a { display: block; margin-bottom: .5rem; color: inherit; font-weight: 600; overflow-wrap: anywhere; }
        .offers a small { display: inline-block; width: 100%; font-size: .8rem; font-weight: 400; color: #55606f; }
        .points { display: flex; gap: .35rem; margin: .35rem 0; }
        .points button { flex: 1; min-height: 2.75rem; border: 1px solid #8b95a3; border-radius: .4rem; background: #fff; cursor: pointer; }
        .points button[aria-pressed="true"] { background: var(--c); color: var(--on); border-color: var(--c); }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media (width < 30rem) { :host([open]) { inset: 0; } :host([open]) .place { height: 100%; } .window { width: 100%; height: 100%; border-radius: 0; } }
        @media (prefers-reduced-motion: no-preference) { .opener { transition: transform .15s; } .opener:hover { transform: translateY(-1px); } }`;

    function style() {
        // black or white on the website's colour, whichever can be read
        const [red, green, blue] = [1, 3, 5].map((at) => parseInt(settings.colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        host.style.setProperty("--c", settings.colour);
        host.style.setProperty("--on", light > 0.179 ? "#000" : "#fff");
        if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
            const sheet = new CSSStyleSheet(); // also where the page's policy allows no styles in it
            sheet.replaceSync(CSS);
            root.adoptedStyleSheets = [sheet];
        } else {
            root.append(make("style", {}, CSS));
        }
    }

    const place = make("div", { class: "place" });
    const told = make("div", { class: "hidden", role: "status", "aria-live": "polite" });

    function draft() {
        for (const field of root.querySelectorAll("[data-field]")) {
            typed[field.dataset.field] = field.value;
        }
    }

    function show(focus) {
        draft();
        host.toggleAttribute("open", opened);
        const had = root.activeElement?.dataset?.key;
        place.replaceChildren(opened ? view() : opener());
        const scroll = root.querySelector(".body");
        if (scroll) {
            scroll.scrollTop = scroll.scrollHeight;
        }
        const next = focus ?? had;
        if (next) {
            root.querySelector(`[data-key="${next}"]`)?.focus();
        }
    }

    function opener() {
        return make("button", { type: "button", class: "opener", "data-key": "opener", "aria-expanded": "false", onclick: open }, text("OPEN"), unread ? make("b", { "aria-label": text("UNREAD") + " " + unread }, String(unread)) : null);
    }

    function open() {
        opened = true;
        unread = 0;
        if (phase === "begin" && !settings.open) {
            phase = "leave";
        }
        show("text");
        if (state && phase === "talk") {
            connect();
        }
    }

    function close() {
        opened = false;
        show("opener");
    }

    function view() {
        const content = { begin, talk, ended, leave, left, glad }[phase]();
        const going = phase === "talk";
        return make(
            "section",
            { class: "window", role: "dialog", "aria-label": settings.title, onkeydown: (event) => event.key === "Escape" && close() },
            make("div", { class: "head" }, make("h2", {}, settings.title), going ? make("button", { type: "button", "data-key": "end", onclick: end }, text("END")) : null, make("button", { type: "button", "data-key": "close", "aria-label": text("CLOSE"), onclick: close }, "✕")),
            ...content,
        );
    }

    function field(key, label, type, needed, more) {
        const control = type === "textarea" ? make("textarea", { id: key, rows: "3", maxlength: "2000", ...more }) : make("input", { id: key, type, ...more });
        control.dataset.field = key;
        control.dataset.key = key;
        control.value = typed[key] ?? "";
        if (needed) {
            control.setAttribute("aria-required", "true");
        }
        return make("div", {}, make("label", { for: key }, label + (needed ? "" : " " + text("OPTIONAL"))), control);
    }

    let wrong = null;

    function problem() {
        return wrong ? make("p", { class: "wrong", role: "alert" }, wrong) : null;
    }

    function privacy() {
        return settings.privacy ? make("p", { class: "quiet" }, settings.privacy) : null;
    }

    function questions(email) {
        return [settings.asksName === "NO" ? null : field("name", text("NAME"), "text", settings.asksName === "REQUIRED", { autocomplete: "name", maxlength: "200" }), settings.asksEmail === "NO" && !email ? null : field("email", text("EMAIL"), "email", email || settings.asksEmail === "REQUIRED", { autocomplete: "email", maxlength: "320" })];
    }

    function begin() {
        return [make("div", { class: "body" }, make("p", {}, settings.greeting), make("form", { novalidate: true, onsubmit: start }, ...questions(false), field("text", text("MESSAGE"), "textarea", true, { onkeydown: enter }), problem(), privacy(), make("button", { class: "main" }, text("START"))))];
    }

    function leave() {
        return [make("div", { class: "body" }, make("p", {}, settings.offline ? text(state ? "SLOW" : "OFFLINE") : text("CLOSED")), settings.offline ? make("form", { novalidate: true, onsubmit: write }, ...questions(true), field("text", text("MESSAGE"), "textarea", true, { oninput: askSoon }), offering(), problem(), privacy(), make("button", { class: "main" }, text("LEAVE"))) : null)];
    }

    function left() {
        return [make("div", { class: "body" }, make("p", { role: "status" }, text("LEFT")), make("button", { type: "button", class: "other", "data-key": "text", onclick: again }, text("AGAIN")))];
    }

    /** Its place stays, so that what comes later changes nothing else: somebody may be typing. */
    function offering() {
        const shown = offers.length > 0 && ![...words.values()].some((word) => word.kind === "AGENT");
        return make(
            "div",
            { class: "offers", "data-offers": true, hidden: !shown },
            ...(shown ? [make("p", { class: "quiet" }, text("HELPS")), ...offers.map(offered), make("button", { type: "button", class: "other", "data-key": "helped", onclick: helped }, text("HELPED"))] : []),
        );
    }

    function offered(one) {
        return make("a", { href: new URL(base).origin + base.replace(/^https?:\/\/[^/]+/, "").replace(/\/chat\/[^/]+$/, "") + one.path, target: "_blank", rel: "noopener noreferrer", onclick: () => (one.opened = Date.now()) }, one.title, make("small", {}, one.extract));
    }

    /** Once for what was said first, or what is being written when nobody is there. */
    async function suggest(said) {
        if (!settings.suggests || said.trim().length < 4 || said === asked) {
            return;
        }
        asked = said;
        const answer = await ask("/articles", { text: said.slice(0, 400), language: language() }, null).catch(() => null);
        if (!answer?.ok || asked !== said) {
            return;
        }
        offers = await answer.json();
        if (state) {
            keep({ ...state, offers });
        }
        const place = root.querySelector("[data-offers]");
        if (place) {
            place.replaceWith(offering());
            if (offers.length > 0) {
                told.textContent = text("HELPS") + " " + offers.map((one) => one.title).join("; ");
            }
        }
    }

    function askSoon(event) {
        const said = event.target.value;
        clearTimeout(asks);
        asks = setTimeout(() => suggest(said), 1200);
    }

    /** The one that was opened last was it. */
    async function helped() {
        const article = offers.filter((one) => one.opened).sort((one, other) => other.opened - one.opened)[0]?.id ?? 0;
        const answer = await ask("/helped", { article, language: language() }).catch(() => null);
        if (answer?.ok || answer?.status === 404) {
            disconnect();
            keep(null);
            typed.text = "";
            clear();
            wrong = null;
            phase = "glad";
        } else {
            wrong = text("LOST");
        }
        show("text");
    }

    function glad() {
        return [make("div", { class: "body" }, make("p", { role: "status" }, text("GLAD")), make("button", { type: "button", class: "other", "data-key": "text", onclick: again }, text("AGAIN")))];
    }

    function list() {
        const items = [...words.values()].sort((one, other) => one.seq - other.seq).map(item).filter(Boolean);
        const waiting = [...onTheWay, ...pending].map((word) => make("li", { class: "you unsent" }, word.text, word.failed ? make("small", {}, text("UNSENT") + " ", make("button", { type: "button", onclick: () => flush() }, text("RETRY"))) : null));
        return make("ol", { "aria-live": "polite", "aria-label": settings.title, tabindex: "0" }, ...items, ...waiting);
    }

    function item(word) {
        if (word.kind === "EVENT") {
            const said = { JOINED: text("WITH").replace("{0}", word.author ?? text("AGENT")), RETURNED: text("RETURNED"), HANDED_OVER: text("HANDED"), ENDED: text("ENDED") }[word.body];
            return said ? make("li", { class: "event" }, said) : null;
        }
        const mine = word.kind === "VISITOR";
        const time = new Date(word.at).toLocaleTimeString(settings.language, { hour: "2-digit", minute: "2-digit" });
        return make("li", { class: mine ? "you" : "them" }, make("span", { class: "hidden" }, (mine ? text("YOU") : (word.author ?? text("AGENT"))) + ": "), word.file ? make("button", { type: "button", onclick: () => download(word) }, word.body + " (" + size(word.file.size) + ")") : word.body, make("small", {}, (mine || !word.author ? "" : word.author + " · ") + time));
    }

    function talk() {
        const slow = !agent && Date.now() - waitingSince > settings.waitSeconds * 1000;
        return [
            make("div", { class: "body" }, list(), agent ? null : make("p", { class: "quiet", role: "status" }, text("WAITING")), offering(), slow && settings.offline ? make("button", { type: "button", class: "other", onclick: instead }, text("LEAVE")) : null, make("p", { class: "quiet", "data-writing": true, hidden: true }, text("WRITING")), failures > 2 ? make("p", { class: "quiet", role: "status" }, text("LOST")) : null),
            make("form", { class: "write", novalidate: true, onsubmit: say }, make("label", { for: "text", class: "hidden" }, text("MESSAGE")), textbox(), problem(), make("button", { class: "main" }, text("SEND")), picker()),
        ];
    }

    function picker() {
        return make("label", { class: "file" }, make("input", { type: "file", class: "hidden", "data-key": "file", multiple: true, accept: settings.files, onchange: attach }), text("FILE"));
    }

    function attach(event) {
        draft();
        wrong = null;
        for (const file of event.target.files) {
            if (file.size === 0 || file.size > LARGEST) {
                wrong = text("WRONG_FILE");
            } else {
                pending.push({ client: draw(16), text: file.name, file, failed: false });
            }
        }
        show("text");
        flush();
    }

    function sendFile(word) {
        const parts = new FormData();
        parts.append("client", word.client);
        parts.append("file", word.file, word.file.name);
        return fetch(base + "/files", { method: "POST", mode: "cors", credentials: "omit", headers: { [TOKEN]: state.token }, body: parts });
    }

    /** Asked for with the token in a header, and saved, never opened in the website's name. */
    async function download(word) {
        const answer = await ask("/files?file=" + word.file.id).catch(() => null);
        if (answer?.ok) {
            const address = URL.createObjectURL(new Blob([await answer.blob()], { type: "application/octet-stream" }));
            make("a", { href: address, download: word.body }).click();
            setTimeout(() => URL.revokeObjectURL(address), 60_000);
        }
    }

    function size(bytes) {
        const large = bytes >= 1_000_000;
        return new Intl.NumberFormat(settings.language, { style: "unit", unit: large ? "megabyte" : "kilobyte", maximumFractionDigits: large ? 1 : 0 }).format(Math.max(1, bytes / (large ? 1_000_000 : 1_000)));
    }

    function textbox() {
        const box = make("textarea", { id: "text", rows: "2", maxlength: "2000", placeholder: text("MESSAGE"), onkeydown: enter, oninput: writing });
        box.dataset.field = "text";
        box.dataset.key = "text";
        box.value = typed.text;
        return box;
    }

    function ended() {
        const answered = [...words.values()].some((word) => word.kind === "AGENT");
        const rated = state?.rating;
        return [
            make(
                "div",
                { class: "body" },
                list(),
                make("p", { class: "quiet", role: "status" }, text("ENDED")),
                answered ? make("fieldset", {}, make("legend", {}, text(rated ? "RATED" : "RATE")), make("div", { class: "points" }, ...[1, 2, 3, 4, 5].map((points) => make("button", { type: "button", "data-key": "points" + points, "aria-pressed": String(rated === points), "aria-label": text("POINTS").replace("{0}", points), onclick: () => rate(points) }, String(points))))) : null,
                answered && !state?.copied ? make("form", { novalidate: true, onsubmit: copy }, field("email", text("EMAIL"), "email", true, { autocomplete: "email", maxlength: "320" }), problem(), make("button", { class: "other" }, text("COPY"))) : null,
                state?.copied ? make("p", { class: "quiet", role: "status" }, text("COPIED")) : null,
                make("button", { type: "button", class: "main", "data-key": "text", onclick: again }, text("AGAIN")),
            ),
        ];
    }

    function enter(event) {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            event.target.form.requestSubmit();
        }
    }

    // --- what the visitor does

    async function refused(answer) {
        const reason = (await answer.json().catch(() => ({}))).reason;
        if (answer.status === 429) {
            return text("TOO_MUCH");
        }
        return { email: text("WRONG_EMAIL"), name: text("WRONG_NAME"), text: text("WRONG_TEXT") }[reason] ?? (reason === "closed" ? "closed" : text("LOST"));
    }

    async function start(event) {
        event.preventDefault();
        draft();
        if (sending) {
            return;
        }
        sending = true;
        // drawn once: sent again after a failure it begins the same talk
        const begun = state ?? { token: draw(32), first: draw(16), last: 0 };
        state = begun;
        try {
            const answer = await ask("/talks", { ...typed, client: begun.first, language: language(), page: location.href.split("#")[0].slice(0, 500) });
            if (answer.ok) {
                keep(begun);
                wrong = null;
                suggest(typed.text);
                typed.text = "";
                clear();
                phase = "talk";
                waitingSince = Date.now();
                connect();
            } else {
                state = null;
                wrong = await refused(answer);
                if (wrong === "closed") {
                    wrong = null;
                    settings.open = false;
                    phase = "leave";
                }
            }
        } catch {
            wrong = text("LOST");
        }
        sending = false;
        show("text");
    }

    function clear() {
        for (const field of root.querySelectorAll("[data-field=text]")) {
            field.value = "";
        }
    }

    function say(event) {
        event.preventDefault();
        draft();
        const said = typed.text.trim();
        if (!said) {
            return;
        }
        typed.text = "";
        clear();
        wrong = null;
        pending.push({ client: draw(16), text: said, failed: false });
        show("text");
        flush();
    }

    /** One after the other, so that they arrive in their order; what fails stays and is sent again by the same name. */
    async function flush() {
        if (sending) {
            return;
        }
        sending = true;
        while (pending.length > 0) {
            const word = pending[0];
            try {
                const answer = await (word.file ? sendFile(word) : ask("/words", { client: word.client, text: word.text }));
                if (answer.ok) {
                    pending.shift();
                    if (!stream) {
                        poll();
                    } else if (![...words.values()].some((known) => known.client === word.client)) {
                        onTheWay.push(word);
                        show();
                    }
                    continue;
                }
                wrong = await refused(answer);
                if (answer.status === 409 || answer.status === 404) {
                    pending = [];
                    finish(answer.status === 404);
                    break;
                }
                word.failed = true;
                if (answer.status === 422 || answer.status === 413) {
                    wrong = word.file ? text("WRONG_FILE") : wrong;
                    typed.text = word.file ? typed.text : word.text;
                    pending.shift();
                    continue;
                }
            } catch {
                word.failed = true;
            }
            show();
            break;
        }
        sending = false;
    }

    function writing() {
        const now = Date.now();
        if (agent && now - lastWriting > WRITING_EVERY) {
            lastWriting = now;
            ask("/writing", {}).catch(() => {});
        }
    }

    async function end() {
        try {
            const answer = await ask("/end", {});
            if (answer.ok || answer.status === 404) {
                finish(answer.status === 404);
            }
        } catch {
            failures = 3;
            show();
        }
    }

    /** @param forget there is no such talk any more */
    function finish(forget) {
        disconnect();
        agent = null;
        if (forget) {
            again();
            return;
        }
        if (state) {
            keep({ ...state, ended: true });
        }
        phase = "ended";
        show("text");
    }

    function again() {
        disconnect();
        keep(null);
        words = new Map();
        pending = [];
        onTheWay = [];
        offers = [];
        asked = "";
        agent = null;
        wrong = null;
        phase = "begin";
        load().then(() => {
            if (!settings.open) {
                phase = "leave";
            }
            show("text");
        });
    }

    /** Nobody answers: the visitor writes instead. What was said already becomes a ticket, too, by the talk's end. */
    function instead() {
        draft();
        phase = "leave";
        show("text");
    }

    async function write(event) {
        event.preventDefault();
        draft();
        if (sending) {
            return;
        }
        sending = true;
        const waiting = state;
        typed.mark ??= draw(32);
        try {
            const answer = await ask("/letters", { name: typed.name, email: typed.email, text: typed.text, language: language() }, typed.mark);
            if (answer.ok) {
                if (waiting) {
                    await ask("/end", {}).catch(() => {});
                    disconnect();
                }
                keep(null);
                typed = { name: typed.name, email: typed.email, text: "" };
                clear();
                wrong = null;
                phase = "left";
            } else {
                wrong = await refused(answer);
            }
        } catch {
            wrong = text("LOST");
        }
        sending = false;
        show("text");
    }

    async function rate(points) {
        const answer = await ask("/rating", { rating: points }).catch(() => null);
        if (answer?.ok) {
            keep({ ...state, rating: points });
        }
        show("points" + points);
    }

    async function copy(event) {
        event.preventDefault();
        draft();
        try {
            const answer = await ask("/transcript", { email: typed.email });
            if (answer.ok) {
                keep({ ...state, copied: true });
                wrong = null;
            } else {
                wrong = await refused(answer);
            }
        } catch {
            wrong = text("LOST");
        }
        show("text");
    }

    // --- what comes back

    function take(word) {
        if (!state || words.has(word.seq)) {
            return;
        }
        words.set(word.seq, word);
        state.last = Math.max(state.last ?? 0, word.seq);
        failures = 0;
        if (word.client) {
            pending = pending.filter((mine) => mine.client !== word.client);
            onTheWay = onTheWay.filter((mine) => mine.client !== word.client);
        }
        if (word.kind === "EVENT") {
            if (word.body === "JOINED") {
                agent = word.author ?? text("AGENT");
            } else if (word.body === "RETURNED" || word.body === "HANDED_OVER") {
                agent = null;
                waitingSince = Date.now();
            } else if (word.body === "ENDED") {
                finish(false);
                return;
            }
        } else if (word.kind === "AGENT") {
            told.textContent = (word.author ?? text("AGENT")) + ": " + word.body;
            if (!opened) {
                unread += 1;
            }
        }
        if (phase === "talk" || phase === "ended") {
            show();
        }
    }

    function wrote() {
        const line = root.querySelector("[data-writing]");
        if (line) {
            line.hidden = false;
            clearTimeout(wrote.timer);
            wrote.timer = setTimeout(() => (line.hidden = true), 6000);
        }
    }

    /** Read by hand rather than by an EventSource, which can send no header: the token stands in no address. */
    async function connect() {
        if (stream || !state || phase !== "talk") {
            return;
        }
        const own = new AbortController();
        stream = own;
        try {
            const after = words.size ? Math.max(...words.keys()) : 0;
            const answer = await fetch(base + "/stream?after=" + after, { mode: "cors", credentials: "omit", cache: "no-store", headers: { [TOKEN]: state.token, Accept: "text/event-stream" }, signal: own.signal });
            if (answer.status === 404) {
                stream = null;
                finish(true);
                return;
            }
            if (!answer.ok || !answer.body) {
                throw new Error(String(answer.status));
            }
            if (failures) {
                failures = 0;
                show();
            }
            flush();
            await readStream(answer.body.pipeThrough(new TextDecoderStream()).getReader(), own);
        } catch {
            // tried again below
        }
        if (stream === own) {
            stream = null;
            later();
        }
    }

    async function readStream(reader, own) {
        let rest = "";
        let silent = 0;
        const dead = () => {
            clearTimeout(silent);
            silent = setTimeout(() => own.abort(), 35_000); // the server gives a sign every ten seconds
        };
        dead();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            dead();
            rest += part.value;
            const events = rest.split("\n\n");
            rest = events.pop();
            events.forEach(hear);
        }
        clearTimeout(silent);
    }

    function hear(event) {
        let name = "";
        const data = [];
        for (const line of event.split("\n")) {
            if (line.startsWith("event:")) {
                name = line.slice(6).trim();
            } else if (line.startsWith("data:")) {
                data.push(line.slice(5));
            }
        }
        if (name === "said") {
            take(JSON.parse(data.join("\n")));
        } else if (name === "writing") {
            wrote();
        }
    }

    /** The next node answers soon; meanwhile, and where no stream can be had, the page asks. */
    function later() {
        failures += 1;
        if (phase !== "talk") {
            return;
        }
        if (failures === 3) {
            show();
        }
        clearTimeout(polling);
        polling = setTimeout(async () => {
            await poll();
            connect();
        }, Math.min(15_000, failures < 2 ? 300 : POLLED_EVERY * 2 ** Math.min(failures - 2, 2)));
    }

    async function poll() {
        if (!state) {
            return;
        }
        try {
            const after = words.size ? Math.max(...words.keys()) : 0;
            const answer = await ask("/words?after=" + after);
            if (answer.ok) {
                (await answer.json()).forEach(take);
            } else if (answer.status === 404) {
                finish(true);
            }
        } catch {
            // once more later
        }
    }

    function disconnect() {
        clearTimeout(polling);
        const own = stream;
        stream = null;
        own?.abort();
    }

    function language() {
        return document.documentElement.lang || navigator.language || "en";
    }

    async function load() {
        const answer = await ask("/settings?language=" + encodeURIComponent(language()), undefined, null);
        if (!answer.ok) {
            throw new Error(String(answer.status));
        }
        settings = await answer.json();
        host.lang = settings.language;
    }

    async function main() {
        try {
            await load();
        } catch {
            return; // not for this website, or not there
        }
        if (!settings.open && !settings.offline && !state) {
            return;
        }
        style();
        root.append(place, told);
        document.body.append(host);
        if (state?.ended) {
            keep(null);
            phase = "begin";
        }
        offers = state?.offers ?? [];
        show();
        if (state) {
            connect();
        }
        // whoever waits is offered to write instead once it takes too long
        setInterval(() => phase === "talk" && !agent && opened && show(), 15_000);
        window.addEventListener("online", () => {
            failures = 0;
            connect();
        });
        window.addEventListener("pagehide", disconnect);
        window.addEventListener("pageshow", (event) => event.persisted && connect());
    }

    if (document.body) {
        main();
    } else {
        document.addEventListener("DOMContentLoaded", main);
    }
})();
