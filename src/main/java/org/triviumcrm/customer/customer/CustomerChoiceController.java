package org.triviumcrm.customer.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Typed searches around customers, the warning of duplicates, and the deletion. */
@Controller
class CustomerChoiceController {

    private final CustomerService customers;
    private final People people;

    CustomerChoiceController(CustomerService customers, People people) {
        this.customers = customers;
        this.people = people;
    }

    @GetMapping("/customers/choices")
    @ResponseBody
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return customers.choices(viewer, q);
    }

    /** Whom the viewer may put in charge of a customer. */
    @GetMapping("/customers/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, "customer", q, 20).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    @GetMapping("/customers/similar")
    String similar(@RequestParam(required = false) @Nullable String name, Viewer viewer, Model model) {
        model.addAttribute("similar", customers.similar(viewer, name));
        return "customer/customer/form :: similar";
    }

    @PostMapping("/customers/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            customers.delete(viewer, id);
        } catch (DataIntegrityViolationException e) {
            flash.addFlashAttribute("problem", "customer.customer.error.used");
            return "redirect:/customers/" + id;
        }
        flash.addFlashAttribute("notice", "customer.customer.deleted");
        return "redirect:/customers";
    }
}
