package org.triviumcrm.marketing.lead;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTwin;
import org.triviumcrm.shared.exchange.RowSign;

/**
 * Which rows of a batch look like an earlier row of the same file that comes in. Rows are known by their line: a trial makes no
 * records, and says the same as the run.
 */
final class EarlierRows {

    private static final int TOLD = 3;

    private final ImportContext context;
    private final Map<ImportRow, List<RowSign>> signs = new IdentityHashMap<>();
    private final Map<String, List<Long>> lines = new LinkedHashMap<>();
    private final List<RowSign> came = new ArrayList<>();

    /** @param rows of the batch, in any order */
    EarlierRows(ImportContext context, List<ImportRow> rows) {
        this.context = context;
        rows.forEach(row -> signs.put(row, signs(row)));
        long first = rows.stream().mapToLong(ImportRow::line).min().orElse(0);
        List<RowSign> all = signs.values().stream().flatMap(List::stream).toList();
        context.reach().earlier(all, first).forEach(this::add);
    }

    /** The earlier rows that it looks like, the first ones of them; ask in the order of the file. */
    List<ImportTwin> like(ImportRow row) {
        Map<Long, List<String>> found = new TreeMap<>();
        for (RowSign sign : signs.getOrDefault(row, List.of())) {
            lines.getOrDefault(key(sign), List.of())
                    .forEach(line -> found.computeIfAbsent(line, any -> new ArrayList<>())
                            .add(sign.sign()));
        }
        return found.entrySet().stream()
                .limit(TOLD)
                .map(one -> new ImportTwin(ImportTwin.ROW, one.getKey(), one.getValue(), false))
                .toList();
    }

    /** The row comes in: later ones may look like it. */
    void came(ImportRow row) {
        List<RowSign> its = signs.getOrDefault(row, List.of());
        its.forEach(this::add);
        came.addAll(its);
    }

    /** Keeps those that came for the batches to come. */
    void keep() {
        context.reach().came(came);
    }

    static String lines(List<ImportTwin> rows) {
        return rows.stream().map(row -> String.valueOf(row.recordId())).collect(Collectors.joining(", "));
    }

    private void add(RowSign sign) {
        List<Long> known = lines.computeIfAbsent(key(sign), any -> new ArrayList<>());
        if (known.size() < TOLD) {
            known.add(sign.line());
        }
    }

    private static String key(RowSign sign) {
        return sign.sign() + '\n' + sign.value();
    }

    private static List<RowSign> signs(ImportRow row) {
        DescribeLead one = DescribeLead.of(row);
        boolean named = !one.foldedName().isEmpty() && !one.foldedCompany().isEmpty();
        return Stream.of(
                        new RowSign(row.line(), "email", one.foldedEmail()),
                        new RowSign(row.line(), "phone", one.digits()),
                        new RowSign(row.line(), "name", named ? one.foldedName() + '\n' + one.foldedCompany() : ""))
                .filter(sign -> !sign.value().isEmpty())
                .toList();
    }
}
