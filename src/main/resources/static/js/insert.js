// A button with data-insert puts its text where the cursor was in the field that it names, and goes on there. With data-insert-kind
// it chooses first what kind of thing is being written.
export function wireInserts() {
    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-insert]");
        const field = button && document.querySelector(button.dataset.insert);
        if (!field) {
            return;
        }
        const kind = field.form?.querySelector(`[name=kind][value="${CSS.escape(button.dataset.insertKind ?? "")}"]`);
        if (kind && !kind.checked) {
            kind.click();
        }
        insert(field, button.dataset.insertText);
    });
}

function insert(field, text) {
    // where nobody has been yet, the end is meant
    const untouched = field.selectionStart === 0 && field.selectionEnd === 0;
    const from = untouched ? field.value.length : field.selectionStart;
    const to = untouched ? from : field.selectionEnd;
    const before = field.value.slice(0, from);
    const gap = before === "" || /\s$/.test(before) ? "" : "\n";
    field.setRangeText(gap + text + "\n", from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
}
