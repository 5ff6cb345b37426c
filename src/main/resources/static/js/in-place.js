// A single field edited where it stands: Enter saves (Ctrl Enter in a long text), Escape puts back what stood there.
const before = new WeakMap();
let saving;

export function wireInPlace() {
    document.body.addEventListener("htmx:beforeSwap", (event) => {
        const place = event.detail.target;
        if (place.matches?.("[data-in-place]") && !place.querySelector("form.in-place")) {
            before.set(place, place.innerHTML);
        }
    });
    document.body.addEventListener("htmx:load", (event) => {
        const form = event.detail.elt.matches?.("form.in-place") ? event.detail.elt : event.detail.elt.querySelector?.("form.in-place");
        if (form && !form.contains(document.activeElement)) {
            const control = form.querySelector(".is-invalid, input:not([type=hidden]), textarea, select");
            control?.focus();
            control?.select?.();
        }
    });
    document.body.addEventListener("htmx:beforeRequest", (event) => {
        if (event.target.matches?.("form.in-place")) {
            saving = event.target.dataset.field;
        }
    });
    document.body.addEventListener("htmx:afterSettle", (event) => {
        if (saving && event.detail.target?.id === "record-facts") {
            document.getElementById("edit-" + saving)?.focus();
            saving = undefined;
        }
    });
    // before a picker takes the key for its own list
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("click", (event) => {
        const cancel = event.target.closest("[data-in-place-cancel]");
        if (cancel && leave(cancel.closest("form.in-place"))) {
            event.preventDefault();
            return;
        }
        const shown = event.target.closest(".in-place-shown");
        if (shown && !event.target.closest("a, button") && String(getSelection()) === "") {
            shown.parentElement.querySelector(".in-place-edit")?.click();
        }
    });
}

function onKey(event) {
    const form = event.target.closest?.("form.in-place");
    if (!form || event.isComposing) {
        return;
    }
    if (event.key === "Escape" && !form.querySelector(".dropdown-active") && leave(form)) {
        event.preventDefault();
        event.stopPropagation();
    } else if (event.key === "Enter" && event.target.matches("textarea") && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit();
    }
}

/** False where the form is a page of its own. */
function leave(form) {
    const place = form.closest("[data-in-place]");
    if (!place || !before.has(place)) {
        return false;
    }
    place.innerHTML = before.get(place);
    before.delete(place);
    window.htmx.process(place);
    place.querySelector(".in-place-edit")?.focus();
    return true;
}
