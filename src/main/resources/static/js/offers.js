// A select with data-decides: what its row offers with data-offered="x" is there while the chosen option has data-offers="x".
export function wireOffers(root) {
    root.querySelectorAll("select[data-decides]").forEach((select) => {
        const row = select.closest("tr, fieldset, form");
        const show = () =>
            row.querySelectorAll("[data-offered]").forEach((offered) => {
                offered.hidden = select.selectedOptions[0]?.dataset.offers !== offered.dataset.offered;
            });
        select.addEventListener("change", show);
        show();
    });
}
