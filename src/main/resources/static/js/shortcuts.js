// A link with data-shortcut is followed when its key is pressed, outside of fields.
export function wireShortcuts() {
    document.addEventListener("keydown", (event) => {
        if (isBusy(event)) {
            return;
        }
        const link = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
        if (link) {
            event.preventDefault();
            link.click();
        }
    });
}

/** Whether a key means something else where it was pressed. */
export function isBusy(event) {
    const busy = event.target.closest("input, select, textarea, [contenteditable], .ts-wrapper, dialog, [role=listbox], [tabindex='0']");
    return busy || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
