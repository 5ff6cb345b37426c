package org.triviumcrm.customer.contact;

import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.triviumcrm.customer.ContactPanel;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** A contact's page and its forms. */
@Controller
class ContactController {

    private final ContactService contacts;
    private final People people;
    private final EditConflicts conflicts;
    private final Visits visits;
    private final List<ContactPanel> panels;

    ContactController(
            ContactService contacts, People people, EditConflicts conflicts, Visits visits, List<ContactPanel> panels) {
        this.contacts = contacts;
        this.people = people;
        this.conflicts = conflicts;
        this.visits = visits;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ContactPanel::order))
                .toList();
    }

    @GetMapping("/contacts/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("contact", contacts.page(viewer, id));
        model.addAttribute(
                "panels", panels.stream().filter(panel -> panel.isFor(viewer)).toList());
        model.addAttribute("fresh", visits.fresh(viewer, "contact", id));
        return "customer/contact/show";
    }

    @GetMapping("/contacts/new")
    String blank(@RequestParam(required = false) @Nullable Long customerId, Viewer viewer, Model model) {
        model.addAttribute("contact", SaveContact.empty(viewer.personId(), customerId));
        return form(viewer, model, 0, viewer.personId(), customerId);
    }

    @CanCreateContacts
    @PostMapping("/contacts")
    String create(
            @Valid @ModelAttribute("contact") SaveContact contact,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, 0, contact.ownerId(), contact.customerId()));
        }
        long id = contacts.create(viewer, contact);
        flash.addFlashAttribute("notice", "customer.contact.created");
        return "redirect:/contacts/" + id;
    }

    @GetMapping("/contacts/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        ContactPage page = contacts.page(viewer, id);
        model.addAttribute("contact", page.toInput());
        return form(viewer, model, id, page.ownerId(), page.customerId());
    }

    @CanEditContacts
    @PostMapping("/contacts/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("contact") SaveContact contact,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            contacts.page(viewer, id);
            return Rejected.with(form(viewer, model, id, contact.ownerId(), contact.customerId()));
        }
        try {
            contacts.update(viewer, id, contact);
        } catch (ObjectOptimisticLockingFailureException e) {
            ContactPage saved = contacts.page(viewer, id);
            String form = form(viewer, model, id, contact.ownerId(), contact.customerId());
            return conflicts.show(model, "contact", id, saved.version(), saved.toInput(), contact, form);
        }
        flash.addFlashAttribute("notice", "customer.saved");
        return "redirect:/contacts/" + id;
    }

    @PostMapping("/contacts/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            contacts.delete(viewer, id);
        } catch (DataIntegrityViolationException e) {
            flash.addFlashAttribute("problem", "customer.contact.error.used");
            return "redirect:/contacts/" + id;
        }
        flash.addFlashAttribute("notice", "customer.contact.deleted");
        return "redirect:/contacts";
    }

    private String form(Viewer viewer, Model model, long id, @Nullable Long ownerId, @Nullable Long customerId) {
        model.addAttribute("id", id);
        model.addAttribute(
                "ownerName",
                ownerId == null
                        ? null
                        : people.find(ownerId).map(PersonRef::name).orElse(null));
        model.addAttribute("customerName", contacts.customerName(viewer, customerId));
        return "customer/contact/form";
    }
}
