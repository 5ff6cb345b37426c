package org.triviumcrm.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the demo company gives its leads points for; the job that does so for all leads gives them. */
final class DemoScores {

    private DemoScores() {}

    static void write(DemoWriter writer, Instant since) {
        var rows = DemoFile.SCORE_RULES.rows();
        Iterator<Long> ids = writer.ids("score_rule_seq", rows.size());
        List<Map<String, Object>> rules = new ArrayList<>();
        for (var row : rows) {
            rules.add(new DemoRow()
                    .with("id", ids.next())
                    .with("name", row.getField("name"))
                    .with("points", number(row.getField("points")))
                    .with("event", row.getField("event").isEmpty() ? null : row.getField("event"))
                    .with("half_life_days", number(row.getField("half_life_days")))
                    .with("most", number(row.getField("most")))
                    .with("conditions", row.getField("conditions"))
                    .since(since, since));
        }
        writer.insert("score_rule", rules);
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
