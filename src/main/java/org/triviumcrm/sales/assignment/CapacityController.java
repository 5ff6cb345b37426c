package org.triviumcrm.sales.assignment;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** How much open work rules may bring people to. */
@Controller
class CapacityController {

    private final CapacityService capacities;
    private final AssignmentForms forms;
    private final Companies companies;

    CapacityController(CapacityService capacities, AssignmentForms forms, Companies companies) {
        this.capacities = capacities;
        this.forms = forms;
        this.companies = companies;
    }

    @GetMapping("/administration/assignment/capacities")
    String list(@RequestParam(required = false) @Nullable Long person, Viewer viewer, Model model) {
        List<CapacityRow> rows = capacities.all(viewer);
        Blank input = rows.stream()
                .filter(row -> person != null && row.personId() == person)
                .findFirst()
                .map(row -> new Blank(row.personId(), row.maxOpen(), row.maxValue()))
                .orElseGet(() -> new Blank(null, null, null));
        model.addAttribute("input", input);
        return page(model, rows, input.personId());
    }

    @CanManageAssignment
    @PostMapping("/administration/assignment/capacities")
    String save(
            @Valid @ModelAttribute("input") SaveCapacity input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(page(model, capacities.all(viewer), input.personId()));
        }
        capacities.save(viewer, input);
        flash.addFlashAttribute("notice", "sales.assignment.capacity.saved");
        return "redirect:/administration/assignment/capacities";
    }

    private String page(Model model, List<CapacityRow> rows, @Nullable Long person) {
        model.addAttribute("rows", rows);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("personName", forms.name(person));
        return "sales/assignment/capacities";
    }

    /** The form before anything was typed, or with what counts now. */
    record Blank(
            @Nullable Long personId,
            @Nullable Integer maxOpen,
            @Nullable BigDecimal maxValue) {}
}
