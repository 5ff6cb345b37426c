package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the demo company does for its best customers: its tasks are made as soon as it has started, those of today and the days to come. */
@Component
class DemoCare {

    private final DemoWriter writer;

    DemoCare(DemoWriter writer) {
        this.writer = writer;
    }

    /** In a transaction in which states may be written. @param pounds how much of the company's currency a pound is */
    void write(DemoCast cast, BigDecimal pounds, LocalDate today, Instant now) {
        long plan = writer.ids("care_plan_seq", 1).next();
        DemoCast.Member manager = cast.members().stream()
                .filter(member -> member.role().equals("sales_manager"))
                .findFirst()
                .orElseThrow();
        writer.insert(
                "care_plan",
                List.of(new DemoRow()
                        .with("id", plan)
                        .with("name", "Key customers · 重点客户关怀")
                        .with("starts_on", today.withDayOfYear(1))
                        .with("ends_on", today.withDayOfYear(1).plusYears(1).minusDays(1))
                        .with("value_classes", "A\nB")
                        .with("segments", "")
                        .with("levels", "")
                        .with("budget", BigDecimal.valueOf(24_000).multiply(pounds))
                        .with("state", "ACTIVE")
                        .with("active_since", today)
                        .with("owner_id", manager.id())
                        .with("team_id", manager.teamId())
                        .since(now, now)));
        writer.insert(
                "care_line",
                List.of(
                        line(plan, 0, "VISIT", "Visit on site · 上门拜访", "EVERY", 3, null, null, 60, pounds),
                        line(plan, 1, "CALL", "How is it going? · 电话回访", "EVERY", 1, null, null, 0, pounds),
                        line(plan, 2, "GREETING", "Season’s greetings · 新年问候", "YEARLY", null, 12, 22, 15, pounds),
                        line(plan, 3, "GREETING", "Happy birthday · 生日祝福", "BIRTHDAY", null, null, null, 5, pounds)));
    }

    private static DemoRow line(
            long plan,
            int position,
            String kind,
            String subject,
            String rhythm,
            @Nullable Integer months,
            @Nullable Integer month,
            @Nullable Integer day,
            int cost,
            BigDecimal pounds) {
        return new DemoRow()
                .with("plan_id", plan)
                .with("position", position)
                .with("kind", kind)
                .with("subject", subject)
                .with("rhythm", rhythm)
                .with("months", months)
                .with("month", month)
                .with("day", day)
                .with("lead_days", 14)
                .with("cost", BigDecimal.valueOf(cost).multiply(pounds));
    }
}
