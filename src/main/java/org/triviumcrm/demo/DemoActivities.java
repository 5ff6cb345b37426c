package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls, meetings and notes along the way of every opportunity, and tasks for the open ones: overdue, today, later. */
@Component
class DemoActivities {

    private static final String[] KINDS = {"call", "call", "meeting", "note"};
    private static final int PLANNED_OF = 3;
    private static final int COMING_DAYS = 12;
    private static final int HALF_HOURS = 14;
    private static final int FRIDAY = 5;
    private static final String[] COSTS = {"VISIT", "TRAVEL", "GIFT"};

    private final DemoWriter writer;

    DemoActivities(DemoWriter writer) {
        this.writer = writer;
    }

    void write(
            List<DemoOpportunities.Written> opportunities,
            DemoWords words,
            String currency,
            BigDecimal pounds,
            LocalDate today,
            Instant now,
            RandomGenerator chance) {
        Iterator<Long> ids = writer.ids("activity_seq", opportunities.size() * 8);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var opportunity : opportunities) {
            DemoDeal deal = opportunity.deal();
            LocalDate closed = deal.closed();
            LocalDate until = closed == null ? today : closed;
            int days = (int) ChronoUnit.DAYS.between(deal.opened(), until);
            for (int n = 1 + Math.min(5, days / 12); n > 0; n--) {
                String kind = KINDS[chance.nextInt(KINDS.length)];
                Instant at = DemoOpportunities.at(deal.opened().plusDays(chance.nextInt(days + 1)))
                        .plus(chance.nextInt(8 * 60), ChronoUnit.MINUTES);
                DemoRow row = row(ids.next(), opportunity, kind, words, at.isAfter(now) ? now : at, now, chance);
                rows.add(spend(row, kind.equals("meeting") ? spent(chance) : null, currency, pounds));
            }
            if (deal.isOpen() && chance.nextInt(5) < 3) {
                Instant due = DemoOpportunities.at(today.plusDays(chance.nextInt(14) - 4));
                rows.add(spend(row(ids.next(), opportunity, "task", words, due, now, chance), null, currency, pounds));
            }
            if (deal.isOpen() && opportunity.id() % PLANNED_OF == 0) {
                rows.add(spend(planned(ids.next(), opportunity, words, today, now), null, currency, pounds));
            }
        }
        writer.insert("activity", rows);
        touchLastActivity();
    }

    private static DemoRow row(
            long id,
            DemoOpportunities.Written opportunity,
            String kind,
            DemoWords words,
            Instant at,
            Instant now,
            RandomGenerator chance) {
        long owner = opportunity.company().owner().id();
        return new DemoRow()
                .with("id", id)
                .with("kind", kind.toUpperCase(Locale.ROOT))
                .with("about_type", "opportunity")
                .with("about_id", opportunity.id())
                .with("customer_id", opportunity.company().id())
                .with("contact_id", kind.equals("note") ? null : opportunity.contact())
                .with("subject", words.pick(opportunity.company().language(), kind, chance))
                .with("at", at)
                .with("minutes", minutes(kind, chance))
                .with("planned", false)
                .with("ends_at", null)
                .with("owner_id", owner)
                .with("created_by", owner)
                .since(at.isAfter(now) ? now : at, at.isAfter(now) ? now : at);
    }

    /** A visit in the coming two weeks, on a working day; by a chance of its own, so that all else stays as it is. */
    private static DemoRow planned(
            long id, DemoOpportunities.Written opportunity, DemoWords words, LocalDate today, Instant now) {
        RandomGenerator own = new Random(id);
        LocalDate day = today.plusDays(1 + own.nextInt(COMING_DAYS));
        while (day.getDayOfWeek().getValue() > FRIDAY) {
            day = day.plusDays(1);
        }
        Instant at = DemoOpportunities.at(day).plus(own.nextInt(HALF_HOURS) * 30L, ChronoUnit.MINUTES);
        DemoRow row = row(id, opportunity, "meeting", words, at, now, own);
        row.put("planned", true);
        row.put("minutes", null);
        row.put("ends_at", at.plus(1, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
        return row;
    }

    /** What a meeting has cost in pounds, most have cost nothing. */
    private static @Nullable Integer spent(RandomGenerator chance) {
        return chance.nextInt(3) == 0 ? 10 * (2 + chance.nextInt(24)) : null;
    }

    private static DemoRow spend(DemoRow row, @Nullable Integer spent, String currency, BigDecimal pounds) {
        BigDecimal cost = spent == null
                ? null
                : BigDecimal.valueOf(spent)
                        .divide(pounds.multiply(BigDecimal.TEN), 0, RoundingMode.UP)
                        .multiply(BigDecimal.TEN);
        return row.with("cost_kind", spent == null ? null : COSTS[spent / 10 % COSTS.length])
                .with("cost", cost)
                .with("cost_currency", cost == null ? null : currency)
                .with("base_cost", cost);
    }

    private static @Nullable Integer minutes(String kind, RandomGenerator chance) {
        return switch (kind) {
            case "call" -> 3 + chance.nextInt(30);
            case "meeting" -> 60;
            default -> null;
        };
    }

    private void touchLastActivity() {
        for (String sql : List.of("""
                update opportunity o set last_activity_at = a.at
                from (select about_id, max(at) as at from activity
                      where about_type = 'opportunity' and kind <> 'TASK' and not planned group by about_id) a
                where a.about_id = o.id""", """
                update customer c set last_activity_at = a.at
                from (select customer_id, max(at) as at from activity
                      where kind <> 'TASK' and not planned group by customer_id) a
                where a.customer_id = c.id""")) {
            writer.database().update(sql, Map.of());
        }
    }
}
