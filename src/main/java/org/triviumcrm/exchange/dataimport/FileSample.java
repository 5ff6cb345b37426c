package org.triviumcrm.exchange.dataimport;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.triviumcrm.exchange.file.FileFormat;
import org.triviumcrm.exchange.file.RawRow;
import org.triviumcrm.exchange.file.RowReader;
import org.triviumcrm.exchange.file.UnreadableFile;

/** The first rows of a file. Columns without a header are numbered. */
record FileSample(List<String> headers, List<RawRow> rows) {

    static FileSample read(InputStream file, FileFormat format, int size) {
        List<RawRow> rows = new ArrayList<>();
        RowReader.read(file, format, row -> {
            rows.add(row);
            return rows.size() <= size;
        });
        if (rows.isEmpty()) {
            throw new UnreadableFile("exchange.failure.empty");
        }
        int width = rows.get(0).cells().size();
        List<String> headers = new ArrayList<>();
        for (int at = 0; at < width; at++) {
            String header = format.header() ? rows.get(0).cells().get(at).strip() : "";
            headers.add(header.isEmpty() ? "#" + (at + 1) : header);
        }
        return new FileSample(headers, format.header() ? rows.subList(1, rows.size()) : rows);
    }

    List<List<String>> cells() {
        return rows.stream()
                .map(row -> row.cells().stream().map(RowReader::shown).toList())
                .toList();
    }

    /** The first few texts of a column, for recognition. */
    String examples(int column) {
        return rows.stream()
                .map(row ->
                        column < row.cells().size() ? row.cells().get(column).strip() : "")
                .filter(text -> !text.isEmpty())
                .map(RowReader::shown)
                .distinct()
                .limit(3)
                .map(text -> text.length() > 40 ? text.substring(0, 40) + "…" : text)
                .reduce((one, two) -> one + " · " + two)
                .orElse("");
    }
}
