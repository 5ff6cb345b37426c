package org.triviumcrm.sales.split;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** How the success of an opportunity is split. */
@Controller
class SplitController {

    /** Empty lines below those that are there. */
    private static final int MORE = 2;

    private static final int AT_LEAST = 4;
    private static final int MOST = 20;

    private final SplitService splits;
    private final OpportunityService opportunities;
    private final People people;

    SplitController(SplitService splits, OpportunityService opportunities, People people) {
        this.splits = splits;
        this.opportunities = opportunities;
        this.people = people;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/split")
    String show(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        model.addAttribute("opportunity", opportunity);
        model.addAttribute("split", splits.of(viewer, opportunity));
        return Part.of(htmx, "sales/split/show");
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/split/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage opportunity = opportunities.page(viewer, id).free();
        Split split = splits.of(viewer, opportunity);
        SaveSplit form = new SaveSplit();
        form.setVersion(split.version());
        split.shares().forEach(share -> form.getLines().add(line(share.personId(), share.percent())));
        if (form.getLines().isEmpty()) {
            form.getLines().add(line(opportunity.ownerId(), SplitRule.ALL));
        }
        model.addAttribute("splitting", form);
        return form(opportunity, form, htmx, model);
    }

    @CanSplitOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/split")
    String split(
            @PathVariable long id,
            @Valid @ModelAttribute("splitting") SaveSplit splitting,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                splits.split(viewer, id, splitting);
                flash.addFlashAttribute("notice", "sales.split.saved");
                return "redirect:/sales/opportunities/" + id;
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(opportunity, splitting, htmx, model));
    }

    private String form(OpportunityPage opportunity, SaveSplit form, HtmxRequest htmx, Model model) {
        List<SplitLine> lines = form.getLines();
        int used = (int) lines.stream().filter(line -> !line.isBlank()).count();
        while (lines.size() < Math.min(MOST, Math.max(AT_LEAST, used + MORE))) {
            lines.add(new SplitLine());
        }
        model.addAttribute("opportunity", opportunity);
        model.addAttribute(
                "names",
                people.names(lines.stream()
                        .map(SplitLine::getPersonId)
                        .filter(Objects::nonNull)
                        .toList()));
        return Part.of(htmx, "sales/split/form");
    }

    private static SplitLine line(long personId, BigDecimal percent) {
        SplitLine line = new SplitLine();
        line.setPersonId(personId);
        line.setPercent(percent.stripTrailingZeros().scale() <= 0 ? percent.setScale(0) : percent);
        return line;
    }
}
