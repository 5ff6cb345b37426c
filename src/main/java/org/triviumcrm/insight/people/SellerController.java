package org.triviumcrm.insight.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.SellerRepository.Stay;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The own page of somebody who sells. */
@Controller
@RequestMapping(PeopleFilter.PATH + "/{id:\\d+}")
class SellerController {

    private static final String PAGE = "insight/people/person";

    private final SellerService people;
    private final Companies companies;
    private final Format format;

    SellerController(SellerService people, Companies companies, Format format) {
        this.people = people;
        this.companies = companies;
        this.format = format;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @ModelAttribute("filter") PeopleFilter filter,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        LocalDate today = format.today();
        Span span = span(filter, errors, today);
        model.addAttribute("found", people.of(viewer, id, span));
        model.addAttribute("asked", span);
        model.addAttribute("spans", LeaderboardController.spans(today));
        model.addAttribute("currency", companies.currency());
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }

    @GetMapping("/stages/{stage:\\d+}")
    String stays(
            @PathVariable long id,
            @PathVariable long stage,
            @ModelAttribute("filter") PeopleFilter filter,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        Span span = span(filter, errors, format.today());
        List<Stay> stays = people.stays(viewer, id, stage, span);
        model.addAttribute("stays", stays);
        model.addAttribute("more", stays.size() >= SellerRepository.STAYS);
        model.addAttribute("span", span);
        model.addAttribute("back", PeopleFilter.personHref(id, span));
        return errors.hasErrors() ? Rejected.with("insight/people/stays") : "insight/people/stays";
    }

    private static Span span(PeopleFilter filter, BindingResult errors, LocalDate today) {
        return (errors.hasErrors() ? PeopleFilter.none() : filter).filled(today).span();
    }
}
