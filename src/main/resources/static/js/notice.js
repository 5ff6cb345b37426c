// Short messages in a corner, or at the top of the dialog that is open: nothing else can be seen then.

/** Kind: success, info or danger; without a time it stays. Gives the element. */
export function showNotice(text, kind, milliseconds) {
    const notice = document.createElement("div");
    notice.className = "alert notice alert-" + kind;
    notice.setAttribute("role", kind === "danger" ? "alert" : "status");
    notice.textContent = text;
    const dialog = document.querySelector("dialog[open]");
    if (dialog) {
        dialog.prepend(notice);
    } else {
        document.getElementById("notices")?.append(notice);
    }
    if (milliseconds) {
        setTimeout(() => notice.remove(), milliseconds);
    }
    return notice;
}

/** What can't be used as things are says why when it is pressed all the same. */
export function wireBarred() {
    document.addEventListener("click", (event) => {
        const barred = event.target.closest("[data-barred]");
        if (barred) {
            event.preventDefault();
            showReason(barred.title);
        }
    });
}

let reason;

/** Why something can't be done, once however often somebody tries. */
export function showReason(text) {
    reason?.remove();
    reason = showNotice(text, "info", 8000);
}

export function showProblem(text) {
    showNotice(text, "danger", 12000);
}
