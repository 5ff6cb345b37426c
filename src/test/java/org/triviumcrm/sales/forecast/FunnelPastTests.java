package org.triviumcrm.sales.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What the funnel said of the past, held against a plain reckoning over made-up histories. */
@IntegrationTest
class FunnelPastTests {

    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);
    private static final FunnelFilter ASKED = new FunnelFilter(1L, null, 6);
    private static final int[] OPEN = {11, 12, 13};

    /** What happened to a made-up opportunity: {@code stages} and {@code laid} say from when on it was where. */
    private record History(
            long id,
            TreeMap<Instant, Integer> stages,
            TreeMap<Instant, String> states,
            TreeMap<Instant, Long> owners,
            TreeMap<Instant, BigDecimal> amounts) {}

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    FunnelMonthService months;

    @Autowired
    FunnelPastService past;

    private final Viewer job = Viewer.job("sales.log.forecast");
    private long team;
    private Viewer ann;
    private Viewer bob;
    private Viewer manager;
    private Viewer stranger;
    private final List<History> histories = new ArrayList<>();

    @BeforeEach
    void pipeline() {
        database.sql(
                        "insert into company (name, currency, locale, time_zone, created_at, updated_at) values ('C', 'USD', 'en', 'UTC', now(), now())")
                .update();
        team = accounts.team("West", null);
        long other = accounts.team("East", null);
        manager = accounts.manager(team);
        ann = accounts.representative(team);
        bob = accounts.representative(other);
        stranger = accounts.manager(accounts.team("North", null));
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Prospect", 1, "OPEN", "MEASURED", 50, 60);
        stage(12, "Bidding", 2, "OPEN", "MEASURED", 80, 30);
        stage(13, "Negotiation", 3, "OPEN", "SET", 90, 30);
        stage(14, "Won", 4, "WON", "SET", 100, 0);
        stage(15, "Lost", 5, "LOST", "SET", 0, 0);
    }

    @Test
    void saysWhatAPlainReckoningSays() {
        makeUp(new Random(11), 120);
        assertThat(months.write(job)).isTrue();
        assertThat(months.write(job)).as("nothing has become another").isFalse();
        for (Viewer viewer : List.of(ann, bob, manager, stranger)) {
            FunnelPast shown = past.of(viewer, ASKED);
            assertThat(shown.months()).hasSize(12);
            for (FunnelPast.Month month : shown.months()) {
                assertThat(month.won()).as("won in %s", month.month()).isEqualByComparingTo(won(viewer, month.month()));
                for (int lead = 0; lead < FunnelPast.LEADS; lead++) {
                    BigDecimal said = month.said().get(lead);
                    if (said != null) {
                        assertThat(said)
                                .as("said %d months before %s to %s", lead, month.month(), viewer.name())
                                .isEqualByComparingTo(
                                        plain(viewer, month.month().minusMonths(lead))
                                                .signedIn(lead));
                    }
                }
            }
        }
        FunnelPast all = past.of(manager, ASKED);
        assertThat(all.months().get(11).said()).as("known by then").doesNotContainNull();
        assertThat(all.nearest()).isNotNull();
        assertThat(past.of(stranger, ASKED).isEmpty()).isTrue();
    }

    /** Whatever happens later changes nothing in what was said before. */
    @Test
    void knowsNothingOfWhatCameLater() {
        makeUp(new Random(5), 60);
        months.write(job);
        YearMonth until = NOW.minusMonths(3);
        List<List<BigDecimal>> before = said(until);
        assertThat(before.stream().flatMap(List::stream)).anyMatch(said -> said != null && said.signum() > 0);

        Instant later = until.plusMonths(1).atDay(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        histories.forEach(one -> {
            one.stages().tailMap(later, true).clear();
            one.states().tailMap(later, true).clear();
            one.owners().tailMap(later, true).clear();
            one.amounts().tailMap(later, true).clear();
            one.stages().put(later, 14);
            one.states().put(later, "WON");
            one.amounts().put(later, new BigDecimal("987654.32"));
            one.owners().put(later, bob.personId());
            same(one.states());
            same(one.owners());
        });
        database.sql("delete from opportunity where pipeline_id = 1").update();
        database.sql("delete from opportunity_aud where id > 990000").update();
        histories.forEach(this::write);
        months.write(job);
        assertThat(said(until)).isEqualTo(before);
        assertThat(past.of(manager, ASKED).months().get(11).won()).isNotNull();
    }

    @Test
    void leadsFromAFigureToItsStagesAndTheirOpportunities() throws Exception {
        makeUp(new Random(3), 130);
        months.write(job);
        FunnelPast shown = past.of(manager, ASKED);
        FunnelPast.Month month = shown.months().get(11);
        int counted = 0;
        for (int lead = 0; lead < FunnelPast.LEADS; lead++) {
            YearMonth began = month.month().minusMonths(lead);
            FunnelPastPage page =
                    past.page(manager, ASKED, figure(began, lead, null)).orElseThrow();
            assertThat(page.said()).isEqualByComparingTo(month.said().get(lead));
            for (MeasuredStage stage : page.stages()) {
                BigDecimal sum = BigDecimal.ZERO;
                long rows = 0;
                FunnelPastFilter figure = figure(began, lead, stage.id());
                FunnelPastPage part = past.page(manager, ASKED, figure).orElseThrow();
                while (true) {
                    rows += part.deals().size();
                    for (FunnelPastDeal deal : part.deals()) {
                        sum = sum.add(deal.amount());
                        counted++;
                    }
                    if (part.next() == null) {
                        break;
                    }
                    FunnelPastDeal last = part.deals().get(part.deals().size() - 1);
                    part = past.page(
                                    manager,
                                    ASKED,
                                    new FunnelPastFilter(began.atDay(1), lead, stage.id(), last.amount(), last.id()))
                            .orElseThrow();
                }
                assertThat(sum).as(stage.name()).isEqualByComparingTo(stage.amount());
                assertThat(rows).as(stage.name()).isEqualTo(stage.count());
            }
        }
        assertThat(counted).isPositive();

        String html = mvc.perform(
                        get("/sales/funnel/accuracy").param("window", "6").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> links = Pattern.compile("href=\"(/sales/funnel/accuracy/rows[^\"]*)\"")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(links).hasSizeGreaterThan(20);
        mvc.perform(get(shown.saidRows(month, 1)).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("past-deals")));
        mvc.perform(get(shown.saidRows(month, 1) + "&stage=999").with(signedIn(manager)))
                .andExpect(status().isNotFound());
        for (String odd : List.of("month=soon", "month=1999-01-01", "ahead=1")) {
            mvc.perform(get("/sales/funnel/accuracy/rows?window=6&" + odd).with(signedIn(manager)))
                    .andExpect(redirectedUrl("/sales/funnel/accuracy?window=6"));
        }
        mvc.perform(get("/sales/funnel/accuracy?team=" + team).with(signedIn(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/sales/funnel/accuracy").with(signedIn(accounts.nobody())))
                .andExpect(status().isForbidden());
    }

    @Test
    void saysThatNothingIsThereYet() throws Exception {
        mvc.perform(get("/sales/funnel/accuracy").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing to hold against each other yet")));
    }

    /** A stage that is removed takes its past along; the next run has all of it again. */
    @Test
    void isWrittenAgainWhenTheHistoryHasBecomeAnother() {
        makeUp(new Random(2), 20);
        months.write(job);
        database.sql("delete from opportunity where pipeline_id = 1 and id % 2 = 0")
                .update();
        assertThat(months.write(job)).isTrue();
        stage(16, "Odd", 9, "OPEN", "SET", 50, 30);
        database.sql("delete from stage where id = 16").update();
        assertThat(months.write(job)).isTrue();
    }

    private List<List<BigDecimal>> said(YearMonth until) {
        return past.of(manager, ASKED).months().stream()
                .filter(month -> !month.month().isAfter(until))
                .map(FunnelPast.Month::said)
                .map(all -> all.stream()
                        .map(one -> one == null ? null : one.stripTrailingZeros())
                        .toList())
                .toList();
    }

    private static FunnelPastFilter figure(YearMonth month, int lead, Long stage) {
        return new FunnelPastFilter(month.atDay(1), lead, stage, null, null);
    }

    /** The forecast as a month began, from the histories as they are made up. */
    private FunnelForecast plain(Viewer viewer, YearMonth month) {
        Instant then = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant from = month.minusMonths(6).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<FunnelStage> stages = new ArrayList<>();
        for (int stage : OPEN) {
            BigDecimal amount = BigDecimal.ZERO;
            long ended = 0;
            long forward = 0;
            BigDecimal seconds = BigDecimal.ZERO;
            for (History one : histories) {
                Map.Entry<Instant, Integer> lay = one.stages().lowerEntry(then);
                boolean aside = List.of("SUSPENDED", "POOLED")
                        .contains(
                                one.states().lowerEntry(then) == null
                                        ? "OPEN"
                                        : one.states().lowerEntry(then).getValue());
                if (lay != null && lay.getValue() == stage && !aside && sees(viewer, at(one.owners(), then))) {
                    amount = amount.add(at(one.amounts(), then));
                }
                Map.Entry<Instant, Integer> was = null;
                for (Map.Entry<Instant, Integer> step : one.stages().entrySet()) {
                    if (was != null
                            && was.getValue() == stage
                            && !step.getKey().isBefore(from)
                            && step.getKey().isBefore(then)) {
                        ended++;
                        forward += step.getValue() == 14 || step.getValue() < 14 && step.getValue() > stage ? 1 : 0;
                        seconds = seconds.add(BigDecimal.valueOf(
                                Duration.between(was.getKey(), step.getKey()).toSeconds()));
                    }
                    was = step;
                }
            }
            stages.add(new MeasuredStage(
                            stage,
                            "" + stage,
                            stage != 13,
                            BigDecimal.valueOf(stage == 11 ? 50 : stage == 12 ? 80 : 90),
                            stage == 11 ? 60 : 30,
                            0,
                            amount,
                            BigDecimal.ZERO,
                            ended,
                            forward,
                            seconds)
                    .funnelStage());
        }
        return FunnelForecast.of(stages);
    }

    private BigDecimal won(Viewer viewer, YearMonth month) {
        return histories.stream()
                .filter(one -> one.stages().lastEntry().getValue() == 14
                        && sees(viewer, one.owners().lastEntry().getValue())
                        && YearMonth.from(one.stages().lastKey().atOffset(ZoneOffset.UTC))
                                .equals(month))
                .map(one -> one.amounts().lastEntry().getValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean sees(Viewer viewer, long owner) {
        return viewer == manager ? owner == ann.personId() || owner == manager.personId() : viewer.personId() == owner;
    }

    /** What held before a moment; before everything, the first that is known. */
    private static <T> T at(TreeMap<Instant, T> known, Instant then) {
        Map.Entry<Instant, T> entry = known.lowerEntry(then);
        return Objects.requireNonNullElse(entry, known.firstEntry()).getValue();
    }

    private void makeUp(Random chance, int many) {
        for (int i = 1; i <= many; i++) {
            Instant at = NOW.minusMonths(18)
                    .atDay(1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plusSeconds(chance.nextInt(500 * 86_400));
            History one = new History(990_000 + i, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
            one.stages().put(at, OPEN[chance.nextInt(2)]);
            one.owners().put(at, owner(chance));
            one.amounts().put(at.plusSeconds(chance.nextInt(40 * 86_400)), amount(chance));
            Instant end = Instant.now().minusSeconds(3600);
            for (int step = chance.nextInt(6); step > 0; step--) {
                // now and then exactly as a month begins
                at = chance.nextInt(8) == 0
                        ? YearMonth.from(at.atOffset(ZoneOffset.UTC))
                                .plusMonths(1)
                                .atDay(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)
                        : at.plusSeconds(3600 + chance.nextInt(70 * 86_400));
                if (at.isAfter(end)) {
                    break;
                }
                int was = one.stages().lastEntry().getValue();
                if (was > 13) {
                    break;
                }
                int to = 11 + chance.nextInt(5);
                if (to == was) {
                    one.owners().put(at, owner(chance));
                    one.amounts().put(at.plusSeconds(60), amount(chance));
                    one.states().put(at, chance.nextBoolean() ? "SUSPENDED" : "POOLED");
                    Instant again = at.plusSeconds(chance.nextInt(60 * 86_400));
                    if (again.isBefore(end)) {
                        one.states().put(again, "OPEN");
                        at = again;
                    } else {
                        one.states().put(at, "SUSPENDED"); // a pool would have to be there
                        break;
                    }
                } else {
                    one.stages().put(at, to);
                    if (to > 13) {
                        one.states().put(at, to == 14 ? "WON" : "LOST");
                    }
                }
            }
            one.amounts().tailMap(end, false).clear();
            if (one.amounts().isEmpty()) {
                one.amounts().put(one.stages().firstKey(), amount(chance));
            }
            same(one.owners());
            same(one.states());
            histories.add(one);
        }
        histories.sort(Comparator.comparing(History::id));
        histories.forEach(this::write);
    }

    /** Leaves out what changes nothing. */
    private static <T> void same(TreeMap<Instant, T> known) {
        Object before = null;
        for (Instant at : List.copyOf(known.keySet())) {
            if (Objects.equals(before, known.get(at))) {
                known.remove(at);
            } else {
                before = known.get(at);
            }
        }
    }

    private long owner(Random chance) {
        return chance.nextInt(3) == 0 ? bob.personId() : ann.personId();
    }

    private static BigDecimal amount(Random chance) {
        return BigDecimal.valueOf(100_00 + chance.nextInt(9_000_00), 2);
    }

    private void write(History one) {
        int stage = one.stages().lastEntry().getValue();
        long owner = one.owners().lastEntry().getValue();
        String state =
                one.states().isEmpty() ? "OPEN" : one.states().lastEntry().getValue();
        boolean decided = stage > 13;
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, closed_on, suspended_until, state_entered_at, stage_entered_at, owner_id, team_id, created_at, updated_at)
                        values (:id, 'O', 1, :stage, :state, :amount, 'USD', :amount, 50, :opened, :closed, :until, :since, :entered, :owner,
                            (select team_id from person where id = :owner), now(), now())""")
                .param("id", one.id())
                .param("stage", stage)
                .param("state", state)
                .param("amount", one.amounts().lastEntry().getValue())
                .param("opened", LocalDate.ofInstant(one.stages().firstKey(), ZoneOffset.UTC))
                .param("closed", decided ? LocalDate.ofInstant(one.stages().lastKey(), ZoneOffset.UTC) : null)
                .param(
                        "until",
                        state.equals("SUSPENDED")
                                ? LocalDate.now(ZoneOffset.UTC).plusDays(9)
                                : null)
                .param(
                        "since",
                        offset(
                                one.states().isEmpty()
                                        ? one.stages().firstKey()
                                        : one.states().lastKey()))
                .param("entered", offset(one.stages().lastKey()))
                .param("owner", owner)
                .update();
        Map.Entry<Instant, Integer> was = null;
        for (Map.Entry<Instant, Integer> step : one.stages().entrySet()) {
            database.sql("""
                            insert into stage_change (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds)
                            values (nextval('stage_change_seq'), ?, 1, ?, ?, ?, ?)""")
                    .params(
                            one.id(),
                            was == null ? null : was.getValue(),
                            step.getValue(),
                            offset(step.getKey()),
                            was == null
                                    ? null
                                    : Duration.between(was.getKey(), step.getKey())
                                            .toSeconds())
                    .update();
            was = step;
        }
        String before = "OPEN";
        for (Map.Entry<Instant, String> turn : one.states().entrySet()) {
            database.sql("""
                            insert into state_change (id, opportunity_id, from_state, to_state, from_finish, to_finish, at, stayed_seconds)
                            values (nextval('state_change_seq'), ?, ?, ?, 'NONE', 'NONE', ?, 0)""")
                    .params(one.id(), before, turn.getValue(), offset(turn.getKey()))
                    .update();
            before = turn.getValue();
        }
        Long had = null;
        for (Map.Entry<Instant, Long> turn : one.owners().entrySet()) {
            if (had != null) {
                database.sql(
                                "insert into ownership_change (opportunity_id, from_person_id, to_person_id, at) values (?, ?, ?, ?)")
                        .params(one.id(), had, turn.getValue(), offset(turn.getKey()))
                        .update();
            }
            had = turn.getValue();
        }
        for (Map.Entry<Instant, BigDecimal> turn : one.amounts().entrySet()) {
            long revision = database.sql(
                            "insert into revision (id, at) values (nextval('revision_seq'), ?) returning id")
                    .param(offset(turn.getKey()))
                    .query(Long.class)
                    .single();
            database.sql("insert into opportunity_aud (id, rev, revtype, amount, currency) values (?, ?, 1, ?, 'USD')")
                    .params(one.id(), revision, turn.getValue())
                    .update();
        }
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private void stage(int id, String name, int position, String kind, String basis, int conversion, int days) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis,
                            created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, ?, ?, ?, now(), now())""")
                .params(id, name, position, kind, days, conversion, basis)
                .update();
    }
}
