package org.triviumcrm.support.care;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;

/** Plans of care and what has become of them. */
@Controller
class CarePageController {

    private final CareService plans;
    private final Companies companies;
    private final Segments segments;
    private final People people;
    private final Format format;

    CarePageController(CareService plans, Companies companies, Segments segments, People people, Format format) {
        this.plans = plans;
        this.companies = companies;
        this.segments = segments;
        this.people = people;
        this.format = format;
    }

    @GetMapping(CareController.PATH)
    String list(Viewer viewer, Model model) {
        List<CarePlan> all = plans.all(viewer);
        model.addAttribute("plans", all);
        model.addAttribute("currency", companies.currency());
        model.addAttribute(
                "owners", people.names(all.stream().map(CarePlan::getOwnerId).toList()));
        return "support/care/list";
    }

    /** @param from the first day of what is counted; the whole plan without it */
    @GetMapping(CareController.PATH + "/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Viewer viewer,
            Model model) {
        CarePlan plan = plans.find(viewer, id);
        model.addAttribute("plan", plan);
        model.addAttribute("memberOf", segments.names(plan.getMemberOf()));
        model.addAttribute("currency", companies.currency());
        model.addAttribute("owner", people.names(List.of(plan.getOwnerId())).get(plan.getOwnerId()));
        CareEstimate estimate = plans.estimate(viewer, plan);
        model.addAttribute("estimate", estimate);
        if (viewer.can("support.care.manage")) {
            plans.foretell(viewer, plan, estimate.customers())
                    .ifPresent(foretold -> model.addAttribute("foretold", foretold));
        }
        LocalDate first = from == null ? plan.getStartsOn() : from;
        LocalDate last = until == null ? plan.getEndsOn() : until;
        boolean ran = plan.getState() == CareState.ACTIVE || plan.getState() == CareState.ENDED;
        List<CareCount> counts = ran ? plans.byPerson(viewer, id, first, last) : List.of();
        model.addAttribute("from", first);
        model.addAttribute("until", last);
        model.addAttribute("counts", counts);
        model.addAttribute("together", CareCount.together(counts));
        return "support/care/show";
    }

    /** @param afterDay of the last one of the page before, and its id */
    @GetMapping(CareController.PATH + "/{id:\\d+}/duties")
    String duties(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable DutyState state,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate afterDay,
            @RequestParam(required = false) @Nullable Long afterId,
            Viewer viewer,
            Model model) {
        CarePlan plan = plans.find(viewer, id);
        List<DutyRow> rows = plans.duties(viewer, new DutyFilter(id, person, state, afterDay, afterId));
        boolean more = rows.size() > CareService.PAGE;
        List<DutyRow> shown = more ? rows.subList(0, CareService.PAGE) : rows;
        model.addAttribute("plan", plan);
        model.addAttribute("rows", shown);
        model.addAttribute("today", format.today());
        model.addAttribute("person", person);
        model.addAttribute(
                "personName",
                person == null ? null : people.names(List.of(person)).get(person));
        model.addAttribute("state", state);
        model.addAttribute("states", DutyState.values());
        DutyRow last = more ? shown.get(shown.size() - 1) : null;
        model.addAttribute("next", last);
        return "support/care/duties";
    }
}
