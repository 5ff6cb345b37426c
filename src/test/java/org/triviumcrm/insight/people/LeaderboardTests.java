package org.triviumcrm.insight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.Deeds.Fact;
import org.triviumcrm.insight.people.Leaderboard.Line;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Every figure of a leaderboard is what its rows come to, counted plainly, for everybody's reach and for days that cut months and weeks. */
@IntegrationTest
class LeaderboardTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final List<Span> SPANS = List.of(
            new Span(FIRST, LocalDate.of(2026, 3, 31)),
            new Span(LocalDate.of(2026, 1, 17), LocalDate.of(2026, 3, 9)),
            new Span(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 20)),
            new Span(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 14)));

    private record Sale(
            long owner,
            @Nullable Long team,
            String state,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            BigDecimal amount) {}

    private record Act(
            long owner,
            String kind,
            Instant at,
            boolean planned,
            @Nullable Instant done,
            @Nullable BigDecimal cost) {

        boolean happened() {
            return done != null || !kind.equals("TASK") && !planned;
        }

        @Nullable
        Instant moment() {
            return kind.equals("TASK") ? done : at;
        }
    }

    private record Offer(long owner, long team, @Nullable Instant released, BigDecimal full, BigDecimal net) {}

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    LeaderboardService people;

    @Autowired
    DoneService activities;

    @Autowired
    ExpenseService expenses;

    private final Random chance = new Random(11);
    private final List<Sale> sales = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private long west;
    private long coast;
    private long east;
    private Viewer ann;
    private Viewer bob;
    private Viewer manager;
    private Viewer stranger;
    private Viewer admin;

    @BeforeEach
    void company() {
        west = accounts.team("West", null);
        coast = accounts.team("Coast", west);
        east = accounts.team("East", null);
        ann = accounts.representative(west);
        bob = accounts.representative(coast);
        stranger = accounts.representative(east);
        manager = accounts.viewer(accounts.manager(west).personId());
        admin = accounts.administrator();
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Early", 1, "OPEN");
        stage(14, "Won", 3, "WON");
        stage(15, "Lost", 4, "LOST");
        database.sql(
                        "insert into customer (id, name, owner_id, created_at, updated_at) values (1, 'Acme', :owner, now(), now())")
                .param("owner", ann.personId())
                .update();
        Viewer[] sellers = {ann, bob, stranger};
        for (int at = 0; at < 90; at++) {
            sale(990_000 + at, sellers[chance.nextInt(3)]);
            act(990_000 + at, sellers[chance.nextInt(3)]);
            offer(990_000 + at, sellers[chance.nextInt(3)]);
        }
    }

    @Test
    void everyFigureIsWhatItsRowsComeTo() {
        for (Span span : SPANS) {
            for (Viewer viewer : List.of(ann, manager, admin)) {
                for (PeopleCut cut : PeopleCut.values()) {
                    Leaderboard found = people.of(viewer, filter(span, cut, PeopleMeasure.WON_COUNT, null));
                    for (Line line : lines(found)) {
                        assertThat(figures(line.deeds()))
                                .as("%s by %s of %s for %s", span, cut, line.name(), viewer.name())
                                .isEqualTo(counted(
                                        span,
                                        viewer,
                                        member(cut, line.key()),
                                        cut == PeopleCut.TEAM ? null : line.key()));
                        Deeds before =
                                people
                                        .of(viewer, filter(span.before(), cut, PeopleMeasure.WON_COUNT, null))
                                        .lines()
                                        .stream()
                                        .filter(other -> Objects.equals(other.key(), line.key()))
                                        .map(Line::deeds)
                                        .findFirst()
                                        .orElse(Deeds.NONE);
                        if (line.key() != null) {
                            assertThat(line.before() == null ? BigDecimal.ZERO : line.before())
                                    .isEqualByComparingTo(BigDecimal.valueOf(before.count(Fact.WON)));
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyFigureLeadsToItsRows() throws Exception {
        Span span = SPANS.get(1);
        for (Viewer viewer : List.of(bob, manager, admin)) {
            for (PeopleCut cut : PeopleCut.values()) {
                for (Line line : lines(people.of(viewer, filter(span, cut, PeopleMeasure.CYCLE, null)))) {
                    Deeds deeds = line.deeds();
                    PeopleLinks links = line.links();
                    assertThat(List.of(
                                    rows(viewer, links.won()),
                                    rows(viewer, links.lost()),
                                    rows(viewer, links.decided()),
                                    rows(viewer, links.cycle()),
                                    rows(viewer, links.open()),
                                    rows(viewer, links.quotes())))
                            .as("%s of %s for %s", cut, line.name(), viewer.name())
                            .containsExactly(
                                    deeds.count(Fact.WON),
                                    deeds.count(Fact.LOST),
                                    deeds.count(Fact.WON) + deeds.count(Fact.LOST),
                                    deeds.count(Fact.WON),
                                    deeds.count(Fact.OPEN),
                                    deeds.count(Fact.QUOTE));
                    assertThat(done(viewer, line, null, null)).isEqualTo(deeds.activities());
                    assertThat(done(viewer, line, Fact.CALL, null)).isEqualTo(deeds.count(Fact.CALL));
                    assertThat(done(viewer, line, null, true)).isEqualTo(deeds.count(Fact.COST));
                    mvc.perform(get(URI.create(links.costs())).with(signedIn(viewer)))
                            .andExpect(status().isOk());
                }
            }
        }
    }

    @Test
    void whatWasSpentStandsAgainstWhatWasWon() throws Exception {
        Span span = SPANS.get(1);
        database.sql("update activity set about_type = 'opportunity', about_id = 990000 + id % 40 where id % 3 > 0")
                .update();
        for (Viewer viewer : List.of(ann, manager, admin)) {
            Expenses byPerson = expenses.of(viewer, new ExpenseFilter(span.from(), span.to(), ExpenseCut.PERSON));
            for (Expenses.Line line : byPerson.lines()) {
                assertThat(line.cost())
                        .as("%s for %s", line.name(), viewer.name())
                        .isEqualByComparingTo(amount(viewer, """
                                select coalesce(sum(a.base_cost), 0) from activity a join person p on p.id = a.owner_id where p.name = ?
                                  and a.base_cost is not null""", line.name(), span));
                assertThat(rows(line.rowsHref(), viewer)).isEqualTo(line.count());
            }
            assertThat(byPerson.lines().stream().map(Expenses.Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(byPerson.total().cost());
            Expenses byDeal = expenses.of(viewer, new ExpenseFilter(span.from(), span.to(), ExpenseCut.OPPORTUNITY));
            assertThat(byDeal.lines()).isNotEmpty();
            for (Expenses.Line line : byDeal.lines()) {
                assertThat(line.cost()).isEqualByComparingTo(amount(viewer, """
                        select coalesce(sum(a.base_cost), 0) from activity a join opportunity o on o.id = a.about_id and a.about_type = 'opportunity'
                        where o.name = ? and a.base_cost is not null""", line.name(), span));
                assertThat(rows(line.rowsHref(), viewer)).isEqualTo(line.count());
            }
            assertThat(byDeal.lines().stream().map(Expenses.Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(byDeal.total().cost());
        }
        assertThat(expenses.of(ann, new ExpenseFilter(span.from(), span.to(), ExpenseCut.PERSON))
                        .lines())
                .extracting(Expenses.Line::name)
                .containsExactly(ann.name());
        mvc.perform(get("/insight/expenses/export.csv?from=2026-01-17&to=2026-03-09")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Spent of won")));
        mvc.perform(get("/insight/expenses?by=OPPORTUNITY&from=2026-01-17&to=2026-03-09")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private BigDecimal amount(Viewer viewer, String sql, String name, Span span) {
        return database.sql(sql + " " + """
                         and (case when a.kind = 'TASK' and a.done_at is not null then a.done_at else a.at end) at time zone ? >= ?
                          and (case when a.kind = 'TASK' and a.done_at is not null then a.done_at else a.at end) at time zone ? < ?""")
                .params(
                        name,
                        viewer.zone().getId(),
                        span.from(),
                        viewer.zone().getId(),
                        span.to().plusDays(1))
                .query(BigDecimal.class)
                .single();
    }

    /** How many activities their page says there are. */
    private long rows(String href, Viewer viewer) throws Exception {
        var found = Pattern.compile("([\\d,]+) activities")
                .matcher(mvc.perform(get(URI.create(href)).with(signedIn(viewer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void sharesCountForTheQuota() {
        database.sql("delete from opportunity").update();
        sale(980_000, ann, "WON", FIRST, FIRST.plusDays(10), "100");
        for (Viewer one : List.of(ann, bob)) {
            database.sql("""
                            insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause, fixed_at)
                            values (nextval('opportunity_split_seq'), 980000, 1, ?, 50, now(), 'SET', now())""").param(one.personId()).update();
            database.sql("""
                            insert into quota (id, measure, starts_on, months, amount, person_id, set_at)
                            values (nextval('quota_seq'), 'WON', '2026-01-01', 3, 40, ?, now())""").param(one.personId()).update();
        }
        database.sql("select opportunity_split_value(980000)")
                .query(Object.class)
                .optional();
        Leaderboard found = people.of(manager, filter(SPANS.get(0), PeopleCut.PERSON, PeopleMeasure.ATTAINMENT, null));
        assertThat(found.lines().subList(0, 2))
                .allSatisfy(line ->
                        assertThat(line.deeds().value(PeopleMeasure.ATTAINMENT)).isEqualByComparingTo("125"));
        assertThat(people.of(manager, filter(SPANS.get(1), PeopleCut.PERSON, PeopleMeasure.ATTAINMENT, null))
                        .lines())
                .as("no quota for days that cut months")
                .allSatisfy(line ->
                        assertThat(line.deeds().value(PeopleMeasure.ATTAINMENT)).isNull());
        assertThat(people.of(stranger, filter(SPANS.get(0), PeopleCut.PERSON, PeopleMeasure.ATTAINMENT, null))
                        .lines())
                .extracting(Line::name)
                .doesNotContain(ann.name(), bob.name());
    }

    @Test
    void aTeamAloneAndTheOrder() {
        Leaderboard coastOnly =
                people.of(admin, filter(SPANS.get(0), PeopleCut.PERSON, PeopleMeasure.WON_AMOUNT, coast));
        assertThat(coastOnly.lines()).extracting(Line::key).containsExactly(bob.personId());
        Leaderboard all = people.of(admin, filter(SPANS.get(0), PeopleCut.PERSON, PeopleMeasure.WON_AMOUNT, null));
        assertThat(all.lines().stream()
                        .map(line -> line.deeds().value(PeopleMeasure.WON_AMOUNT))
                        .toList())
                .isSortedAccordingTo(
                        java.util.Comparator.<BigDecimal>naturalOrder().reversed());
        for (PeopleMeasure measure : PeopleMeasure.values()) {
            assertThat(lines(people.of(admin, filter(SPANS.get(1), PeopleCut.TEAM, measure, null))))
                    .isNotEmpty();
        }
    }

    @Test
    void whatOneDoesNotSeeIsCountedButNotTold() throws Exception {
        database.sql("update activity set subject = 'Secret of ' || about_id").update();
        database.sql(
                        "update activity set about_type = 'opportunity', about_id = (select min(id) from opportunity where owner_id = :other)"
                                + " where owner_id = :bob")
                .param("other", stranger.personId())
                .param("bob", bob.personId())
                .update();
        String page = mvc.perform(
                        get("/insight/people/activities?from=2026-01-01&to=2026-12-31&person=" + bob.personId())
                                .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("about something that you don’t see")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("Secret of");
        mvc.perform(get("/insight/people/activities?from=2026-01-01&to=2026-12-31&person=" + bob.personId())
                        .with(signedIn(ann)))
                .andExpect(content().string(containsString("0 activities")));
    }

    @Test
    void thePageAndItsFile() throws Exception {
        mvc.perform(get("/insight/people?from=2026-03-31&to=2026-01-01&by=TEAM&measure=CYCLE")
                        .with(signedIn(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("West")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/insight/people?from=yesterday").with(signedIn(manager)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("such as 2026-11-29")));
        mvc.perform(get("/insight/people").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        String file = mvc.perform(get("/insight/people/export.csv?from=2026-01-01&to=2026-03-31")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Deeds bobs = people.of(manager, bob.personId(), SPANS.get(0));
        assertThat(file.lines()
                        .filter(line -> line.startsWith(bob.name() + ","))
                        .findFirst()
                        .orElseThrow())
                .startsWith(bob.name() + "," + bobs.amount(Fact.WON).toPlainString() + "," + bobs.count(Fact.WON) + ","
                        + bobs.count(Fact.LOST));
        assertThat(file).doesNotContain(stranger.name());
    }

    private static PeopleFilter filter(Span span, PeopleCut cut, PeopleMeasure measure, @Nullable Long team) {
        return new PeopleFilter(span.from(), span.to(), cut, measure, team, measure.lessIsBetter());
    }

    private static List<Line> lines(Leaderboard found) {
        return Stream.concat(found.lines().stream(), Stream.of(found.total())).toList();
    }

    private static List<String> figures(Deeds deeds) {
        List<String> figures = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            figures.add(
                    fact + " " + deeds.count(fact) + " " + deeds.amount(fact).setScale(2, RoundingMode.HALF_UP));
        }
        figures.add("cycle " + deeds.cycle());
        return figures;
    }

    /** Who belongs to a line, by team. */
    private Predicate<@Nullable Long> member(PeopleCut cut, @Nullable Long key) {
        if (cut == PeopleCut.PERSON || key == null) {
            return team -> true;
        }
        return key == 0
                ? Objects::isNull
                : team -> team != null && (team == key.longValue() || key == west && team == coast);
    }

    private boolean sees(Viewer viewer, long owner, @Nullable Long team) {
        return viewer == admin
                || owner == viewer.personId()
                || viewer == manager && team != null && (team == west || team == coast);
    }

    private List<String> counted(Span span, Viewer viewer, Predicate<@Nullable Long> member, @Nullable Long owner) {
        Deeds deeds = Deeds.NONE;
        List<Integer> days = new ArrayList<>();
        for (Sale sale : sales) {
            boolean its = sees(viewer, sale.owner(), sale.team())
                    && member.test(sale.team())
                    && (owner == null || owner == sale.owner());
            if (its && sale.state().equals("OPEN")) {
                deeds = deeds.with(Fact.OPEN, 1, sale.amount());
            } else if (its && within(span, Objects.requireNonNull(sale.closed()))) {
                deeds = deeds.with(Fact.valueOf(sale.state()), 1, sale.amount());
                if (sale.state().equals("WON")) {
                    days.add((int) (sale.closed().toEpochDay()
                            - Objects.requireNonNull(sale.opened()).toEpochDay()));
                }
            }
        }
        for (Offer offer : offers) {
            if (sees(viewer, offer.owner(), offer.team())
                    && member.test(offer.team())
                    && (owner == null || owner == offer.owner())
                    && offer.released() != null
                    && within(span, viewer, offer.released())) {
                deeds = deeds.with(Fact.QUOTE, 1, offer.full().subtract(offer.net()))
                        .with(Fact.LISTED, 1, offer.full());
            }
        }
        for (Act act : acts) {
            long team = act.owner() == ann.personId() ? west : act.owner() == bob.personId() ? coast : east;
            if (sees(viewer, act.owner(), team) && member.test(team) && (owner == null || owner == act.owner())) {
                if (act.happened() && within(span, viewer, Objects.requireNonNull(act.moment()))) {
                    deeds = deeds.with(Fact.valueOf(act.kind()), 1, BigDecimal.ZERO);
                }
                if (act.cost() != null && within(span, viewer, act.moment() == null ? act.at() : act.moment())) {
                    deeds = deeds.with(Fact.COST, 1, act.cost());
                }
            }
        }
        List<Integer> sorted = days.stream().sorted().toList();
        return figures(deeds.with(sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2), null));
    }

    private static boolean within(Span span, LocalDate day) {
        return !day.isBefore(span.from()) && !day.isAfter(span.to());
    }

    private static boolean within(Span span, Viewer viewer, Instant at) {
        return within(span, LocalDate.ofInstant(at, viewer.zone()));
    }

    private long done(Viewer viewer, Line line, @Nullable Fact kind, @Nullable Boolean spent) {
        PeopleLinks links = line.links();
        return activities
                .page(
                        viewer,
                        new DoneFilter(
                                links.span().from(),
                                links.span().to(),
                                links.person(),
                                links.teams() == null
                                        ? null
                                        : links.teams().isEmpty() ? List.of(0L) : List.copyOf(links.teams()),
                                kind,
                                spent,
                                null,
                                null))
                .count();
    }

    /** How many records a list shows. */
    private long rows(Viewer viewer, String href) throws Exception {
        String page = mvc.perform(get(URI.create(href)).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("href=\"/sales/(opportunities|quotes)/\\d+\"")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
    }

    private void sale(long id, Viewer owner) {
        int kind = chance.nextInt(4);
        LocalDate closed = FIRST.plusDays(chance.nextInt(120) - 10L);
        sale(
                id,
                owner,
                kind == 0 ? "OPEN" : kind == 1 ? "LOST" : "WON",
                closed.minusDays(chance.nextInt(60)),
                closed,
                "" + (1 + chance.nextInt(900)));
    }

    private void sale(long id, Viewer owner, String state, LocalDate opened, LocalDate closed, String amount) {
        Long team = chance.nextInt(8) == 0 ? null : owner.teamId();
        Sale sale = new Sale(
                owner.personId(), team, state, opened, state.equals("OPEN") ? null : closed, new BigDecimal(amount));
        sales.add(sale);
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, closed_on, created_at, updated_at)
                        values (:id, 'Deal ' || :id, 1, :stage, :state, :amount, 'USD', :amount, 50, :opened, now(), :owner, :team, :closed, now(), now())""")
                .param("id", id)
                .param("stage", state.equals("OPEN") ? 11 : state.equals("WON") ? 14 : 15)
                .param("state", state)
                .param("amount", sale.amount())
                .param("opened", opened)
                .param("owner", owner.personId())
                .param("team", team, java.sql.Types.BIGINT)
                .param("closed", sale.closed(), java.sql.Types.DATE)
                .update();
    }

    private void act(long id, Viewer owner) {
        String kind = List.of("CALL", "MEETING", "NOTE", "TASK").get(chance.nextInt(4));
        Instant at = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(chance.nextInt(100 * 86_400));
        boolean planned = (kind.equals("CALL") || kind.equals("MEETING")) && chance.nextBoolean();
        Instant done = (planned || kind.equals("TASK")) && chance.nextBoolean() ? at.plusSeconds(40_000) : null;
        BigDecimal cost = chance.nextInt(3) == 0 ? BigDecimal.valueOf(1 + chance.nextInt(90)) : null;
        acts.add(new Act(owner.personId(), kind, at, planned, done, cost));
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, customer_id, subject, at, planned, done_at, owner_id, created_at, updated_at,
                            cost_kind, cost, cost_currency, base_cost)
                        values (:id, :kind, 'customer', 1, 1, 'Talk', :at, false, null, :owner, now(), now(),
                            case when cast(:cost as numeric) is null then null else 'GIFT' end, :cost, case when cast(:cost as numeric) is null then null else 'USD' end, :cost)""")
                .param("id", id)
                .param("kind", kind)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("owner", owner.personId())
                .param("cost", cost, java.sql.Types.NUMERIC)
                .update();
        // changed afterwards, as people do; and one more that is taken back
        database.sql("update activity set planned = :planned, done_at = :done where id = :id")
                .param("planned", planned)
                .param(
                        "done",
                        done == null ? null : done.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)
                        select id + 1000, 'NOTE', about_type, about_id, subject, at, owner_id, now(), now() from activity where id = :id""").param("id", id).update();
        database.sql("delete from activity where id = :id + 1000")
                .param("id", id)
                .update();
    }

    private void offer(long id, Viewer owner) {
        String state = List.of("DRAFT", "RELEASED", "SENT", "ACCEPTED", "DECLINED", "EXPIRED", "REPLACED")
                .get(chance.nextInt(7));
        BigDecimal full = BigDecimal.valueOf(chance.nextInt(3_000_000), 2);
        BigDecimal off =
                full.multiply(BigDecimal.valueOf(chance.nextInt(11), 1)).setScale(2, RoundingMode.DOWN);
        Instant released = state.equals("DRAFT")
                ? null
                : FIRST.plusDays(chance.nextInt(100))
                        .atTime(chance.nextInt(24), 30)
                        .toInstant(ZoneOffset.UTC);
        offers.add(new Offer(
                owner.personId(), Objects.requireNonNull(owner.teamId()), released, full, full.subtract(off)));
        database.sql("""
                        insert into quote (id, number, revision, root_id, name, customer_id, language, currency, gross, quoted_on, valid_until,
                            discount_kind, discount_value, state, state_since, released_at, full_amount, discount_amount, net, base_net, owner_id,
                            team_id, created_at, updated_at)
                        values (:id, 'Q' || :id, 1, :id, 'Offer', 1, 'en', 'USD', false, :day, :day, 'PERCENT', 0, :state, now(), :released, :full, :off,
                            :net, :net, :owner, :team, now(), now())""")
                .param("id", id)
                .param("day", FIRST)
                .param("state", state)
                .param(
                        "released",
                        released == null ? null : released.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("full", full)
                .param("off", off)
                .param("net", full.subtract(off))
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .update();
    }

    private void stage(int id, String name, int position, String kind) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis, created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, 30, 50, 'SET', now(), now())""").params(id, name, position, kind).update();
    }
}
