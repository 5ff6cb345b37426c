// Prepared replies: the arrow keys go through what is found, and what is chosen comes into the form, where it can still be changed.
export function wireMacros(root) {
    // in a page that came whole, the text stands in the form already
    if (root.matches?.("[data-macro-text]")) {
        take(root);
    }
    const pick = root.matches?.("[data-macro-pick]") ? root : root.querySelector("[data-macro-pick]");
    pick?.addEventListener("keydown", walk);
}

function take(chosen) {
    const form = chosen.closest("form");
    document.getElementById("dialog")?.close();
    const kind = form.querySelector(`[name=kind][value=${chosen.dataset.macroKind}]`);
    kind.checked = true;
    kind.dispatchEvent(new Event("change", { bubbles: true }));
    const status = form.querySelector("[name=status]");
    if (chosen.dataset.macroStatus) {
        status.value = chosen.dataset.macroStatus;
    }
    // whoever chooses another status by hand means that one
    status.addEventListener("change", () => {
        const set = chosen.querySelector("[name=setStatus]");
        if (set && set.value !== status.value) {
            set.checked = false;
        }
    });
    const text = form.querySelector("textarea");
    text.focus();
    text.setRangeText(chosen.dataset.macroText, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    chosen.removeAttribute("data-macro-text");
}

function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const search = event.currentTarget.querySelector("[data-macro-q]");
    const choices = [...event.currentTarget.querySelectorAll("[data-macro-choice]")];
    if (event.target.closest("select")) {
        return;
    }
    if (event.key === "Enter" && event.target === search) {
        event.preventDefault();
        choices[0]?.click();
    } else if (step) {
        event.preventDefault();
        const next = choices.indexOf(document.activeElement) + step;
        (choices[next] ?? (next < 0 ? search : choices[choices.length - 1]))?.focus();
    }
}
