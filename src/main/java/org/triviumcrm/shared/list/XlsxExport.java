package org.triviumcrm.shared.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as XLSX and lets go of them every few hundred. Texts stand in their cells (never a formula, and no table of
 * all texts in memory); what does not fit on a sheet continues on the next.
 */
final class XlsxExport implements ExportFile {

    private static final int ROWS_ON_A_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final ZoneId zone;
    private final UnaryOperator<String> words;
    private final String name;
    private List<String> titles = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int next;

    XlsxExport(OutputStream out, String name, ZoneId zone, UnaryOperator<String> words) {
        this.workbook = new Workbook(out, "Trivium", "1.0");
        this.name = name;
        this.zone = zone;
        this.words = words;
    }

    @Override
    public void titles(List<String> columns) {
        titles = columns;
        sheet();
    }

    @Override
    public void row(ListRow row) {
        Worksheet page = next >= ROWS_ON_A_SHEET ? sheet() : current();
        int place = 0;
        for (ListCell cell : row.cells()) {
            put(page, place++, cell);
            if (cell.column().type() == ColumnType.MONEY) {
                if (cell.currency() != null) {
                    page.inlineString(next, place, cell.currency());
                }
                place++;
            }
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            flush(page);
        }
    }

    @Override
    public void finish() throws IOException {
        current().finish();
        workbook.finish();
    }

    private Worksheet current() {
        return sheet == null ? sheet() : sheet;
    }

    private Worksheet sheet() {
        try {
            if (sheet != null) {
                sheet.finish();
            }
            sheets++;
            Worksheet page = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
            page.freezePane(0, 1);
            for (int i = 0; i < titles.size(); i++) {
                page.width(i, Math.min(40, Math.max(12, titles.get(i).length() + 4)));
                page.inlineString(0, i, titles.get(i));
                page.style(0, i).bold().set();
            }
            next = 1;
            sheet = page;
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flush(Worksheet page) {
        try {
            page.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Worksheet page, int place, ListCell cell) {
        Object value = cell.value();
        if (value instanceof BigDecimal number) {
            page.value(next, place, number);
            page.style(next, place)
                    .format(number.scale() > 0 ? "#,##0.00" : "#,##0")
                    .set();
        } else if (value instanceof Long number) {
            page.value(next, place, number);
        } else if (value instanceof LocalDate date) {
            page.value(next, place, date);
            page.style(next, place).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant at) {
            page.value(next, place, at.atZone(zone).toLocalDateTime());
            page.style(next, place).format("yyyy-mm-dd hh:mm").set();
        } else if (value instanceof Boolean yes) {
            page.inlineString(next, place, words.apply(yes ? "shared.list.yes" : "shared.list.no"));
        } else if (value != null) {
            page.inlineString(next, place, cell.label() != null ? cell.label() : value.toString());
        }
    }
}
