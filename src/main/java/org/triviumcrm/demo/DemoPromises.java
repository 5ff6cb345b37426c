package org.triviumcrm.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the demo company promises its customers; the open tickets are reckoned as soon as it has started. */
@Component
class DemoPromises {

    private static final String TARGETS = """
            URGENT 3600 7200 28800 hours
            HIGH 7200 14400 57600 hours
            NORMAL 14400 28800 86400 hours
            LOW 28800 57600 144000 hours""";

    private final DemoWriter writer;

    DemoPromises(DemoWriter writer) {
        this.writer = writer;
    }

    void write(Instant now) {
        writer.insert(
                "sla_policy",
                List.of(new DemoRow()
                        .with("id", writer.ids("sla_policy_seq", 1).next())
                        .with("name", "Standard · 标准服务")
                        .with("targets", TARGETS)
                        .with("pause_pending", true)
                        .with("pause_on_hold", true)
                        .with("warn_percent", 75)
                        .with("warn_owner", true)
                        .with("breach_owner", true)
                        .with("breach_manager", true)
                        .since(now, now)));
        writer.database()
                .update(
                        "insert into sla_recount (reached_id) values (0) on conflict (one) do update set reached_id = 0",
                        Map.of());
    }
}
