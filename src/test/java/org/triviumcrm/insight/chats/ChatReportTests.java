package org.triviumcrm.insight.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.chats.ChatReport.Line;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What the figures say is what one gets by counting the talks by hand, and each leads to just its talks. */
@IntegrationTest
class ChatReportTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 5);

    @Autowired
    ChatReportService report;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private long agent;

    /** Answered after 1, 3 and 20 minutes; missed, left when nobody was there, helped by an article, waiting, and one before the days. */
    @BeforeEach
    void talks() {
        company.found();
        manager = accounts.person("service_manager", null);
        agent = accounts.serviceAgent().personId();
        database.sql("delete from chat").update();
        talk("A", "2026-03-02T08:00Z", 1, 11, "VISITOR", agent, 5);
        talk("B", "2026-03-02T09:00Z", 3, 33, "AGENT", agent, 2);
        talk("C", "2026-04-01T08:00Z", 20, null, null, agent, null);
        talk("D", "2026-03-04T08:00Z", null, 9, "UNANSWERED", null, null);
        talk("E", "2026-03-04T08:00Z", null, 0, "OFFLINE", null, null);
        talk("F", "2026-03-05T08:00Z", null, 2, "HELPED", null, null);
        talk("G", "2026-03-05T08:00Z", null, null, null, null, null);
        talk("Before", "2026-03-01T08:00Z", 1, 2, "VISITOR", agent, 1);
        database.sql("update chat set ticket_id = (select min(id) from ticket) where name in ('A', 'D', 'E')")
                .update();
        database.sql("update chat set lead_id = (select min(id) from lead) where name = 'B'")
                .update();
    }

    @Test
    void figuresAreThoseOfTheTalks() {
        ChatReport found = report.of(manager, filter(ChatCut.AGENT));
        ChatFigures all = found.total().figures();
        assertThat(List.of(all.talks(), all.answered(), all.missed(), all.left(), all.helped()))
                .containsExactly(7L, 3L, 1L, 1L, 1L);
        assertThat(all.waited()).as("of 1, 3 and 20 minutes").isEqualByComparingTo("180");
        assertThat(all.duration()).as("of 10 and 30 minutes").isEqualByComparingTo("1200");
        assertThat(found.total().answeredRate()).as("3 of 4").isEqualByComparingTo("75.0");
        assertThat(all.rating()).isEqualByComparingTo("3.5");
        assertThat(found.total().satisfiedRate()).isEqualByComparingTo("50.0");
        assertThat(List.of(all.tickets(), all.leads())).containsExactly(3L, 1L);
        assertThat(found.lines()).extracting(line -> line.figures().talks()).containsExactly(4L, 3L);
    }

    @Test
    void eachFigureLeadsToItsTalks() throws Exception {
        for (ChatCut cut : ChatCut.values()) {
            ChatReport found = report.of(manager, filter(cut));
            for (Line line : Stream.concat(found.lines().stream(), Stream.of(found.total()))
                    .toList()) {
                ChatFigures figures = line.figures();
                assertThat(List.of(
                                counted(line.talksHref()),
                                counted(line.answeredHref()),
                                counted(line.missedHref()),
                                counted(line.leftHref()),
                                counted(line.helpedHref()),
                                counted(line.ticketsHref()),
                                counted(line.leadsHref()),
                                counted(line.ratedHref())))
                        .as(cut + ": " + line.name())
                        .containsExactly(
                                figures.talks(),
                                figures.answered(),
                                figures.missed(),
                                figures.left(),
                                figures.helped(),
                                figures.tickets(),
                                figures.leads(),
                                figures.rated());
            }
            assertThat(found.lines().stream()
                            .mapToLong(line -> line.figures().talks())
                            .sum())
                    .as("rows add up, by %s", cut)
                    .isEqualTo(7);
        }
    }

    @Test
    void thePageAndItsFile() throws Exception {
        mvc.perform(get("/insight/chats?from=2026-04-05&to=2026-03-02&cut=DAY").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("75%")))
                .andExpect(content().string(containsString("/insight/tickets?from=2026-03-02")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/insight/chats?from=2025-01-01&to=2025-01-02").with(signedIn(manager)))
                .andExpect(content().string(containsString("No chat in these days")));
        mvc.perform(get("/insight/chats?from=yesterday").with(signedIn(manager)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("such as 2026-11-29")));
        String file = mvc.perform(get("/insight/chats/export.csv?from=2026-03-02&to=2026-04-05&cut=MONTH")
                        .with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.lines().toList())
                .element(1)
                .asString()
                .endsWith(",7,3,75.0,3.00,16.60,20.00,1,1,1,3,1,2,3.50,50.0");
    }

    @Test
    void onlyWhoMaySeesItAndOnlyTheOwnReach() throws Exception {
        mvc.perform(get("/insight/chats").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/insight/chats").with(signedIn(accounts.allowed("support.report.view"))))
                .andExpect(status().isForbidden());
        Viewer outsider = accounts.allowed("support.report.view", "support.chat.view");
        assertThat(report.of(outsider, filter(ChatCut.AGENT)).total().figures().talks())
                .isZero();
    }

    private static ChatReportFilter filter(ChatCut cut) {
        return new ChatReportFilter(FIRST, LAST, cut);
    }

    private void talk(
            String name,
            String begun,
            @Nullable Integer answered,
            @Nullable Integer ended,
            @Nullable String reason,
            @Nullable Long owner,
            @Nullable Integer rating) {
        database.sql("""
                        insert into chat (id, widget_id, queue_id, token, name, state, owner_id, language, created_at, waiting_since, answered_at, spoken_at, ended_at,
                            end_reason, visitor_seen_at, rating)
                        select nextval('chat_seq'), (select min(id) from chat_widget), (select min(id) from ticket_queue), 'report-' || :name, :name,
                            case when :ended::int is not null then 'ENDED' when :owner::bigint is null then 'WAITING' else 'ACTIVE' end, :owner, 'EN', o.at,
                            case when :ended::int is null and :owner::bigint is null then o.at end, o.at + make_interval(mins => :answered::int), o.at,
                            o.at + make_interval(mins => :ended::int), :reason, o.at, :rating
                        from (select :begun::timestamptz as at) o""")
                .param("name", name)
                .param("begun", begun)
                .param("answered", answered, Types.INTEGER)
                .param("ended", ended, Types.INTEGER)
                .param("reason", reason, Types.VARCHAR)
                .param("owner", owner, Types.BIGINT)
                .param("rating", rating, Types.INTEGER)
                .update();
    }

    /** How many talks the list says there are. */
    private long counted(String href) throws Exception {
        String page = mvc.perform(get(href).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher rows = Pattern.compile("href=\"/support/chats/\\d+\"").matcher(page);
        return rows.results().map(found -> found.group()).distinct().count();
    }
}
