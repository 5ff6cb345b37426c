package org.triviumcrm.shared.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Files with exactly the rows, columns and order that a list's address shows; written while they are read. */
@Controller
@RequestMapping("/lists/{noun}")
class ListExportController {

    private final ListService lists;
    private final ListTexts texts;

    ListExportController(ListService lists, ListTexts texts) {
        this.lists = lists;
        this.texts = texts;
    }

    @GetMapping("/export.csv")
    void csv(
            @PathVariable String noun,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "false") boolean bom,
            ListReader reader,
            HttpServletResponse response)
            throws IOException {
        lists.export(noun, reader, parameters, name -> {
            OutputStream out = file(response, name + ".csv", "text/csv;charset=UTF-8");
            return new CsvExport(out, bom, reader.zone(), words(reader));
        });
    }

    @GetMapping("/export.xlsx")
    void xlsx(
            @PathVariable String noun,
            @RequestParam MultiValueMap<String, String> parameters,
            ListReader reader,
            HttpServletResponse response)
            throws IOException {
        lists.export(noun, reader, parameters, name -> {
            OutputStream out =
                    file(response, name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            return new XlsxExport(out, name, reader.zone(), words(reader));
        });
    }

    private UnaryOperator<String> words(ListReader reader) {
        return key -> texts.message(key, reader.locale());
    }

    private static OutputStream file(HttpServletResponse response, String name, String type) throws IOException {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getOutputStream();
    }
}
