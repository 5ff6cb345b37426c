package org.triviumcrm.customer.value;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.TableExport;

/** What regions, industries, products or months bring, as a file. */
@Controller
class ParetoExportController {

    private final ParetoService pareto;
    private final Measures measures;
    private final TableExport files;
    private final MessageSource messages;

    ParetoExportController(ParetoService pareto, Measures measures, TableExport files, MessageSource messages) {
        this.pareto = pareto;
        this.measures = measures;
        this.files = files;
        this.messages = messages;
    }

    @GetMapping({"/customers/value/export.csv", "/customers/value/export.xlsx"})
    void export(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ParetoCut cut = ParetoCut.of(by) == ParetoCut.CUSTOMER ? ParetoCut.REGION : ParetoCut.of(by);
        List<List<@Nullable Object>> rows = pareto.export(viewer, measure, cut).rows().stream()
                .map(this::row)
                .toList();
        List<String> titles = Stream.of(
                        "customer.value.by." + cut,
                        "navigation.customers",
                        measures.of(viewer, measure).title(),
                        "customer.value.share",
                        "customer.value.reached",
                        "customer.value.class")
                .map(this::text)
                .toList();
        String name = text("customer.value.file") + "-" + cut.name().toLowerCase(Locale.ROOT);
        files.write(response, viewer, TableExport.Kind.of(request.getRequestURI(), bom), name, titles, rows);
    }

    private List<@Nullable Object> row(ParetoRow row) {
        return Arrays.asList(
                row.name(),
                row.customers(),
                row.revenue(),
                row.share(),
                row.reached(),
                row.valueClass().name());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
