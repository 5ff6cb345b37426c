package org.triviumcrm.insight.winloss;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.TableExport;
import org.triviumcrm.shared.web.Rejected;

/** The page of wins and losses. */
@Controller
class WinLossController {

    private final WinLossService decided;
    private final WinLossChart chart;
    private final WinLossTable table;
    private final TableExport files;
    private final Companies companies;
    private final People people;
    private final Format format;

    WinLossController(
            WinLossService decided,
            WinLossChart chart,
            WinLossTable table,
            TableExport files,
            Companies companies,
            People people,
            Format format) {
        this.decided = decided;
        this.chart = chart;
        this.table = table;
        this.files = files;
        this.companies = companies;
        this.people = people;
        this.format = format;
    }

    @GetMapping(WinLossFilter.PATH)
    String show(@ModelAttribute("filter") WinLossFilter filter, BindingResult errors, Viewer viewer, Model model) {
        WinLossFilter readable =
                (errors.hasErrors() ? WinLossFilter.none() : filter).filled(YearMonth.from(format.today()));
        WinLoss result = decided.of(viewer, readable);
        model.addAttribute("result", result);
        model.addAttribute("chart", chart.of(result.months()));
        model.addAttribute("asked", readable);
        model.addAttribute("currency", companies.currency());
        model.addAttribute(
                "ownerName",
                readable.owner() == null
                        ? null
                        : people.find(readable.owner()).map(PersonRef::name).orElse(null));
        return errors.hasErrors() ? Rejected.with("insight/winloss/page") : "insight/winloss/page";
    }

    @GetMapping({WinLossFilter.PATH + "/export.csv", WinLossFilter.PATH + "/export.xlsx"})
    void export(
            @ModelAttribute("filter") WinLossFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        WinLossFilter asked = filter.filled(YearMonth.from(format.today()));
        WinLoss found = decided.export(viewer, asked);
        files.write(response, viewer, kind, table.name(asked), table.titles(), table.rows(found));
    }
}
