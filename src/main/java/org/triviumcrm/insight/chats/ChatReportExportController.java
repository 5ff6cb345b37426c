package org.triviumcrm.insight.chats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.TableExport;

/** The rows of the figures of talks, all of them, as a file. */
@Controller
@RequestMapping(ChatReportFilter.PATH)
class ChatReportExportController {

    private final ChatReportService report;
    private final ChatTable table;
    private final TableExport files;
    private final Format format;
    private final MessageSource messages;

    ChatReportExportController(
            ChatReportService report, ChatTable table, TableExport files, Format format, MessageSource messages) {
        this.report = report;
        this.table = table;
        this.files = files;
        this.format = format;
        this.messages = messages;
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    void export(
            @ModelAttribute("filter") ChatReportFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        ChatReportFilter asked = filter.filled(format.today());
        var lines = report.export(viewer, asked);
        String name = messages.getMessage("insight.chats.file", null, LocaleContextHolder.getLocale()) + "-"
                + asked.first() + "-" + asked.last();
        files.write(response, viewer, kind, name, table.titles(asked.by()), table.rows(lines));
    }
}
