package org.triviumcrm.shared.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Opens files for download, and writes figures that are no list into one. */
@Component
public class TableExport {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ListColumn TEXT = ListColumn.text("text", "");
    private static final ListColumn NUMBER = ListColumn.of("number", ColumnType.DECIMAL, "");

    /** What a file is written as. */
    public enum Kind {
        CSV,
        /** With the mark that Excel needs to see that a CSV is UTF-8. */
        CSV_FOR_EXCEL,
        XLSX;

        /**
         * @param address ends in {@code .xlsx}, or else it is a CSV
         * @param forExcel whether a CSV is for Excel
         */
        public static Kind of(String address, boolean forExcel) {
            return address.endsWith(".xlsx") ? XLSX : csv(forExcel);
        }

        public static Kind csv(boolean forExcel) {
            return forExcel ? CSV_FOR_EXCEL : CSV;
        }
    }

    private final ListTexts texts;

    TableExport(ListTexts texts) {
        this.texts = texts;
    }

    /**
     * Writes a table as a whole.
     *
     * @param name in the reader's language, without an ending
     * @param rows a String, Long, BigDecimal or null for each title; read once, one after the other
     */
    public void write(
            HttpServletResponse response,
            ListReader reader,
            Kind kind,
            String name,
            List<String> titles,
            Iterable<List<@Nullable Object>> rows)
            throws IOException {
        ExportFile file = open(response, reader, kind, name);
        file.titles(titles);
        long number = 0;
        for (List<@Nullable Object> row : rows) {
            List<ListCell> cells = new ArrayList<>();
            for (Object value : row) {
                ListColumn column = value instanceof BigDecimal || value instanceof Long ? NUMBER : TEXT;
                cells.add(new ListCell(column, value, null, null, null));
            }
            file.row(new ListRow(++number, cells, null));
        }
        file.finish();
    }

    ExportFile open(HttpServletResponse response, ListReader reader, Kind kind, String name) throws IOException {
        UnaryOperator<String> words = key -> texts.message(key, reader.locale());
        if (kind == Kind.XLSX) {
            return new XlsxExport(download(response, name + ".xlsx", XLSX), name, reader.zone(), words);
        }
        OutputStream out = download(response, name + ".csv", "text/csv;charset=UTF-8");
        return new CsvExport(out, kind == Kind.CSV_FOR_EXCEL, reader.zone(), words);
    }

    private static OutputStream download(HttpServletResponse response, String name, String type) throws IOException {
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
