package org.triviumcrm.shared.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.triviumcrm.shared.exchange.SpreadsheetText;

/**
 * Writes rows as CSV: plain numbers, ISO dates, times in the reader's zone. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class CsvExport implements ExportFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final CsvWriter csv;
    private final ZoneId zone;
    private final UnaryOperator<String> words;

    /** @param byteOrderMark what Excel needs to see that the file is UTF-8 */
    CsvExport(OutputStream out, boolean byteOrderMark, ZoneId zone, UnaryOperator<String> words) {
        try {
            if (byteOrderMark) {
                out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv = CsvWriter.builder().bufferSize(1 << 16).build(out, StandardCharsets.UTF_8);
        this.zone = zone;
        this.words = words;
    }

    @Override
    public void titles(List<String> titles) {
        csv.writeRecord(titles.stream().map(SpreadsheetText::guarded).toList());
    }

    @Override
    public void row(ListRow row) {
        List<String> fields = new ArrayList<>();
        for (ListCell cell : row.cells()) {
            fields.add(text(cell));
            if (cell.column().type() == ColumnType.MONEY) {
                fields.add(cell.currency() == null ? "" : cell.currency());
            }
        }
        csv.writeRecord(fields);
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }

    private String text(ListCell cell) {
        Object value = cell.value();
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Instant at) {
            return TIME.format(at.atZone(zone));
        }
        if (value instanceof Boolean yes) {
            return words.apply(yes ? "shared.list.yes" : "shared.list.no");
        }
        String text = cell.label() != null ? cell.label() : value.toString();
        return value instanceof String ? SpreadsheetText.guarded(text) : text;
    }
}
