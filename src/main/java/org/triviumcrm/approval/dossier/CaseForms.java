package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** What the forms about a case have in common: the case above them, and what the page that led to them showed. */
@Component
class CaseForms {

    /** What each form is for. */
    private static final Map<String, CaseAct> ACTS = Map.of(
            "approve", CaseAct.DECIDE,
            "reject", CaseAct.DECIDE,
            "return", CaseAct.DECIDE,
            "delegate", CaseAct.DECIDE,
            "add", CaseAct.DECIDE,
            "resubmit", CaseAct.RESUBMIT,
            "comment", CaseAct.COMMENT,
            "copy", CaseAct.COPY,
            "attach", CaseAct.ATTACH);

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
     * @throws NotFound for who may only read the case, or less
     * @throws AlreadyDecided for who has to do with it, but may not do this (any more)
     */
    String form(Viewer viewer, long caseId, String view, HtmxRequest htmx, Model model) {
        CasePage page = page(viewer, caseId, model);
        if (!page.acts().isEmpty() && !page.acts().contains(ACTS.get(view))) {
            throw new AlreadyDecided(caseId);
        }
        return part(viewer, caseId, view, htmx, model);
    }

    private String part(Viewer viewer, long caseId, String view, HtmxRequest htmx, Model model) {
        if (page(viewer, caseId, model).acts().isEmpty()) {
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

    /**
     * The form again, with what is wrong; that it comes too late is said once it is right.
     *
     * @throws NotFound for who may only read the case, or less
     */
    String again(Viewer viewer, long caseId, String view, HtmxRequest htmx, Model model) {
        return Rejected.with(part(viewer, caseId, view, htmx, model));
    }

    /** What those are called who are chosen in a form, by the key of the step; who has left is chosen no more. */
    void names(@Nullable Map<String, List<Long>> chosen, Model model) {
        List<Long> ids = chosen == null
                ? List.of()
                : chosen.values().stream()
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .toList();
        model.addAttribute(
                "names",
                ids.stream()
                        .distinct()
                        .map(people::find)
                        .flatMap(Optional::stream)
                        .filter(PersonRef::active)
                        .collect(Collectors.toMap(PersonRef::id, PersonRef::name)));
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
