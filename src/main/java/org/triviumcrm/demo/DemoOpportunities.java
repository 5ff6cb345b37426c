package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.OpportunityPassages;

/** A year of opportunities for every company of the demo, with the stays in the stages that lead to where they are. */
@Component
class DemoOpportunities {

    private static final int DAYS = 365;
    private static final long FATE = 20261125;

    private final DemoWriter writer;
    private final OpportunityPassages passages;

    DemoOpportunities(DemoWriter writer, OpportunityPassages passages) {
        this.writer = writer;
        this.passages = passages;
    }

    /** An opportunity as far as its activities need to know it. */
    record Written(
            long id,
            DemoCustomers.Company company,
            @Nullable Long contact,
            DemoDeal deal,
            DemoLife life) {}

    List<Written> write(
            List<DemoCustomers.Company> companies,
            DemoPipeline pipeline,
            DemoWords words,
            String currency,
            LocalDate today,
            RandomGenerator chance) {
        Iterator<Long> ids = writer.ids("opportunity_seq", companies.size() * 10);
        // Changes have an hour of the day, which today may be still to come.
        LocalDate yesterday = today.minusDays(1);
        Iterator<Long> changeIds = writer.ids("stage_change_seq", companies.size() * 60);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> changes = new ArrayList<>();
        List<Map<String, Object>> turns = new ArrayList<>();
        Iterator<Long> turnIds = writer.ids("state_change_seq", companies.size() * 30);
        List<Long> rivals = DemoRivals.write(writer, words, at(today.minusDays(DAYS)));
        // of its own, so that the rest of the demo stays what it was
        RandomGenerator fate = new Random(FATE);
        List<Written> written = new ArrayList<>();
        for (var company : companies) {
            for (int n = 4 + chance.nextInt(6); n > 0; n--) {
                // more of them lately, so that the board has work on it
                double age = chance.nextDouble() * chance.nextDouble();
                DemoDeal deal = DemoDeal.from(
                        yesterday.minusDays((long) (DAYS * age)),
                        yesterday,
                        pipeline.open().size(),
                        chance);
                DemoLife life = DemoLife.of(deal, company.language(), words, yesterday, fate);
                Written one = new Written(ids.next(), company, pick(company.contacts(), chance), deal, life);
                rows.add(end(row(one, pipeline, words, currency, today, chance), one, words, rivals, fate));
                life.turns().forEach(turn -> turns.add(turn(turnIds.next(), one, turn)));
                changes.addAll(changes(one, pipeline, changeIds));
                written.add(one);
            }
        }
        passages.openForDemo();
        writer.insert("opportunity", rows);
        writer.insert("stage_change", changes);
        writer.insert("state_change", turns);
        return written;
    }

    private static DemoRow row(
            Written one,
            DemoPipeline pipeline,
            DemoWords words,
            String currency,
            LocalDate today,
            RandomGenerator chance) {
        DemoDeal deal = one.deal();
        String language = one.company().language();
        DemoPipeline.Product product = pick(pipeline.products(), chance);
        DemoPipeline.Stage stage = stage(deal, pipeline);
        LocalDate last = deal.lastChange();
        BigDecimal amount = product.price().multiply(BigDecimal.valueOf(3 + chance.nextInt(40)));
        boolean lost = !deal.isOpen() && !deal.won();
        return new DemoRow()
                .with("id", one.id())
                .with(
                        "name",
                        words.pick(language, "project", chance) + " · "
                                + one.company().name())
                .with("customer_id", one.company().id())
                .with("contact_id", one.contact())
                .with("product_id", product.id())
                .with("pipeline_id", pipeline.id())
                .with("stage_id", stage.id())
                .with("state", one.life().state())
                .with("amount", amount)
                .with("currency", currency)
                .with("base_amount", amount)
                .with("probability", stage.probability())
                .with("expected_close_date", deal.isOpen() ? today.plusDays(chance.nextInt(120) - 14) : deal.closed())
                .with("opened_on", deal.opened())
                .with("closed_on", deal.closed())
                .with("stage_entered_at", at(last))
                .with("lost_reason_id", lost ? pick(pipeline.lostReasons(), chance) : null)
                .with("closing_note", closingNote(deal, language, words, chance))
                .with("next_step", deal.isOpen() ? words.pick(language, "step", chance) : null)
                .with("owner_id", one.company().owner().id())
                .with("team_id", one.company().owner().teamId())
                .since(at(deal.opened()), at(last));
    }

