package org.triviumcrm.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Rules by which the demo company tells customers apart; who fits them is looked up by the job that does so for all segments. */
final class DemoSegments {

    private DemoSegments() {}

    static void write(DemoWriter writer, Instant since) {
        var rows = DemoFile.SEGMENTS.rows();
        Iterator<Long> ids = writer.ids("segment_seq", rows.size());
        List<Map<String, Object>> segments = new ArrayList<>();
        List<Map<String, Object>> states = new ArrayList<>();
        for (var row : rows) {
            long id = ids.next();
            segments.add(new DemoRow()
                    .with("id", id)
                    .with("name", row.getField("name"))
                    .with("note", row.getField("note"))
                    .with("conditions", row.getField("conditions"))
                    .since(since, since));
            states.add(Map.of("segment_id", id));
        }
        writer.insert("segment", segments);
        writer.insert("segment_state", states);
    }
}
