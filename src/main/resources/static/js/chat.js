// The desk of talks: those that were opened stay as they are, so that one goes from one to the other at once, and on a wide screen they stand
// side by side. The live stream says what has changed (see live.js); where it can't be had, the page asks every twenty seconds. On every page
// of an agent who takes talks it says that the agent is there.
import { ask, chatPane, draftOf, send } from "./chat-pane.js";
import { isBusy } from "./shortcuts.js";

const THERE = "trivium-chat-there";
const SOUND = "trivium-chat-sound";
const SEEN_EVERY = 30_000;
const ASKED_EVERY = 20_000;
const ROOM = [matchMedia("(width >= 1400px)"), matchMedia("(width >= 2300px)")];

export function wireChat() {
    const desk = document.querySelector("[data-chat-desk]");
    if (desk?.dataset.available) {
        kept(THERE, desk.dataset.available);
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
    const panes = new Map();
    const besideKey = `trivium-chat-beside:${document.body.dataset.viewer}`;
    let beside = kept(besideKey, undefined, sessionStorage)?.split(",").filter(Boolean) ?? [];
    let active = place.querySelector("[data-chat]")?.dataset.chat;
    let wanted = active;
    let view = active ? [active] : [];
    let news = 0;

    const row = (id) => rows?.querySelector(`[data-row="${id}"]`);
    const own = () => [...(rows?.querySelectorAll("[data-own=true]") ?? [])].map((one) => one.dataset.row);
    const paneOf = (element) => panes.get(element.closest("[data-chat]")?.dataset.chat);
    const room = () => (rows ? 1 + ROOM.filter((query) => query.matches).length : 1);
    const shown = () => [...panes.values()].filter((pane) => pane.isShown());

    function add(id) {
        panes.set(id, chatPane(place, id, tell));
    }

    async function open(id) {
        if (panes.has(id)) {
            return true;
        }
        const answer = await ask(`/support/chats/${id}`);
        if (!answer.ok) {
            return false;
        }
        const told = document.createElement("template");
        told.innerHTML = await answer.text(); // written by the server, which escapes what people say
        const part = told.content.querySelector("[data-chat]");
        if (panes.has(id) || !part) {
            return Boolean(part);
        }
        part.hidden = true;
        place.append(part);
        window.htmx?.process(part);
        add(id);
        return true;
    }

    /** The one that is asked for last counts, whichever comes first. */
    async function show(id, focus) {
        wanted = id;
        try {
            if (!(await open(id)) || wanted !== id) {
                return;
            }
        } catch {
            return; // no network: once more when it is pressed again
        }
        turnTo(id);
        forget();
        arrange();
        if (Number(row(id)?.dataset.last ?? 0) > panes.get(id).last()) {
            panes.get(id).read();
        }
        panes.get(id).shown();
        if (focus) {
            panes.get(id).field()?.focus({ preventScroll: matchMedia("(width >= 768px)").matches });
        }
    }

    /** What is in view stays where it is; else it takes the place of what is not to be kept. */
    function turnTo(id) {
        if (!view.includes(id)) {
            view = view.filter((one) => beside.includes(one)).slice(-room() + 1 || Infinity);
            view.push(id);
        }
        active = wanted = id;
        history.replaceState(history.state, "", `/support/chat?open=${id}`);
    }

    /** Talks of others, and those that are over, need not be kept. */
    function forget() {
        const mine = own();
        for (const id of panes.keys()) {
            if (id !== active && !mine.includes(id)) {
                panes.get(id).part()?.remove();
                panes.delete(id);
                pin(id, false);
            }
        }
    }

    function pin(id, stays) {
        beside = beside.filter((one) => one !== id).concat(stays ? [id] : []);
        if (!stays && view.length > 1) {
            view = view.filter((one) => one !== id);
            turnTo(view.includes(active) ? active : view.at(-1));
        }
        kept(besideKey, beside.join(","), sessionStorage);
    }

    /** The one in which one works, and as many of those kept beside it as there is room for. */
    function arrange() {
        view = view.filter((id) => panes.has(id));
        while (view.length > room()) {
            view.splice(view[0] === active ? 1 : 0, 1);
        }
        view.unshift(...beside.filter((id) => panes.has(id) && !view.includes(id)).slice(0, room() - view.length));
        for (const [id, pane] of panes) {
            const part = pane.part();
            const comes = part.hidden && view.includes(id);
            part.hidden = !view.includes(id);
            part.classList.toggle("chat-active", id === active);
            // a key means the talk in which one works
            for (const held of part.querySelectorAll("[data-shortcut], [data-shortcut-of-another]")) {
                held.setAttribute(id === active ? "data-shortcut" : "data-shortcut-of-another", held.dataset.shortcut ?? held.dataset.shortcutOfAnother);
                held.removeAttribute(id === active ? "data-shortcut-of-another" : "data-shortcut");
            }
            const button = part.querySelector("[data-chat-beside]");
            if (button) {
                button.hidden = room() === 1 || part.dataset.mine !== "true";
                button.setAttribute("aria-pressed", String(beside.includes(id)));
            }
            if (comes && id !== active) {
                pane.shown();
            }
        }
        place.dataset.panes = String(Math.max(1, view.length));
        place.querySelector("[data-chat-empty]")?.toggleAttribute("hidden", view.length > 0);
        mark();
    }

    /** What the server can't know of its list: which one is open here, and in which something is typed. */
    function mark() {
        for (const one of rows?.querySelectorAll("[data-row]") ?? []) {
            const id = one.dataset.row;
            const link = one.querySelector("a");
            one.classList.toggle("chat-row-open", id === active);
            link.toggleAttribute("aria-current", id === active);
            one.querySelector("[data-draft]")?.toggleAttribute("hidden", id === active || !draftOf(id)?.text);
            if (panes.get(id)?.isShown() && document.visibilityState === "visible") {
                one.classList.remove("chat-row-unread");
                one.querySelector("[data-unread]")?.remove();
            }
        }
    }

    async function list() {
        if (!rows) {
            return;
        }
        try {
            const answer = await ask(`/support/chat/rows?open=${active ?? ""}`);
            if (answer.ok) {
                const text = await answer.text();
                const had = rows.contains(document.activeElement) && document.activeElement.getAttribute("href");
                rows.innerHTML = text;
                if (had) {
                    rows.querySelector(`a[href="${CSS.escape(had)}"]`)?.focus();
                }
                mark();
            }
        } catch {
            // no network: once more later
        }
    }

    /** Asks only for those of which the list says that there is more. */
    async function catchUp() {
        await list();
        for (const pane of shown()) {
            if (!row(pane.id) || Number(row(pane.id).dataset.last) > pane.last()) {
                pane.read();
            }
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
        const [, id, writing] = /^chat:(\d+)(:writing)?$/.exec(event.detail) ?? [];
        if (event.detail === "chats") {
            list();
            if (document.visibilityState === "hidden") {
                tell();
            }
        } else if (writing) {
            panes.get(id)?.visitorWrites();
        } else if (id && panes.get(id)?.isShown()) {
            panes.get(id).read();
            list();
        } else if (id) {
            list();
            tell();
        }
    });

    rows?.addEventListener("click", (event) => {
        const link = event.target.closest("[data-row] a");
        if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            // on a phone the keyboard would hide what was said
            show(link.closest("[data-row]").dataset.row, matchMedia("(pointer: fine)").matches);
            if (matchMedia("(width < 768px)").matches) {
                place.scrollIntoView();
            }
        }
    });
    document.addEventListener("keydown", (event) => {
        const all = own();
        const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (steps && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && all.length > 0 && !event.target.closest("select, dialog")) {
            event.preventDefault();
            const at = all.indexOf(active);
            show(all[(at < 0 ? (steps > 0 ? 0 : all.length - 1) : at + steps + all.length) % all.length], true);
        } else if (/^[1-9]$/.test(event.key) && !isBusy(event) && all[event.key - 1]) {
            event.preventDefault();
            show(all[event.key - 1], true);
        }
    });
    const work = (event) => {
        const pane = paneOf(event.target);
        if (pane && pane.id !== active) {
            turnTo(pane.id);
            arrange();
        }
    };
    place.addEventListener("pointerdown", work);
    place.addEventListener("focusin", work);
    place.addEventListener("click", (event) => {
        const button = event.target.closest("[data-chat-beside]");
        if (button) {
            pin(paneOf(button).id, button.getAttribute("aria-pressed") !== "true");
            arrange();
        }
    });
    place.addEventListener("chat:drawn", arrange);
    place.addEventListener("submit", async (event) => {
        const form = event.target.closest("[data-chat-write]");
        if (form) {
            event.preventDefault();
            const pane = paneOf(form);
            await pane.say(form);
            if (pane.id === active) {
                pane.field()?.focus();
            }
        }
    });
    place.addEventListener("change", (event) => {
        const form = event.target.closest("[data-chat-attach]");
        if (form) {
            paneOf(form).attach(form);
        }
    });
    place.addEventListener("keydown", (event) => {
        if (event.target.matches("[data-chat-write] textarea") && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            event.target.form.requestSubmit();
        }
    });
    place.addEventListener("input", (event) => {
        if (event.target.matches("[data-chat-write] textarea")) {
            paneOf(event.target).typing();
        } else if (event.target.name === "note") {
            paneOf(event.target).keep();
        }
    });
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") {
            news = 0;
            document.title = title;
            catchUp();
            shown().forEach((pane) => pane.seen());
        }
    });
    const sound = document.querySelector("[data-chat-sound]");
    if (sound) {
        sound.checked = kept(SOUND) === "true";
        sound.addEventListener("change", () => kept(SOUND, String(sound.checked)));
    }
    ROOM.forEach((query) => query.addEventListener("change", arrange));
    setInterval(catchUp, ASKED_EVERY);
    desk.dataset.wired = "true";
    if (active) {
        add(active);
        panes.get(active).shown();
    }
    arrange();
    const standing = beside.filter((id) => own().includes(id));
    if (room() > 1) {
        Promise.all(standing.map(open)).then(arrange, () => {});
    }
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

/** What is kept by a name, after keeping a value if there is one. */
function kept(key, value, store = localStorage) {
    try {
        if (value !== undefined) {
            store.setItem(key, value);
        }
        return store.getItem(key);
    } catch {
        return value ?? null;
    }
}
