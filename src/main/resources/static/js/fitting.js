// A field that means something for some choices of another one only is there for those: data-fits="kind:CHOICE CHOICES".
// It is hidden, not emptied: who chooses back finds what was typed; the server leaves out what does not fit.
export function wireFitting(root) {
    root.querySelectorAll("[data-fits]").forEach((part) => {
        const [name, values] = part.dataset.fits.split(":");
        const asked = part.closest("form")?.querySelector(`[name="${name}"]`);
        if (!asked) {
            return;
        }
        const fit = () => (part.hidden = !values.split(" ").includes(asked.value));
        asked.addEventListener("change", fit);
        fit();
    });
}
