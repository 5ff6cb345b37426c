package org.triviumcrm.sales.tax;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's list of rates, with the form for a new one below it. */
@Controller
class TaxRateController {

    private final TaxRateService rates;
    private final EditConflicts conflicts;

    TaxRateController(TaxRateService rates, EditConflicts conflicts) {
        this.rates = rates;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/tax-rates")
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", SaveTaxRate.empty());
        return page(viewer, model, 0);
    }

    @CanManageTaxRates
    @PostMapping("/administration/tax-rates")
    String create(
            @Valid @ModelAttribute("input") SaveTaxRate input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        rates.create(viewer, input);
        return done(flash);
    }

    @GetMapping("/administration/tax-rates/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveTaxRate.of(rates.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageTaxRates
    @PostMapping("/administration/tax-rates/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveTaxRate input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            rates.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            TaxRate saved = rates.find(viewer, id);
            return conflicts.show(
                    model, "tax_rate", id, saved.getVersion(), SaveTaxRate.of(saved), input, page(viewer, model, id));
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SaveTaxRate input, long id, BindingResult errors) {
        if (rates.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.tax.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("rates", rates.all(viewer));
        return "sales/tax/list";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.tax.saved");
        return "redirect:/administration/tax-rates";
    }
}
