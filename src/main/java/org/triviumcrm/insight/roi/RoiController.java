package org.triviumcrm.insight.roi;

import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The page of what campaigns return. */
@Controller
class RoiController {

    private static final int COMBINATIONS = 5;

    private final RoiService returns;
    private final RoiCharts charts;
    private final Companies companies;
    private final Format format;
    private final MessageSource messages;

    RoiController(RoiService returns, RoiCharts charts, Companies companies, Format format, MessageSource messages) {
        this.returns = returns;
        this.charts = charts;
        this.companies = companies;
        this.format = format;
        this.messages = messages;
    }

    @GetMapping(RoiFilter.PATH)
    String show(@Valid @ModelAttribute("filter") RoiFilter filter, BindingResult errors, Viewer viewer, Model model) {
        RoiFilter readable = errors.hasErrors() ? RoiFilter.none() : filter;
        if (readable.ends() == null) {
            errors.rejectValue("bands", "insight.return.error.bands");
            readable = readable.withoutBands();
        }
        RoiFilter asked = readable.filled(YearMonth.from(format.today()));
        Returns found = returns.of(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("best", found.best(COMBINATIONS));
        model.addAttribute("cuts", List.of(RoiCut.values()));
        model.addAttribute("models", List.of(AttributionModel.values()));
        model.addAttribute("currency", companies.currency());
        model.addAttribute("bars", charts.bars(found.lines()));
        model.addAttribute("heat", charts.heat(found.squares()));
        model.addAttribute(
                "flow",
                charts.flow(
                        found.squares(),
                        messages.getMessage("insight.return.revenue", null, LocaleContextHolder.getLocale()),
                        Objects.requireNonNullElse(
                                found.total().ways().revenue(), found.total().href())));
        return errors.hasErrors() ? Rejected.with("insight/roi/page") : "insight/roi/page";
    }
}
