// What is typed outlives an expired session: it is kept in this tab, and comes back after the sign-in, for the same person.
const KEPT = "trivium.typed:";
const LAST = "trivium.typed";

const keyOf = (form) => KEPT + new URL(form.action, location.href).pathname;
const viewer = () => document.body.dataset.viewer ?? "";
const place = () => location.pathname + location.search;

function read(key) {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
}

/** Passwords and files are never kept. */
export function keep(form) {
    if (!viewer() || form.method !== "post") {
        return;
    }
    const typed = [];
    for (const [name, value] of new FormData(form)) {
        const field = form.elements[name];
        if (name !== "_csrf" && typeof value === "string" && field?.type !== "password") {
            typed.push([name, value, field?.selectedOptions?.[0]?.textContent ?? value]);
        }
    }
    const key = keyOf(form);
    const earlier = read(key);
    // a refused form stands at the address that it was sent to, where nothing can be opened
    const page = earlier && KEPT + location.pathname === key ? earlier.page : place();
    const entry = { viewer: viewer(), page, typed, dialog: form.closest("dialog")?.dataset.url, field: form.dataset.field };
    sessionStorage.setItem(key, JSON.stringify(entry));
    sessionStorage.setItem(LAST, key);
}

/** All forms of the page that somebody has changed; whether there are any. */
export function keepAll() {
    const changed = [...document.querySelectorAll("form[method=post], form[hx-post]")].filter((form) => [...form.elements].some(isChanged));
    changed.forEach((form) => {
        keep(form);
        expire(keyOf(form));
    });
    return changed.length > 0;
}

function isChanged(field) {
    if (field.type === "hidden" || field.type === "password" || field.type === "file") {
        return false;
    }
    if (field.type === "checkbox" || field.type === "radio") {
        return field.checked !== field.defaultChecked;
    }
    if (field.options) {
        const first = field.multiple || [...field.options].some((option) => option.defaultSelected) ? -1 : 0;
        return [...field.options].some((option, at) => option.selected !== (option.defaultSelected || at === first));
    }
    return "defaultValue" in field && field.value !== field.defaultValue;
}

function expire(key) {
    const entry = read(key);
    if (entry) {
        sessionStorage.setItem(key, JSON.stringify({ ...entry, expired: true }));
    }
    return entry;
}

/** The form that has just been sent to an ended session: the page to open it on. */
export function expireLast() {
    const key = sessionStorage.getItem(LAST);
    return key ? expire(key)?.page : undefined;
}

/** Fills a form that has come back after the sign-in; whether there was something to fill in. */
export function restore(form) {
    const key = keyOf(form);
    const entry = read(key);
    if (!entry || !viewer()) {
        return false;
    }
    if (!entry.expired || entry.viewer !== viewer()) {
        if (KEPT + location.pathname !== key) {
            sessionStorage.removeItem(key);
        }
        return false;
    }
    sessionStorage.removeItem(key);
    // a form whose rows are made here makes them first
    form.dispatchEvent(new CustomEvent("typed:restore", { detail: entry.typed }));
    for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
        box.checked = entry.typed.some(([name, value]) => name === box.name && value === box.value);
    }
    for (const [name, value, text] of entry.typed) {
        fill(form.elements[name], value, text);
    }
    return true;
}

function fill(field, value, text) {
    if (!field || !("value" in field) || field.type === "checkbox" || field.type === "radio" || field instanceof RadioNodeList) {
        return;
    }
    if (field.tomselect) {
        field.tomselect.addOption({ value, text });
        field.tomselect.setValue(value);
        return;
    }
    if (field.options && ![...field.options].some((option) => option.value === value)) {
        field.add(new Option(text, value));
    }
    field.value = value;
}

/** What stood in a dialog or in place of a field has to be opened again before it can be filled in. */
export function reopen(openDialog) {
    for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(KEPT))) {
        const entry = read(key);
        if (entry.expired && entry.viewer === viewer() && entry.page === place()) {
            if (entry.dialog) {
                openDialog(entry.dialog);
            } else if (entry.field) {
                document.getElementById("edit-" + entry.field)?.click();
            }
        }
    }
}
