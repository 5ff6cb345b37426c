package org.triviumcrm.insight.people;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The activities behind a number of them. */
@Controller
class DoneController {

    private static final String PAGE = "insight/people/done";

    private final DoneService activities;
    private final People people;
    private final Companies companies;
    private final Format format;

    DoneController(DoneService activities, People people, Companies companies, Format format) {
        this.activities = activities;
        this.people = people;
        this.companies = companies;
        this.format = format;
    }

    @GetMapping(DoneFilter.PATH)
    String show(@ModelAttribute("filter") DoneFilter filter, BindingResult errors, Viewer viewer, Model model) {
        DoneFilter asked = (errors.hasErrors() ? DoneFilter.none() : filter).filled(format.today());
        DonePage found = activities.page(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("currency", companies.currency());
        model.addAttribute(
                "whose",
                asked.person() == null || found.rows().isEmpty()
                        ? null
                        : people.names(java.util.List.of(asked.person())).get(asked.person()));
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }
}
