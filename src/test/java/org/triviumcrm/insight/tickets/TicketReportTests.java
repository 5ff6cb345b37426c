package org.triviumcrm.insight.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.tickets.TicketReport.Line;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.ManyCases;
import org.triviumcrm.testing.SampleCompany;

/** What the report says is what one gets by counting the tickets by hand, and each figure leads to just its tickets. */
@IntegrationTest
class TicketReportTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @Autowired
    TicketReportService report;

    @Autowired
    TicketService tickets;

    @Autowired
    EntityManager entities;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    ManyCases cases;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private long agent;
    private long queue;

    @BeforeEach
    void nothingYet() {
        company.found();
        manager = accounts.person("service_manager", null);
        agent = accounts.serviceAgent().personId();
        queue = one("select min(id) from ticket_queue");
        database.sql("delete from ticket").update();
    }

    /**
     * Opened on the first: answered after 1, 2 and 9 hours, solved after 10 and 30; one before the days asked for, solved within
     * them; one that a file tells wrongly; one merged.
     */
    @Test
    void figuresAreThoseOfTheTickets() {
        long a = ticket("A", "2026-03-02T08:00Z", 1, 10, "HIGH");
        ticket("B", "2026-03-03T08:00Z", 2, 30, "HIGH");
        ticket("C", "2026-03-31T12:00Z", 9, null, "LOW");
        ticket("D", "2026-02-01T08:00Z", 1, 24 * 30, "LOW");
        long wrong = ticket("E", "2026-03-05T08:00Z", 20, 5, "LOW");
        database.sql("update ticket set times_contradict = true where id = ?")
                .param(wrong)
                .update();
        long merged = ticket("F", "2026-03-06T08:00Z", null, 1, "LOW");
        database.sql("update ticket set merged_into_id = ? where id = ?")
                .params(a, merged)
                .update();
        database.sql("update ticket set satisfaction = 5 where name = 'A'").update();
        openAgain(a);
        database.sql("update ticket set satisfaction = 2 where name = 'B'").update();
        promise(a, "FIRST_RESPONSE", true);
        promise(a, "RESOLUTION", false);

        TicketReport found = report.of(manager, filter(TicketCut.PRIORITY));
        TicketRow all = found.total().figures();
        assertThat(all.opened()).isEqualTo(5);
        assertThat(all.answered()).as("A, B, C and the one told wrongly").isEqualTo(4);
        assertThat(all.response()).as("of 1, 2, 9 hours").isEqualByComparingTo("7200");
        assertThat(all.solved()).as("A, B, D, E, F").isEqualTo(5);
        assertThat(all.solution()).as("of 10, 30, 720 hours").isEqualByComparingTo("108000");
        assertThat(all.work()).as("of 9, 28, 719 hours").isEqualByComparingTo("100800");
        assertThat(all.reopened()).isEqualTo(1);
        assertThat(found.total().reopenRate()).isEqualByComparingTo("20.0");
        assertThat(all.rating()).isEqualByComparingTo("3.5");
        assertThat(found.total().satisfiedRate()).isEqualByComparingTo("50.0");
        assertThat(found.total().keptRate()).isEqualByComparingTo("50.0");
        assertThat(found.lines())
                .extracting(
                        Line::name,
                        line -> line.figures().opened(),
                        line -> line.figures().solved())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("low", 3L, 3L),
                        org.assertj.core.groups.Tuple.tuple("high", 2L, 2L));
        assertThat(found.steps()).hasSize(30);
        assertThat(found.steps().stream().mapToLong(TicketReport.Step::solved).sum())
                .isEqualTo(5);
    }

    @Test
    void eachFigureLeadsToItsTickets() throws Exception {
        long a = ticket("A", "2026-03-02T08:00Z", 1, 10, "HIGH");
        ticket("B", "2026-03-03T08:00Z", null, null, "LOW");
        long c = ticket("C", "2026-02-03T08:00Z", 24 * 30, 24 * 35, "LOW");
        ticket("Before", "2026-01-03T08:00Z", 1, 2, "LOW");
        database.sql("update ticket set owner_id = null, team_id = null where name = 'B'")
                .update();
        database.sql("update ticket set satisfaction = 4 where id = ?").param(c).update();
        openAgain(c);
        database.sql("update customer set level = 'Gold'").update();
        worth("A");
        database.sql("update ticket set customer_id = null where name = 'B'").update();
        promise(a, "FIRST_RESPONSE", false);
        promise(a, "RESOLUTION", false);
        promise(c, "RESOLUTION", true);
        for (TicketCut cut : TicketCut.values()) {
            TicketReport found = report.of(manager, filter(cut));
            TicketRow all = found.total().figures();
            assertThat(List.of(all.opened(), all.answered(), all.solved(), all.reopened(), all.rated(), all.broken()))
                    .as(cut.name())
                    .containsExactly(2L, 2L, 2L, 1L, 1L, 2L);
            for (Line line : Stream.concat(found.lines().stream(), Stream.of(found.total()))
                    .toList()) {
                TicketRow figures = line.figures();
                assertThat(List.of(
                                counted(line.openedHref()),
                                counted(line.answeredHref()),
                                counted(line.solvedHref()),
                                counted(line.reopenedHref()),
                                counted(line.ratedHref()),
                                counted(line.brokenHref())))
                        .as("opened, answered, solved, reopened, rated, broken by " + cut + ": " + line.name())
                        .containsExactly(
                                figures.opened(),
                                figures.answered(),
                                figures.solved(),
                                figures.reopened(),
                                figures.rated(),
                                figures.brokenTickets());
                mvc.perform(get(line.href()).with(signedIn(manager))).andExpect(status().isOk());
            }
        }
        assertThat(report.of(manager, filter(TicketCut.VALUE)).lines())
                .extracting(Line::name)
                .containsExactlyInAnyOrder("Class A", "(none)");
        TicketReport narrowed = report.of(
                manager,
                new TicketFilter(FIRST, LAST, TicketCut.TYPE, null, null, null, null, null, "Gold", "A", "HIGH", null));
        assertThat(narrowed.total().figures().opened()).isEqualTo(1);
        assertThat(counted(narrowed.total().openedHref())).isEqualTo(1);
        for (TicketReport.Step step : narrowed.steps()) {
            assertThat(counted(step.openedHref())).as(step.label()).isEqualTo(step.opened());
        }
        assertThat(report.of(manager, filter(TicketCut.TEAM)).open())
                .as("what was never solved, and what is open again")
                .isEqualTo(2);
        for (TicketReport.Step step : report.of(manager, filter(TicketCut.TEAM)).steps()) {
            assertThat(counted(step.solvedHref())).as(step.label()).isEqualTo(step.solved());
        }
        for (TicketReport.Age age : report.of(manager, filter(TicketCut.TEAM)).backlog()) {
            assertThat(counted(age.href())).as(age.band()).isEqualTo(age.count());
        }
    }

    /** Solved, rated, opened again, left so: by hand, as agents and customers do it. */
    @Test
    void whatIsOpenedAgainAndLeftOpenIsCounted() throws Exception {
        Viewer administrator = accounts.administrator();
        long held = opened(administrator, "Held");
        long undone = opened(administrator, "Undone");
        tickets.become(administrator, held, TicketStatus.SOLVED);
        tickets.become(administrator, undone, TicketStatus.SOLVED);
        entities.flush();
        database.sql("update ticket set satisfaction = 1 where id = ?")
                .param(undone)
                .update();
        entities.clear();
        tickets.become(administrator, undone, TicketStatus.OPEN);
        Line all = report.of(manager, TicketFilter.none().filled(LocalDate.now(manager.zone())))
                .total();
        assertThat(all.figures().solved()).isEqualTo(2);
        assertThat(all.figures().reopened()).isEqualTo(1);
        assertThat(all.reopenRate()).isEqualByComparingTo("50.0");
        assertThat(all.figures().rating()).isEqualByComparingTo("1");
        assertThat(List.of(counted(all.solvedHref()), counted(all.reopenedHref()), counted(all.ratedHref())))
                .containsExactly(2L, 1L, 1L);
        tickets.become(administrator, undone, TicketStatus.SOLVED);
        Line then = report.of(manager, TicketFilter.none().filled(LocalDate.now(manager.zone())))
                .total();
        assertThat(List.of(
                        then.figures().solved(),
                        then.figures().reopened(),
                        then.figures().rated()))
                .as("a ticket counts once, however often it was solved in these days")
                .containsExactly(2L, 1L, 1L);
        assertThat(solutions(undone)).containsExactly("1 t 1", "2 f");
    }

    /** What a month came to stays, whatever becomes of its tickets. */
    @Test
    void aMonthThatIsOverKeepsItsFigures() throws Exception {
        long a = ticket("A", "2026-02-02T08:00Z", 1, 10, "HIGH");
        database.sql("update ticket set satisfaction = 2 where id = ?").param(a).update();
        TicketFilter both = new TicketFilter(
                LocalDate.of(2026, 2, 1), LAST, TicketCut.MONTH, null, null, null, null, null, null, null, null, null);
        Line before = report.of(manager, both).lines().get(0);
        openAgain(a);
        database.sql("update ticket set status = 'SOLVED', solved_at = timestamptz '2026-03-10T08:00Z' where id = ?")
                .param(a)
                .update();
        List<Line> months = report.of(manager, both).lines();
        assertThat(months).hasSize(2);
        TicketRow february = months.get(0).figures();
        assertThat(february.solved()).isEqualTo(before.figures().solved()).isEqualTo(1);
        assertThat(february.solution()).isEqualByComparingTo("36000");
        assertThat(february.reopened()).as("it did not hold").isEqualTo(1);
        assertThat(february.rating()).isEqualByComparingTo("2");
        TicketRow march = months.get(1).figures();
        assertThat(List.of(march.solved(), march.reopened(), march.rated())).containsExactly(1L, 0L, 0L);
        Line total = report.of(manager, both).total();
        assertThat(total.figures().solved()).as("one ticket").isEqualTo(1);
        assertThat(total.figures().reopened()).isEqualTo(1);
        for (Line line : List.of(months.get(0), months.get(1), total)) {
            assertThat(List.of(counted(line.solvedHref()), counted(line.reopenedHref()), counted(line.ratedHref())))
                    .containsExactly(
                            line.figures().solved(),
                            line.figures().reopened(),
                            line.figures().rated());
        }
    }

    @TestFactory
    Stream<DynamicTest> rowsAddUpToAllOfThem() {
        Random chance = new Random(7);
        Stream<List<Integer>> some = Stream.generate(() ->
                        chance.ints(1 + chance.nextInt(12), 0, 500).boxed().toList())
                .limit(40);
        return cases.of(some, hours -> {
            IntStream.range(0, hours.size())
                    .forEach(at -> ticket(
                            "T" + at,
                            FIRST.plusDays(hours.get(at) % 40 - 5L) + "T08:00Z",
                            hours.get(at) % 3 == 0 ? null : hours.get(at),
                            hours.get(at) % 4 == 0 ? null : 2 * hours.get(at),
                            hours.get(at) % 2 == 0 ? "LOW" : "HIGH"));
            TicketReport byPriority = report.of(manager, filter(TicketCut.PRIORITY));
            TicketReport byMonth = report.of(manager, filter(TicketCut.MONTH));
            assertThat(sums(byPriority.lines())).isEqualTo(sums(List.of(byPriority.total())));
            assertThat(sums(byMonth.lines())).isEqualTo(sums(List.of(byMonth.total())));
            assertThat(byMonth.total().figures().response())
                    .usingComparator(Comparator.nullsFirst(BigDecimal::compareTo))
                    .isEqualTo(median(hours));
        });
    }

    private static List<Long> sums(List<Line> lines) {
        return List.of(
                lines.stream().mapToLong(line -> line.figures().opened()).sum(),
                lines.stream().mapToLong(line -> line.figures().answered()).sum(),
                lines.stream().mapToLong(line -> line.figures().solved()).sum());
    }

    /** Of the first answers within the days, in seconds. */
    private static @Nullable BigDecimal median(List<Integer> hours) {
        List<Long> seconds = hours.stream()
                .filter(hour -> hour % 3 != 0)
                .filter(hour -> {
                    LocalDate day = FIRST.plusDays(hour % 40 - 5L)
                            .atTime(8, 0)
                            .plusHours(hour)
                            .toLocalDate();
                    return !day.isBefore(FIRST) && !day.isAfter(LAST);
                })
                .map(hour -> hour * 3600L)
                .sorted()
                .toList();
        int size = seconds.size();
        return size == 0 ? null : BigDecimal.valueOf((seconds.get((size - 1) / 2) + seconds.get(size / 2)) / 2);
    }

    @Test
    void onlyWhoMaySeesItAndOnlyTheOwnReach() throws Exception {
        ticket("A", "2026-03-02T08:00Z", 1, 10, "HIGH");
        mvc.perform(get("/insight/tickets").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        Viewer outsider = accounts.allowed("support.report.view", "support.ticket.view");
        assertThat(report.of(outsider, filter(TicketCut.AGENT))
                        .total()
                        .figures()
                        .opened())
                .isZero();
    }

    @Test
    void thePageAndItsFile() throws Exception {
        mvc.perform(get("/insight/tickets").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No ticket in these days")));
        ticket("A", "2026-03-02T08:00Z", 1, 10, "HIGH");
        mvc.perform(get("/insight/tickets?from=2026-03-31&to=2026-03-02&cut=PRIORITY&queue=" + queue
                                + "&owner=nonsense")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("10 h")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/insight/tickets?from=yesterday").with(signedIn(manager)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("such as 2026-11-29")));
        String file = mvc.perform(get("/insight/tickets/export.csv?from=2026-03-02&to=2026-03-31&cut=PRIORITY")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.lines().toList()).element(2).isEqualTo("high,1,1,1.00,1.00,1,10.00,10.00,9.00,0,0.0,0,0,,0,,");
    }

    private void worth(String valueClass) {
        database.sql("delete from customer_value").update();
        database.sql("""
                        insert into customer_value (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
                        select id, 100, 1, current_date, ?, 5, 5, 5, 'CHAMPION' from customer""").param(valueClass).update();
    }

    private TicketFilter filter(TicketCut cut) {
        return new TicketFilter(FIRST, LAST, cut, null, null, null, null, null, null, null, null, null);
    }

    private long ticket(
            String name, String opened, @Nullable Integer answered, @Nullable Integer solved, String priority) {
        return database.sql("""
                        insert into ticket (id, name, status, status_since, priority, channel, queue_id, owner_id, customer_id, created_at, updated_at,
                            first_reply_at, solved_at)
                        select nextval('ticket_seq'), :name, :status, now(), :priority, 'PHONE', :queue, :owner, (select min(id) from customer), o.at, now(),
                            o.at + make_interval(hours => :answered::int), o.at + make_interval(hours => :solved::int)
                        from (select :opened::timestamptz as at) o returning id""")
                .param("name", name)
                .param("status", solved == null ? "OPEN" : "CLOSED")
                .param("priority", priority)
                .param("queue", queue)
                .param("owner", agent)
                .param("opened", opened)
                .param("answered", answered, java.sql.Types.INTEGER)
                .param("solved", solved, java.sql.Types.INTEGER)
                .query(Long.class)
                .single();
    }

    private long opened(Viewer viewer, String name) {
        return tickets.create(
                viewer,
                new SaveTicket(
                        name,
                        null,
                        TicketChannel.PHONE,
                        TicketPriority.NORMAL,
                        null,
                        queue,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        0),
                Map.of(),
                null);
    }

    private void openAgain(long ticket) {
        database.sql("update ticket set status = 'OPEN', solved_at = null, reopenings = reopenings + 1 where id = ?")
                .param(ticket)
                .update();
    }

    private List<String> solutions(long ticket) {
        return database.sql(
                        "select concat_ws(' ', nth, reopened, satisfaction) from ticket_solution where ticket_id = ? order by nth")
                .param(ticket)
                .query(String.class)
                .list();
    }

    private void promise(long ticket, String kind, boolean kept) {
        database.sql("""
                        insert into ticket_promise (ticket_id, kind, state, target, used, started_at, broken_at, settled_at, kept, broken)
                        values (:ticket, :kind, :state, 60, 1, :at::timestamptz, case when :kept then null else :at::timestamptz end, :at::timestamptz,
                            case when :kept then 1 else 0 end, case when :kept then 0 else 1 end)""")
                .param("ticket", ticket)
                .param("kind", kind)
                .param("state", kept ? "MET" : "BROKEN")
                .param("kept", kept)
                .param("at", "2026-03-02T10:00Z")
                .update();
    }

    /** How many tickets the list says there are. */
    private long counted(String href) throws Exception {
        String page = mvc.perform(get(href).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher rows = Pattern.compile("href=\"/support/tickets/\\d+\"").matcher(page);
        return rows.results().map(found -> found.group()).distinct().count();
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
