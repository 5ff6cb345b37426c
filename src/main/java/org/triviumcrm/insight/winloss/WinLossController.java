package org.triviumcrm.insight.winloss;

import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The page of wins and losses. */
@Controller
class WinLossController {

    private final WinLossService decided;
    private final Companies companies;
    private final People people;
    private final Format format;

    WinLossController(WinLossService decided, Companies companies, People people, Format format) {
        this.decided = decided;
        this.companies = companies;
        this.people = people;
        this.format = format;
    }

    @GetMapping("/insight/win-loss")
    String show(@ModelAttribute("filter") WinLossFilter filter, BindingResult errors, Viewer viewer, Model model) {
        WinLossFilter readable = (errors.hasErrors() ? new WinLossFilter(null, null, null) : filter)
                .filled(YearMonth.from(format.today()));
        model.addAttribute("result", decided.of(viewer, readable));
        model.addAttribute("asked", readable);
        model.addAttribute("currency", companies.currency());
        model.addAttribute(
                "ownerName",
                readable.owner() == null
                        ? null
                        : people.find(readable.owner()).map(PersonRef::name).orElse(null));
        return errors.hasErrors() ? Rejected.with("insight/winloss/page") : "insight/winloss/page";
    }
}
