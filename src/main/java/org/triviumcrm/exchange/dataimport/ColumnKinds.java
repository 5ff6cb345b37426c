package org.triviumcrm.exchange.dataimport;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.exchange.file.FileFormat;
import org.triviumcrm.exchange.file.ValueReader;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;

/** Says by the texts of a column which kind of field would hold them. */
final class ColumnKinds {

    /** So many different texts are choices, when each stands there so often on average. */
    private static final int MOST_CHOICES = 30;

    private static final int OFTEN = 5;

    private static final ImportField YES_NO = ImportField.of(FieldType.YES_NO, "");
    private static final ImportField NUMBER =
            ImportField.of(FieldType.NUMBER, "").between(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final ImportField DATE = ImportField.of(FieldType.DATE, "");

    private final ValueReader reader;

    ColumnKinds(FileFormat format) {
        this.reader = new ValueReader(format);
    }

    /** @param texts those of its cells that say something */
    FieldKind kind(List<String> texts) {
        Set<String> different = new HashSet<>(texts);
        if (texts.isEmpty()) {
            return FieldKind.TEXT;
        } else if (different.size() == 2 && areAll(YES_NO, different)) {
            return FieldKind.YES_NO;
        } else if (areAll(NUMBER, different)) {
            return FieldKind.NUMBER;
        } else if (areAll(DATE, different)) {
            return FieldKind.DATE;
        }
        boolean choices = different.size() <= MOST_CHOICES && texts.size() >= OFTEN * different.size();
        return choices ? FieldKind.CHOICE : FieldKind.TEXT;
    }

    private boolean areAll(ImportField field, Set<String> texts) {
        for (String text : texts) {
            try {
                reader.read(field, text, BigDecimal.ONE);
            } catch (ValueReader.BadValue e) {
                return false;
            }
        }
        return true;
    }
}
