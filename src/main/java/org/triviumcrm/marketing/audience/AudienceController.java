package org.triviumcrm.marketing.audience;

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
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** A target list's page and its form. */
@Controller
class AudienceController {

    private static final String ONE = AudienceList.PATH + "/{id:\\d+}";

    private final AudienceService audiences;
    private final People people;
    private final EditConflicts conflicts;

    AudienceController(AudienceService audiences, People people, EditConflicts conflicts) {
        this.audiences = audiences;
        this.people = people;
        this.conflicts = conflicts;
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("audience", audiences.page(viewer, id));
        model.addAttribute("kinds", PersonKind.values());
        model.addAttribute("uses", audiences.uses(viewer, id));
        model.addAttribute("removals", audiences.removals(viewer, id));
        return "marketing/audience/show";
    }

    @CanEditAudiences
    @GetMapping(AudienceList.PATH + "/new")
    String blank(Viewer viewer, Model model) {
        return form(model, 0, new SaveAudience("", null, viewer.personId(), 0));
    }

    @CanEditAudiences
    @PostMapping(AudienceList.PATH)
    String create(
            @Valid @ModelAttribute("audience") SaveAudience audience,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(model, 0, audience));
        }
        long id = audiences.create(viewer, audience);
        flash.addFlashAttribute("notice", "marketing.audience.created");
        return "redirect:" + AudienceList.PATH + "/" + id;
    }

    @CanEditAudiences
    @GetMapping(ONE + "/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return form(model, id, audiences.page(viewer, id).toInput());
    }

    @CanEditAudiences
    @PostMapping(ONE)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("audience") SaveAudience audience,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        audiences.page(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(form(model, id, audience));
        }
        try {
            audiences.update(viewer, id, audience);
        } catch (ObjectOptimisticLockingFailureException e) {
            AudiencePage now = audiences.page(viewer, id);
            return conflicts.show(
                    model, "audience", id, now.version(), now.toInput(), audience, form(model, id, audience));
        }
        flash.addFlashAttribute("notice", "marketing.audience.saved");
        return "redirect:" + AudienceList.PATH + "/" + id;
    }

    @PostMapping(ONE + "/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        audiences.delete(viewer, id);
        flash.addFlashAttribute("notice", "marketing.audience.deleted");
        return "redirect:" + AudienceList.PATH;
    }

    private String form(Model model, long id, SaveAudience said) {
        model.addAttribute("id", id);
        if (!model.containsAttribute("audience")) {
            model.addAttribute("audience", said);
        }
        Long owner = said.ownerId();
        model.addAttribute(
                "ownerName",
                owner == null ? null : people.find(owner).map(PersonRef::name).orElse(null));
        return "marketing/audience/form";
    }
}
