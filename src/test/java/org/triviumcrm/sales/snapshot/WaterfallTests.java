package org.triviumcrm.sales.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.outlook.OutlookFilter;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What is written down each week, and that it is accounted for to the last cent what became of it. */
@IntegrationTest
class WaterfallTests {

    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);
    private static final LocalDate WEEK =
            LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SnapshotService snapshots;

    @Autowired
    ChangeService changes;

    @Autowired
    AccuracyService accuracies;

    private final Viewer job = Viewer.job("sales.log.forecast");
    private List<Viewer> sellers;
    private List<Viewer> viewers;

    @BeforeEach
    void company() {
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', 'UTC', now(), now())""").update();
        long west = accounts.team("West", null);
        long coast = accounts.team("Coast", west);
        long east = accounts.team("East", null);
        sellers = List.of(accounts.representative(west), accounts.representative(coast), accounts.representative(east));
        long manager = accounts.manager(west).personId();
        viewers = List.of(accounts.administrator(), accounts.viewer(manager), sellers.get(1));
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Early", "OPEN", "PIPELINE");
        stage(12, "Late", "OPEN", "COMMIT");
        stage(13, "Parked", "OPEN", "OMITTED");
        stage(14, "Won", "WON", "PIPELINE");
        stage(15, "Lost", "LOST", "PIPELINE");
    }

    @Test
    void theChangesAddUpWhateverHappens() {
        Random chance = new Random(2026);
        Set<Change> seen = EnumSet.noneOf(Change.class);
        for (int i = 1; i <= 150; i++) {
            deal(i, chance);
        }
        assertThat(snapshots.take(job)).isTrue();
        for (int round = 0; round < 6; round++) {
            for (int i = 1; i <= 25; i++) {
                happen(1 + chance.nextInt(150), chance);
            }
            deal(200 + round, chance);
            for (Viewer viewer : viewers) {
                for (String period :
                        List.of(NOW.toString(), Period.quarterOf(NOW).toString(), NOW.plusMonths(2) + "")) {
                    Waterfall fall = changes.of(viewer, new ChangeFilter(period, null, WEEK, null));
                    BigDecimal end =
                            fall.parts().stream().map(Waterfall.Part::amount).reduce(fall.before(), BigDecimal::add);
                    assertThat(end).isEqualByComparingTo(fall.after());
                    assertThat(fall.after())
                            .isEqualByComparingTo(
                                    open(viewer, Period.read(period).orElseThrow()));
                    for (Waterfall.Part part : fall.parts()) {
                        seen.add(part.change());
                        List<ChangedDeal> rows = changes.of(viewer, new ChangeFilter(period, null, WEEK, part.change()))
                                .rows();
                        assertThat(rows).hasSize((int) part.count());
                        assertThat(rows.stream().map(ChangedDeal::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                                .isEqualByComparingTo(part.amount());
                    }
                }
            }
        }
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(Change.REMOVED, Change.RETURNED)));
    }

    @Test
    void aWeekIsWrittenOnceAndOnlyWhatChangedIsWrittenAgain() {
        Random chance = new Random(7);
        for (int i = 1; i <= 20; i++) {
            deal(i, chance);
        }
        assertThat(snapshots.take(job)).isTrue();
        assertThat(snapshots.take(job)).isFalse();
        long lines = count("forecast_line");
        assertThat(lines).isEqualTo(count("opportunity where state = 'OPEN'"));

        // a week goes by
        database.sql("alter table forecast_line drop constraint forecast_line_from_week_fkey")
                .update();
        database.sql("update forecast_line set from_week = from_week - 7").update();
        database.sql("update forecast_snapshot set week = week").update();
        database.sql("delete from forecast_snapshot").update();
        database.sql("update forecast_week set week = week - 7, taken_at = taken_at - interval '7 days'")
                .update();
        database.sql(
                        "update opportunity set base_amount = base_amount + 1 where id = (select min(id) from opportunity where state = 'OPEN')")
                .update();
        assertThat(snapshots.take(job)).isTrue();
        assertThat(count("forecast_line")).isEqualTo(lines + 1);
        assertThat(count("forecast_line where to_week is not null")).isOne();
        assertThat(count("forecast_line where to_week is null")).isEqualTo(lines);
    }

    @Test
    void whatWasSaidIsHeldAgainstWhatHappened() throws Exception {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, expected_close_date, created_at, updated_at)
                        values (1, 'Sure', 1, 12, 'OPEN', 400, 'USD', 400, 25, current_date, now(), :owner, :team, :day, now(), now())""")
                .param("owner", sellers.get(1).personId())
                .param("team", sellers.get(1).teamId())
                .param("day", NOW.atEndOfMonth())
                .update();
        snapshots.take(job);
        database.sql(
                        "update opportunity set state = 'WON', stage_id = 14, closed_on = :day, base_amount = 500, amount = 500 where id = 1")
                .param("day", NOW.atEndOfMonth())
                .update();
        for (Viewer viewer : viewers) {
            Accuracy accuracy = accuracies.of(viewer, new OutlookFilter(NOW.toString(), null));
            assertThat(accuracy.won()).isEqualByComparingTo("500");
            Accuracy.Week said = accuracy.weeks().get(accuracy.weeks().size() - 1);
            assertThat(said.commit()).isEqualByComparingTo("400");
            assertThat(said.weighted()).isEqualByComparingTo("100");
        }
        assertThat(Accuracy.error(new BigDecimal("400"), new BigDecimal("500"))).isEqualByComparingTo("-20");
        assertThat(accuracies
                        .of(sellers.get(2), new OutlookFilter(NOW.toString(), null))
                        .won())
                .isEqualByComparingTo("0");
        mvc.perform(get("/sales/forecast/accuracy").with(signedIn(viewers.get(1))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("$500")));
        mvc.perform(get("/sales/forecast/changes")
                        .param("change", "WON")
                        .param("since", "" + WEEK)
                        .param("period", "" + NOW)
                        .with(signedIn(viewers.get(1))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">Sure</a>")));
        mvc.perform(get("/sales/forecast/changes")
                        .param("since", "yesterday")
                        .param("change", "MAYBE")
                        .with(signedIn(sellers.get(2))))
                .andExpect(status().isOk());
    }

    private BigDecimal open(Viewer viewer, Period period) {
        var scope = viewer.scope("opportunity");
        return database.sql("""
                        select coalesce(sum(o.base_amount), 0) from opportunity o where o.state = 'OPEN' and o.forecast_category <> 'OMITTED'
                        and o.expected_close_date between :from and :to and """ + " " + scope.sql("o"))
                .param("from", period.first())
                .param("to", period.last())
                .params(scope.parameters())
                .query(BigDecimal.class)
                .single();
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }

    private void happen(int id, Random chance) {
        String what = switch (chance.nextInt(7)) {
            case 0 -> "base_amount = base_amount + " + (chance.nextInt(400) - 200 + chance.nextInt(100) * 0.01);
            case 1 -> "expected_close_date = date '" + day(chance) + "'";
            case 2 -> "stage_id = " + (11 + chance.nextInt(3));
            case 3 -> "state = 'WON', stage_id = 14, closed_on = current_date";
            case 4 -> "state = 'LOST', stage_id = 15, closed_on = current_date";
            case 5 -> "state = 'SUSPENDED', suspended_until = current_date + 9, suspend_reason = 'Later'";
            default -> {
                Viewer to = sellers.get(chance.nextInt(3));
                yield "owner_id = " + to.personId() + ", team_id = " + to.teamId();
            }
        };
        database.sql("update opportunity set " + what + " where id = ? and state = 'OPEN'")
                .param(id)
                .update();
    }

    private static LocalDate day(Random chance) {
        return NOW.plusMonths(chance.nextInt(4) - 1).atDay(1 + chance.nextInt(28));
    }

    private void deal(int id, Random chance) {
        Viewer owner = sellers.get(chance.nextInt(3));
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, expected_close_date, created_at, updated_at)
                        values (:id, 'Deal ' || :id, 1, :stage, 'OPEN', 1, 'USD', :amount, 50, current_date, now(), :owner, :team,
                            :day, cast(:created as timestamptz), now())""")
                .param("id", id)
                .param("stage", 11 + chance.nextInt(3))
                .param("amount", 1000 + chance.nextInt(90_000) * 0.01)
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("day", chance.nextInt(8) == 0 ? null : day(chance))
                .param("created", id < 200 ? "2026-01-01" : "2099-01-01")
                .update();
    }

    private void stage(int id, String name, String kind, String category) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis,
                            forecast_category, created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, 30, 50, 'SET', ?, now(), now())""").params(id, name, id, kind, category).update();
    }
}
