package org.triviumcrm.sales.territory;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The tree of territories. */
@Controller
class TerritoryController {

    private static final String TREE = "redirect:/sales/territories";

    private final TerritoryReadService reading;
    private final TerritoryService territories;
    private final TerritoryForms forms;
    private final Companies companies;
    private final EditConflicts conflicts;

    TerritoryController(
            TerritoryReadService reading,
            TerritoryService territories,
            TerritoryForms forms,
            Companies companies,
            EditConflicts conflicts) {
        this.reading = reading;
        this.territories = territories;
        this.forms = forms;
        this.companies = companies;
        this.conflicts = conflicts;
    }

    @GetMapping("/sales/territories")
    String list(Viewer viewer, Model model) {
        model.addAttribute("page", reading.page(viewer));
        model.addAttribute("currency", companies.currency());
        return "sales/territory/list";
    }

    @CanManageTerritories
    @GetMapping("/sales/territories/new")
    String blank(@RequestParam(required = false) @Nullable Long parent, Viewer viewer, Model model) {
        SaveTerritory blank = SaveTerritory.blank(parent);
        model.addAttribute("input", blank);
        return forms.form(viewer, model, blank, null);
    }

    @CanManageTerritories
    @PostMapping("/sales/territories")
    String create(
            @Valid @ModelAttribute("input") SaveTerritory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                territories.create(viewer, input);
                flash.addFlashAttribute("notice", "sales.territory.saved");
                return TREE;
            } catch (TerritoryRefusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(forms.form(viewer, model, input, null));
    }

    @GetMapping("/sales/territories/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveTerritory saved = territories.find(viewer, id);
        model.addAttribute("input", saved);
        return forms.form(viewer, model, saved, id);
    }

    @CanManageTerritories
    @PostMapping("/sales/territories/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveTerritory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                territories.update(viewer, id, input);
                flash.addFlashAttribute("notice", "sales.territory.saved");
                return TREE;
            } catch (TerritoryRefusal refusal) {
                refusal.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                SaveTerritory saved = territories.find(viewer, id);
                String form = forms.form(viewer, model, saved, id);
                int version = Objects.requireNonNull(saved.version());
                return conflicts.show(model, "territory", id, version, saved, input, form, TerritoryForms.SETS);
            }
        }
        return Rejected.with(forms.form(viewer, model, input, id));
    }
}
