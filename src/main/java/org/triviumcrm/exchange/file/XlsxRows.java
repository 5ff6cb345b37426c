package org.triviumcrm.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The rows of the first sheet. Numbers come with a decimal point and dates as year-month-day, whatever they look like. */
final class XlsxRows {

    private static final int DIGITS = 15;

    private XlsxRows() {}

    static void read(InputStream file, Predicate<RawRow> consumer) throws IOException {
        // the sheet lies at the end of the archive's index, so the file is needed as a whole
        Path copy = Files.createTempFile("import", ".xlsx");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            try (ReadableWorkbook book = new ReadableWorkbook(copy.toFile(), new ReadingOptions(true, false));
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                readSheet(rows.iterator(), consumer);
            }
        } catch (ExcelReaderException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void readSheet(Iterator<Row> rows, Predicate<RawRow> consumer) {
        int width = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int at = 0; at < row.getCellCount(); at++) {
                Optional<Cell> cell = row.getOptionalCell(at);
                cells.add(cell.map(XlsxRows::text).orElse(""));
            }
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            // a sheet leaves empty cells at the end of a row out
            width = width == 0 ? cells.size() : width;
            while (cells.size() < width) {
                cells.add("");
            }
            if (!consumer.test(new RawRow(row.getRowNum(), cells))) {
                return;
            }
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal) {
            String format = cell.getDataFormatString();
            if (format != null && isDate(format)) {
                LocalDateTime date = cell.asDate();
                return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : date.toString();
            }
            BigDecimal number = (BigDecimal) cell.getValue();
            return number.signum() == 0
                    ? "0"
                    : rounded(number).stripTrailingZeros().toPlainString();
        }
        if (cell.getValue() instanceof Boolean yes) {
            return yes.toString();
        }
        if (cell.getType() == CellType.BOOLEAN || cell.getType() == CellType.ERROR) {
            return String.valueOf(cell.getRawValue());
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** Spreadsheets calculate with 15 digits and write 17: what they show as 0.3 may lie there as 0.30000000000000004. */
    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() > 0 && number.precision() > DIGITS ? number.round(new MathContext(DIGITS)) : number;
    }

    private static boolean isDate(String format) {
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase();
        return plain.contains("yy") || plain.contains("d") && plain.contains("m") || plain.contains("h:");
    }
}
