package org.triviumcrm.customer.customer;

import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** A customer's page and its forms. */
@Controller
class CustomerController {

    private final CustomerService customers;
    private final People people;
    private final Companies companies;
    private final EditConflicts conflicts;
    private final Visits visits;
    private final List<CustomerPanel> panels;

    CustomerController(
            CustomerService customers,
            People people,
            Companies companies,
            EditConflicts conflicts,
            Visits visits,
            List<CustomerPanel> panels) {
        this.customers = customers;
        this.people = people;
        this.companies = companies;
        this.conflicts = conflicts;
        this.visits = visits;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
    }

    @GetMapping("/customers/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("customer", customers.page(viewer, id));
        model.addAttribute("contacts", customers.contacts(viewer, id));
        model.addAttribute("children", customers.children(viewer, id));
        model.addAttribute(
                "panels", panels.stream().filter(panel -> panel.isFor(viewer)).toList());
        model.addAttribute("fresh", visits.fresh(viewer, "customer", id));
        return "customer/customer/show";
    }

    @GetMapping("/customers/new")
    String blank(Viewer viewer, Model model) {
        customers.similar(viewer, null);
        model.addAttribute("customer", SaveCustomer.empty(viewer.personId(), companies.currency()));
        return form(viewer, model, 0, viewer.personId(), null);
    }

    @CanCreateCustomers
    @PostMapping("/customers")
    String create(
            @Valid @ModelAttribute("customer") SaveCustomer customer,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, 0, customer.ownerId(), customer.parentId()));
        }
        long id = customers.create(viewer, customer);
        flash.addFlashAttribute("notice", "customer.customer.created");
        return "redirect:/customers/" + id;
    }

    @GetMapping("/customers/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        CustomerPage page = customers.page(viewer, id);
        model.addAttribute("customer", page.toInput(companies.currency()));
        return form(viewer, model, id, page.ownerId(), page.parentId());
    }

    @CanEditCustomers
    @PostMapping("/customers/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("customer") SaveCustomer customer,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && customers.isBelow(viewer, id, customer.parentId())) {
            errors.rejectValue("parentId", "customer.error.parent");
        }
        if (errors.hasErrors()) {
            customers.page(viewer, id);
            return Rejected.with(form(viewer, model, id, customer.ownerId(), customer.parentId()));
        }
        try {
            customers.update(viewer, id, customer);
        } catch (ObjectOptimisticLockingFailureException e) {
            CustomerPage saved = customers.page(viewer, id);
            String form = form(viewer, model, id, customer.ownerId(), customer.parentId());
            SaveCustomer now = saved.toInput(companies.currency());
            return conflicts.show(model, "customer", id, saved.version(), now, customer, form);
        }
        flash.addFlashAttribute("notice", "customer.saved");
        return "redirect:/customers/" + id;
    }

    private String form(Viewer viewer, Model model, long id, @Nullable Long ownerId, @Nullable Long parentId) {
        model.addAttribute("id", id);
        model.addAttribute("companyCurrency", companies.currency());
        model.addAttribute(
                "ownerName",
                ownerId == null
                        ? null
                        : people.find(ownerId).map(PersonRef::name).orElse(null));
        model.addAttribute(
                "parentName",
                parentId == null ? null : customers.page(viewer, parentId).name());
        return "customer/customer/form";
    }
}
