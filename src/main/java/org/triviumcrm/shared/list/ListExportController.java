package org.triviumcrm.shared.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final TableExport files;

    ListExportController(ListService lists, TableExport files) {
        this.lists = lists;
        this.files = files;
    }

    @GetMapping("/export.csv")
    void csv(
            @PathVariable String noun,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "false") boolean bom,
            ListReader reader,
            HttpServletResponse response)
            throws IOException {
        lists.export(noun, reader, parameters, name -> files.open(response, reader, TableExport.Kind.csv(bom), name));
    }

    @GetMapping("/export.xlsx")
    void xlsx(
            @PathVariable String noun,
            @RequestParam MultiValueMap<String, String> parameters,
            ListReader reader,
            HttpServletResponse response)
            throws IOException {
        lists.export(noun, reader, parameters, name -> files.open(response, reader, TableExport.Kind.XLSX, name));
    }
}
