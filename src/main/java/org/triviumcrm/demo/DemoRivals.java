package org.triviumcrm.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Whom the demo company meets, and what it knows of them. */
final class DemoRivals {

    private DemoRivals() {}

    /** @return their ids */
    static List<Long> write(DemoWriter writer, DemoWords words, Instant since) {
        List<String> languages = List.of("en", "zh");
        Iterator<Long> ids = writer.ids(
                "competitor_seq",
                languages.stream()
                        .mapToInt(language -> words.all(language, "competitor").size())
                        .sum());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String language : languages) {
            List<String> names = words.all(language, "competitor");
            for (int at = 0; at < names.size(); at++) {
                rows.add(new DemoRow()
                        .with("id", ids.next())
                        .with("name", names.get(at))
                        .with("description", words.all(language, "rivalAbout").get(at))
                        .with(
                                "products",
                                words.all(language, "rivalProducts").get(at).replace("; ", "\n"))
                        .with("strengths", words.all(language, "rivalStrong").get(at))
                        .with("weaknesses", words.all(language, "rivalWeak").get(at))
                        .with("answers", words.all(language, "rivalAnswer").get(at))
                        .since(since, since));
            }
        }
        writer.insert("competitor", rows);
        return rows.stream().map(row -> (Long) row.get("id")).toList();
    }
}
