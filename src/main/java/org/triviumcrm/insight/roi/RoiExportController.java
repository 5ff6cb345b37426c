package org.triviumcrm.insight.roi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.YearMonth;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.TableExport;

/** The rows of the page of returns, all of them, as a file. */
@Controller
@RequestMapping(RoiFilter.PATH)
class RoiExportController {

    private final RoiService returns;
    private final RoiTable table;
    private final TableExport files;
    private final Companies companies;
    private final Format format;
    private final MessageSource messages;

    RoiExportController(
            RoiService returns,
            RoiTable table,
            TableExport files,
            Companies companies,
            Format format,
            MessageSource messages) {
        this.returns = returns;
        this.table = table;
        this.files = files;
        this.companies = companies;
        this.format = format;
        this.messages = messages;
    }

    /** The page leads only to what can be read; bands that can't are found from the data instead. */
    @GetMapping({"/export.csv", "/export.xlsx"})
    void export(
            @Valid @ModelAttribute("filter") RoiFilter filter,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        RoiFilter readable = errors.hasErrors() ? RoiFilter.none() : filter;
        RoiFilter asked =
                (readable.ends() == null ? readable.withoutBands() : readable).filled(YearMonth.from(format.today()));
        var lines = returns.export(viewer, asked);
        String name = messages.getMessage("insight.return.file", null, LocaleContextHolder.getLocale()) + "-"
                + asked.from() + "-" + asked.to();
        files.write(response, viewer, kind, name, table.titles(asked.by(), companies.currency()), table.rows(lines));
    }
}
