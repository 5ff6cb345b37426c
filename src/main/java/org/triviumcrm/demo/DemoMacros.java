package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the agents answer every day, in both languages. */
@Component
class DemoMacros {

    private static final int SEED = 31;

    private final DemoWriter writer;

    DemoMacros(DemoWriter writer) {
        this.writer = writer;
    }

    void write(Instant since, Instant now) {
        RandomGenerator chance = new Random(SEED);
        List<NamedCsvRecord> rows = DemoFile.MACROS.rows();
        Iterator<Long> ids = writer.ids("macro_seq", rows.size());
        List<Map<String, Object>> macros = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            macros.add(new DemoRow()
                    .with("id", ids.next())
                    .with("name", row.getField("name"))
                    .with("position", macros.size() + 1)
                    .with("text_en", orNull(row.getField("text_en")))
                    .with("text_zh", orNull(row.getField("text_zh")))
                    .with("note", Boolean.valueOf(row.getField("note")))
                    .with("status", orNull(row.getField("status")))
                    .with("priority", orNull(row.getField("priority")))
                    .with("new_owner", orNull(row.getField("owner")))
                    .with("used", 20 + chance.nextInt(200))
                    .with("used_at", now.minusSeconds(chance.nextInt(500_000)))
                    .since(since, since));
        }
        writer.insert("macro", macros);
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