    /** How it stands, and what was learned from it. */
    private static DemoRow end(DemoRow row, Written one, DemoWords words, List<Long> rivals, RandomGenerator fate) {
        DemoLife life = one.life();
        boolean lost = life.state().equals("LOST");
        String language = one.company().language();
        return row.with("finish", life.finish())
                .with("state_entered_at", at(life.since()))
                .with("suspended_until", life.until())
                .with("suspend_reason", life.reason())
                .with("competitor_id", lost ? fate.nextInt(2) == 0 ? pick(rivals, fate) : null : met(one, rivals))
                .with("lessons", life.finish().equals("NONE") ? null : words.pick(language, "lesson", fate));
    }

    /** In every fourth of what is open or was won somebody else was in the running. */
    private static @Nullable Long met(Written one, List<Long> rivals) {
        return one.id() % 4 == 0 ? rivals.get((int) (one.id() / 4 % rivals.size())) : null;
    }

    private static DemoRow turn(long id, Written one, DemoLife.Turn turn) {
        return new DemoRow()
                .with("id", id)
                .with("opportunity_id", one.id())
                .with("from_state", turn.fromState())
                .with("to_state", turn.toState())
                .with("from_finish", turn.fromFinish())
                .with("to_finish", turn.toFinish())
                .with("at", at(turn.on()))
                .with("stayed_seconds", ChronoUnit.DAYS.between(turn.since(), turn.on()) * 86_400)
                .with("reason", turn.reason())
                .with("by_person_id", one.company().owner().id());
    }

    private static @Nullable String closingNote(
            DemoDeal deal, String language, DemoWords words, RandomGenerator chance) {
        return deal.isOpen() ? null : words.pick(language, deal.won() ? "won" : "lost", chance);
    }

    private static DemoPipeline.Stage stage(DemoDeal deal, DemoPipeline pipeline) {
        if (deal.isOpen()) {
            return pipeline.open().get(deal.lastStage());
        }
        return deal.won() ? pipeline.won() : pipeline.lost();
    }

    private static List<DemoRow> changes(Written one, DemoPipeline pipeline, Iterator<Long> ids) {
        List<DemoRow> changes = new ArrayList<>();
        List<LocalDate> entered = one.deal().entered();
        for (int i = 0; i < entered.size(); i++) {
            Long from = i == 0 ? null : pipeline.open().get(i - 1).id();
            changes.add(change(
                    ids.next(),
                    one,
                    pipeline,
                    from,
                    pipeline.open().get(i).id(),
                    i == 0 ? null : entered.get(i - 1),
                    entered.get(i)));
        }
        LocalDate closed = one.deal().closed();
        if (closed != null) {
            int last = one.deal().lastStage();
            changes.add(change(
                    ids.next(),
                    one,
                    pipeline,
                    pipeline.open().get(last).id(),
                    stage(one.deal(), pipeline).id(),
                    entered.get(last),
                    closed));
        }
        return changes;
    }

    private static DemoRow change(
            long id,
            Written one,
            DemoPipeline pipeline,
            @Nullable Long from,
            long to,
            @Nullable LocalDate since,
            LocalDate on) {
        return new DemoRow()
                .with("id", id)
                .with("opportunity_id", one.id())
                .with("pipeline_id", pipeline.id())
                .with("from_stage_id", from)
                .with("to_stage_id", to)
                .with("at", at(on))
                .with("stayed_seconds", since == null ? null : (on.toEpochDay() - since.toEpochDay()) * 86_400)
                .with("by_person_id", one.company().owner().id());
    }

    static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    }

    private static <T> T pick(List<T> choices, RandomGenerator chance) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
