package org.triviumcrm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The list of tickets by what was answered to the questions of a type: filters, columns, views, files, the board. */
@IntegrationTest
class TicketsByAnswersTests {

    private static final long REPAIR = 970_000_001;
    private static final long RETURN = 970_000_002;
    private static final long QUEUE = 970_000_003;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer manager;

    @BeforeEach
    void tickets() {
        manager = accounts.administrator();
        database.sql("insert into ticket_queue (id, name, position, assignment, created_at, updated_at)"
                        + " values (?, 'Workshop', 9, 'BY_HAND', now(), now())")
                .param(QUEUE)
                .update();
        type(REPAIR, "Repair");
        type(RETURN, "Return");
        field(1, REPAIR, "Serial", "TEXT", null);
        field(2, REPAIR, "Hours", "NUMBER", null);
        field(3, REPAIR, "Bought", "DATE", null);
        field(4, REPAIR, "Colour", "CHOICE", "red\nblue");
        field(5, REPAIR, "Warranty", "YES_NO", null);
        field(6, RETURN, "Colour", "CHOICE", "red\ngreen");
        ticket(1, "Alpha", REPAIR, "{'1':'AB-100','2':'12.5','3':'2026-03-01','4':'red','5':'true'}");
        ticket(2, "Beta", REPAIR, "{'1':'ab-200','2':'-3','3':'2026-04-01','4':'blue','5':'false'}");
        ticket(3, "Gamma", REPAIR, "{'1':'%','2':'1000'}");
        ticket(4, "Delta", RETURN, "{'6':'red'}");
        ticket(5, "Epsilon", REPAIR, null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            f.answer1=ab,                         Alpha Beta
            f.answer1=%,                          Gamma
            f.answer1.equals=AB-100,              Alpha
            f.answer1.equals=AB-10,               ''
            f.answer2=-3..13,                     Alpha Beta
            f.answer2.from=13,                    Gamma
            f.answer2=0..0,                       ''
            f.answer3=2026-04-01..,               Beta
            f.answer4=red,                        Alpha
            f.answer4=red&f.answer4=blue,         Alpha Beta
            f.answer4=Red,                        ''
            f.answer5=yes,                        Alpha
            f.answer5=no,                         Beta
            f.answer6=red,                        Delta
            f.answer4=red&f.answer6=red,          ''
            f.answer4=red&f.answer1=ab&f.type=970000001, Alpha
            f.answer4=blue&f.name=al,             ''
            f.answer1.empty&f.name=eps,           Epsilon
            """)
    void findsWhatWasAnswered(String filter, String names) throws Exception {
        assertThat(String.join(" ", names(filter + "&sort=number"))).isEqualTo(names);
    }

    @Test
    void whatCantBeReadFindsNothingAndIsSaid() throws Exception {
        assertThat(names("f.answer2=many")).isEmpty();
        assertThat(page("/support/tickets?f.answer2=many")).contains("chip-wrong");
        assertThat(names("f.answer3=2026-02-31..")).isEmpty();
    }

    /** The answers of the type that a ticket has now: those of an earlier one come back with that type. */
    @Test
    void followsTheTicket() throws Exception {
        database.sql("update ticket set type_id = ? where id = 970000001")
                .param(RETURN)
                .update();
        assertThat(names("f.answer4=red")).isEmpty();
        assertThat(page("/support/tickets?f.name=alp&columns=name,answer1")).doesNotContain("AB-100");
        database.sql("update ticket set type_id = ? where id = 970000001")
                .param(REPAIR)
                .update();
        assertThat(names("f.answer4=red")).containsExactly("Alpha");
        database.sql("update ticket set answers = answers || '{\"970000004\":\"blue\"}' where id = 970000001")
                .update();
        assertThat(names("f.answer4=red")).isEmpty();
        database.sql("delete from ticket where id = 970000002").update();
        assertThat(names("f.answer4=blue")).containsExactly("Alpha");
    }

    @Test
    void whatNoColumnCanHoldIsLeftToTheJson() throws Exception {
        String long1 = "x".repeat(5000);
        ticket(8, "Odd", REPAIR, "{'1':'" + long1 + "','2':'1e400','3':'2026-02-31','4':'','5':'perhaps'}");
        assertThat(database.sql("select field_id - 970000000 from ticket_answer where ticket_id = 970000008 and"
                                + " num_nonnulls(words, choice, number, day, yes) > 0")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
        assertThat(names("f.answer1=xxx")).containsExactly("Odd");
        assertThat(names("f.answer1.equals=" + "x".repeat(300))).isEmpty();
        assertThat(page("/support/tickets?f.name=odd&columns=answer1")).contains(long1);
    }

    @Test
    void nobodySeesMoreThanOtherwise() throws Exception {
        Viewer agent = accounts.serviceAgent();
        assertThat(names(agent, "f.answer4=red")).isEmpty();
        database.sql("update ticket set owner_id = ? where id = 970000002")
                .param(agent.personId())
                .update();
        assertThat(names(agent, "f.answer4=red")).isEmpty();
        assertThat(names(agent, "f.answer4=blue")).containsExactly("Beta");
        assertThat(names(agent, "f.answer1=ab")).containsExactly("Beta");
    }

    @Test
    void theTypeAskedForDecidesWhatIsOnOffer() throws Exception {
        String any = page("/support/tickets?filters=open");
        assertThat(any).doesNotContain("f.answer").doesNotContain("value=\"answer97");
        String repair = page("/support/tickets?filters=open&f.type=" + REPAIR);
        assertThat(repair)
                .contains("name=\"f." + key(1) + "\"", "name=\"f." + key(2) + ".from\"", "value=\"" + key(5) + "\"")
                .contains("Colour (Repair)")
                .doesNotContain("f." + key(6), "Serial (Repair)");
        // what is asked for already stands there whatever the type
        assertThat(page("/support/tickets?filters=open&f." + key(6) + "=red")).contains("name=\"f." + key(6) + "\"");
    }

    @Test
    void columnsStayChosenWhileTheirTypeIsNotAskedFor() throws Exception {
        choose("f.type=" + REPAIR, "name", key(1), key(2));
        assertThat(page("/support/tickets?f.type=" + REPAIR)).contains("AB-100").contains("12.5");
        assertThat(page("/support/tickets?f.status=NEW")).contains("Alpha").doesNotContain("AB-100");
        choose("", "name", "number");
        assertThat(page("/support/tickets?f.type=" + REPAIR)).contains("AB-100");
    }

    @Test
    void filesAndViewsHaveThemToo() throws Exception {
        String query = "f." + key(5) + "=yes&f.type=" + REPAIR + "&columns=name," + key(1) + "," + key(2) + "," + key(3)
                + "," + key(4) + "," + key(5);
        String file = page("/lists/ticket/export.csv?" + query);
        assertThat(file.lines())
                .containsExactly(
                        "Subject,Serial,Hours,Bought,Colour (Repair),Warranty", "Alpha,AB-100,12.5,2026-03-01,red,Yes");
        String view = String.valueOf(mvc.perform(post("/lists/ticket/views")
                        .param("name", "Warranty")
                        .param("query", query)
                        .with(csrf())
                        .with(signedIn(manager)))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        entities.flush();
        assertThat(names(view.substring(view.indexOf("view=")))).containsExactly("Alpha");
        assertThat(page("/support/board?f." + key(4) + "=blue"))
                .contains("Beta")
                .doesNotContain("Alpha");
    }

    private void choose(String query, String... columns) throws Exception {
        mvc.perform(post("/lists/ticket/columns")
                        .param("query", query)
                        .param("column", columns)
                        .with(csrf())
                        .with(signedIn(manager)))
                .andExpect(status().isSeeOther());
    }

    private void type(long id, String name) {
        database.sql(
                        "insert into ticket_type (id, name, position, created_at, updated_at) values (?, ?, 90, now(), now())")
                .params(id, name)
                .update();
    }

    private void field(long id, long type, String name, String kind, @Nullable String choices) {
        database.sql(
                        "insert into ticket_type_field (id, type_id, position, name, kind, choices) values (?, ?, ?, ?, ?, ?)")
                .params(970_000_000 + id, type, id, name, kind, choices)
                .update();
    }

    /** @param answers with the last digit of each field's id */
    private void ticket(long id, String name, long type, @Nullable String answers) {
        String json = answers == null
                ? null
                : answers.replaceAll("'(\\d)':", "\"97000000$1\":").replace('\'', '"');
        database.sql(
                        "insert into ticket (id, name, status, priority, channel, type_id, answers, queue_id, status_since,"
                                + " created_at, updated_at) values (?, ?, 'NEW', 'NORMAL', 'EMAIL', ?, ?::jsonb, ?, now(), now(), now())")
                .params(970_000_000 + id, name, type, json, QUEUE)
                .update();
    }

    private static String key(int field) {
        return "answer97000000" + field;
    }

    private List<String> names(String query) throws Exception {
        return names(manager, query);
    }

    private List<String> names(Viewer viewer, String query) throws Exception {
        String columns = query.startsWith("view=") ? "" : "columns=name&";
        String page = page(viewer, "/support/tickets?" + columns + query);
        return Pattern.compile("card-title-cell\"[^>]*>\\s*<a href=\"[^\"]*\">([^<]*)</a")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String page(String path) throws Exception {
        return page(manager, path);
    }

    private String page(Viewer viewer, String path) throws Exception {
        return mvc.perform(get(path.replaceAll("answer(\\d)(?!\\d)", "answer97000000$1"))
                        .with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
