// Cards between columns: with the mouse or a finger, and with the keyboard. Won and lost ask for more first.
import { openDialog } from "./dialog.js";

const board = document.querySelector("[data-board]");
const script = document.getElementById("board-script");

function refresh(stage) {
    const column = document.getElementById("column-" + stage);
    if (column) {
        window.htmx.trigger(column, "refresh");
    }
}

function post(id, stage) {
    return window.htmx.ajax("POST", `/sales/opportunities/${id}/move`, { values: { stageId: stage }, swap: "none" });
}

/** Where a card goes; won and lost open their dialog, and the card goes back until that is settled. */
async function moveTo(card, list, from) {
    const id = card.dataset.id;
    const kind = list.dataset.kind;
    if (kind === "OPEN") {
        await post(id, list.dataset.stage);
        refresh(from);
        refresh(list.dataset.stage);
        return;
    }
    const page = kind === "WON" ? "win" : "loss";
    await openDialog(`/sales/opportunities/${id}/${page}?from=board`);
    refresh(from);
    list.querySelectorAll(".board-card").forEach((dropped) => dropped.remove());
}

function wireDragging(list) {
    if (list.dataset.dragging) {
        return;
    }
    list.dataset.dragging = "yes";
    window.Sortable.create(list, {
        group: "board",
        draggable: '.board-card[data-movable="true"]',
        ghostClass: "board-ghost",
        sort: false,
        delay: 150,
        delayOnTouchOnly: true,
        animation: 120,
        onAdd(event) {
            moveTo(event.item, event.to, event.from.dataset.stage);
        },
    });
}

function lists() {
    return [...board.querySelectorAll("[data-cards]")];
}

/** Arrow keys walk; [ and ] move a card to the neighbouring column; m shows where it can go; Enter opens it. */
function wireKeys() {
    board.addEventListener("keydown", (event) => {
        const card = event.target.closest(".board-card");
        if (!card || event.target !== card || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const columns = lists();
        const list = card.closest("[data-cards]");
        const at = columns.indexOf(list);
        const cards = [...list.querySelectorAll(".board-card")];
        const index = cards.indexOf(card);
        const step = { ArrowLeft: -1, ArrowRight: 1, "[": -1, "]": 1 }[event.key];
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            cards[index + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
        } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
            event.preventDefault();
            for (let next = at + step; columns[next]; next += step) {
                const there = columns[next].querySelectorAll(".board-card");
                if (there.length > 0) {
                    there[Math.min(index, there.length - 1)].focus();
                    break;
                }
            }
        } else if (step && columns[at + step] && card.dataset.movable === "true") {
            event.preventDefault();
            moveTo(card, columns[at + step], list.dataset.stage).then(() => focusAfterMove(card.dataset.id));
        } else if (event.key === "m" && card.dataset.movable === "true") {
            event.preventDefault();
            card.classList.toggle("moving");
            card.querySelector("select")?.focus();
        } else if (event.key === "Enter") {
            event.preventDefault();
            card.querySelector("a").click();
        }
    });
}

/** The columns come anew; the card that was moved keeps the focus. */
function focusAfterMove(id) {
    const once = () => {
        const card = document.getElementById("card-" + id);
        if (card) {
            card.focus();
            document.body.removeEventListener("htmx:afterSettle", once);
        }
    };
    document.body.addEventListener("htmx:afterSettle", once);
}

function wireLists() {
    lists().forEach(wireDragging);
}

if (board) {
    wireKeys();
    document.querySelectorAll("[data-submit]").forEach((field) => field.addEventListener("change", () => field.form.submit()));
    const library = document.createElement("script");
    library.src = script.dataset.sortable;
    library.onload = wireLists;
    document.head.append(library);
    document.body.addEventListener("htmx:afterSettle", () => window.Sortable && wireLists());
}
