package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pipeline and lost reasons that setting up the company brought, and the demo's own products. */
record DemoPipeline(long id, List<Stage> open, Stage won, Stage lost, List<Long> lostReasons, List<Product> products) {

    record Stage(long id, String kind, BigDecimal probability) {}

    /** @param price in the company's currency */
    record Product(long id, String name, BigDecimal price) {}

    static DemoPipeline read(DemoWriter writer, List<Product> products) {
        var database = writer.database();
        long id = Objects.requireNonNull(
                database.queryForObject("select id from pipeline order by position, id limit 1", Map.of(), Long.class));
        List<Stage> stages = database.query(
                "select id, kind, probability from stage where pipeline_id = :id order by position",
                Map.of("id", id),
                (row, n) -> new Stage(row.getLong("id"), row.getString("kind"), row.getBigDecimal("probability")));
        return new DemoPipeline(
                id,
                stages.stream().filter(stage -> stage.kind().equals("OPEN")).toList(),
                only(stages, "WON"),
                only(stages, "LOST"),
                database.queryForList("select id from lost_reason order by position, id", Map.of(), Long.class),
                products);
    }

    private static Stage only(List<Stage> stages, String kind) {
        return stages.stream()
                .filter(stage -> stage.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
