package org.triviumcrm.insight.pivot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.KeptQueries.Kept;
import org.triviumcrm.shared.list.TableExport;
import org.triviumcrm.shared.web.Rejected;

/** The page of cross analysis, and its file. */
@Controller
@RequestMapping(PivotFilter.PATH)
class PivotController {

    private static final String PAGE = "insight/pivot/page";

    private final PivotService sales;
    private final PivotChart chart;
    private final PivotTable table;
    private final PivotLayoutService layouts;
    private final TableExport files;
    private final Companies companies;
    private final Format format;

    PivotController(
            PivotService sales,
            PivotChart chart,
            PivotTable table,
            PivotLayoutService layouts,
            TableExport files,
            Companies companies,
            Format format) {
        this.sales = sales;
        this.chart = chart;
        this.table = table;
        this.layouts = layouts;
        this.files = files;
        this.companies = companies;
        this.format = format;
    }

    /** @param layout one that is kept; what else the address says goes before it */
    @GetMapping
    String show(
            @ModelAttribute("filter") PivotFilter filter,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Long layout,
            Viewer viewer,
            Model model) {
        List<Kept> kept = layouts.of(viewer);
        Optional<Kept> current = kept.stream()
                .filter(one -> layout != null && one.id() == layout)
                .findFirst();
        if (filter.isOpen() && !errors.hasErrors() && current.isPresent()) {
            return "redirect:" + layouts.address(viewer, current.get().id());
        }
        PivotFilter asked = (errors.hasErrors() ? PivotFilter.none() : filter).filled(YearMonth.from(format.today()));
        Pivot found = sales.of(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("layouts", kept);
        model.addAttribute("current", current.orElse(null));
        model.addAttribute("mayShare", layouts.mayShare(viewer));
        model.addAttribute("dimensions", List.of(PivotDimension.values()));
        model.addAttribute("measures", List.of(PivotMeasure.values()));
        model.addAttribute("currency", companies.currency());
        model.addAttribute("chart", chart.of(found, asked.measured() != PivotMeasure.CUSTOMERS));
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    void export(
            @ModelAttribute("filter") PivotFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        PivotFilter asked = filter.filled(YearMonth.from(format.today()));
        Pivot found = sales.export(viewer, asked);
        files.write(response, viewer, kind, table.name(asked), table.titles(found, asked), table.rows(found));
    }
}
