// <a data-dialog href="..."> opens what the link leads to in the dialog, so does a form's <button data-dialog>; <form data-confirm="text"> asks first.
export function wireDialogs() {
    const dialog = document.getElementById("dialog");
    const confirm = document.getElementById("confirm");

    document.addEventListener("click", (event) => {
        const close = event.target.closest("[data-dialog-close]");
        if (close && close.closest("dialog")) {
            event.preventDefault();
            close.closest("dialog").close();
            return;
        }
        const link = event.target.closest("a[data-dialog]");
        if (!link || !dialog || event.ctrlKey || event.metaKey || event.shiftKey) {
            return;
        }
        event.preventDefault();
        openDialog(link.href);
    });

    // a button of a form with data-dialog: what it is answered with opens in the dialog; the form itself is not sent, nor locked
    document.addEventListener(
        "submit",
        (event) => {
            const button = event.submitter;
            if (!dialog || button?.dataset.dialog === undefined) {
                return;
            }
            event.preventDefault();
            const values = new FormData(event.target, button);
            show(dialog, window.htmx.ajax("POST", button.formAction, { target: dialog, swap: "innerHTML", values }));
        },
        true,
    );

    document.addEventListener(
        "submit",
        (event) => {
            const form = event.target;
            const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
            if (!question || !confirm || form.dataset.confirmed) {
                delete form.dataset.confirmed;
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            confirm.querySelector("[data-confirm-text]").textContent = question;
            confirm.returnValue = "no";
            confirm.addEventListener(
                "close",
                () => {
                    if (confirm.returnValue === "yes") {
                        form.dataset.confirmed = "yes";
                        form.requestSubmit(event.submitter ?? undefined);
                    }
                },
                { once: true },
            );
            confirm.showModal();
        },
        true,
    );

    document.body.addEventListener("dialog:close", () => dialog?.close());
    // an answer that was meant for another place and is a question, such as whether to ask for an approval
    document.body.addEventListener("htmx:afterSwap", (event) => {
        if (dialog && event.detail.target === dialog && !dialog.open) {
            dialog.showModal();
        }
    });
}

/** Loads a page's part into the dialog and shows it. */
export function openDialog(url) {
    const dialog = document.getElementById("dialog");
    dialog.dataset.url = url;
    return show(dialog, window.htmx.ajax("GET", url, { target: dialog, swap: "innerHTML" }));
}

/** Shows the dialog once its part has come. */
function show(dialog, loaded) {
    return loaded.then(() => {
        if (!dialog.open) {
            dialog.showModal();
        }
        dialog.querySelector("[autofocus], input:not([type=hidden]), select, textarea")?.focus();
    });
}
