// The two versions of a record side by side: a button takes what is saved over into the form's field.
export function wireConflict(root) {
    root.querySelectorAll("button[data-take]").forEach((button) => {
        const fields = [...document.querySelectorAll(`form [name="${button.dataset.take}"]:not([type=hidden])`)];
        if (fields.length === 0) {
            return;
        }
        button.hidden = false;
        button.addEventListener("click", () => {
            const saved = [...button.querySelectorAll("data")].map((each) => each.value);
            fields.forEach((field) => take(field, saved, button.dataset.name ?? ""));
            button.disabled = true;
            fields[0].focus();
        });
    });
}

function take(field, saved, name) {
    if (field.type === "checkbox") {
        field.checked = field.value === "true" ? saved.includes("true") : saved.includes(field.value);
    } else if (field.tomselect) {
        const value = saved[0] ?? "";
        field.tomselect.addOption({ value, text: name });
        field.tomselect.setValue(value);
    } else {
        field.value = saved[0] ?? "";
    }
}
