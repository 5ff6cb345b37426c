package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** What the forms about a case have in common: the case above them, and what the page that led to them showed. */
@Component
class CaseForms {

    private final CaseService cases;
    private final People people;

    CaseForms(CaseService cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    /** What a form decides on: the task and the version of the case that the page had shown, else those of now. */
    record Shown(long taskId, int version) {}

    /** @throws AlreadyDecided when the viewer has nothing to decide */
    Shown shown(Viewer viewer, long caseId, @Nullable Long taskId, @Nullable Integer version, Model model) {
        CasePage page = page(viewer, caseId, model);
        TaskRow mine = page.mine();
        if (mine == null) {
            throw new AlreadyDecided(caseId);
        }
        return new Shown(
                taskId == null ? mine.id() : taskId,
                version == null ? page.head().version() : version);
    }

    /**
     * A form, as a page or in a dialog.
     *
     * @throws NotFound for who sees no more than what became of the case
     */
    String form(Viewer viewer, long caseId, String view, HtmxRequest htmx, Model model) {
        if (!page(viewer, caseId, model).whole()) {
            throw new NotFound();
        }
        return Part.of(htmx, "approval/dossier/" + view);
    }

    /** The case above the form, read once a request. */
    CasePage page(Viewer viewer, long caseId, Model model) {
        if (model.getAttribute("page") instanceof CasePage read) {
            return read;
        }
        CasePage page = cases.page(viewer, caseId);
        model.addAttribute("page", page);
        return page;
    }

    /** The form again, with what is wrong. */
    String again(Viewer viewer, long caseId, String view, HtmxRequest htmx, Model model) {
        return Rejected.with(form(viewer, caseId, view, htmx, model));
    }

    /** A form in which a person is chosen again, with that person's name. */
    String again(Viewer viewer, long caseId, String view, HtmxRequest htmx, Model model, Errors errors) {
        String typed = String.valueOf(errors.getFieldValue("personId"));
        if (typed.matches("\\d{1,18}")) {
            people.find(Long.parseLong(typed)).ifPresent(person -> model.addAttribute("chosen", person.name()));
        }
        return again(viewer, caseId, view, htmx, model);
    }
}
