package org.triviumcrm.insight.roi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.TableExport;

/** What campaigns have brought, all of it, as a file. */
@Controller
class BroughtExportController {

    private final BroughtService brought;
    private final BroughtTable table;
    private final TableExport files;
    private final Companies companies;
    private final MessageSource messages;

    BroughtExportController(
            BroughtService brought,
            BroughtTable table,
            TableExport files,
            Companies companies,
            MessageSource messages) {
        this.brought = brought;
        this.table = table;
        this.files = files;
        this.companies = companies;
        this.messages = messages;
    }

    /** The page leads only to what can be read. */
    @GetMapping({BroughtFilter.PATH + "/export.csv", BroughtFilter.PATH + "/export.xlsx"})
    void export(
            @Valid @ModelAttribute("filter") BroughtFilter filter,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        var rows = brought.export(viewer, errors.hasErrors() ? BroughtFilter.none() : filter);
        String name = messages.getMessage("insight.brought.file", null, LocaleContextHolder.getLocale());
        files.write(response, viewer, kind, name, table.titles(companies.currency()), table.rows(rows));
    }
}
