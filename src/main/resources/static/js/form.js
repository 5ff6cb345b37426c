// A form that is on its way can't be sent twice, and what was typed outlives an expired session.
const KEPT = "trivium.typed:";

export function wireForms(root) {
    root.querySelectorAll("form[method=post]").forEach((form) => {
        if (form.dataset.wired) {
            return;
        }
        form.dataset.wired = "yes";
        restore(form);
        form.addEventListener("submit", (event) => {
            if (event.defaultPrevented) {
                return;
            }
            keep(form);
            setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = true)));
        });
        form.addEventListener("htmx:afterRequest", () =>
            form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = false)),
        );
    });
}

window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
        document.querySelectorAll("form button[type=submit]").forEach((button) => (button.disabled = false));
    }
});

/** Passwords and files are never kept. */
function keep(form) {
    if (!form.hasAttribute("data-keep")) {
        return;
    }
    const typed = [...new FormData(form)].filter(
        ([name, value]) => name !== "_csrf" && typeof value === "string" && form.elements[name]?.type !== "password",
    );
    sessionStorage.setItem(KEPT + location.pathname, JSON.stringify(typed));
}

/** Only on the page that says the session had ended: data-restore is set there. */
function restore(form) {
    const kept = sessionStorage.getItem(KEPT + location.pathname);
    if (!kept || !form.hasAttribute("data-keep")) {
        return;
    }
    sessionStorage.removeItem(KEPT + location.pathname);
    if (!sessionStorage.getItem("trivium.expired")) {
        return;
    }
    sessionStorage.removeItem("trivium.expired");
    for (const [name, value] of JSON.parse(kept)) {
        const field = form.elements[name];
        if (field && "value" in field) {
            field.value = value;
        }
    }
}
