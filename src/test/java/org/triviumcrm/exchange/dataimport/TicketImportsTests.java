package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Tickets of another system: their words, their times as far as these can be true, and what the same file says again. */
@IntegrationTest
class TicketImportsTests {

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    QuestionService questions;

    @Autowired
    ImportRunner runner;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer me;

    @BeforeEach
    void nothingYet() {
        company.found();
        me = accounts.administrator();
        database.sql("delete from ticket").update();
    }

    @Test
    void contradictionsAreRefusedRowByRow() throws Exception {
        DataImport file = bring("tickets.csv", "refuse");
        ImportSummary summary = Objects.requireNonNull(file.summary());
        assertThat(one("select count(*)::text from ticket")).isEqualTo("47");
        assertThat(summary.refused()).isEqualTo(13);
        assertThat(one("select string_agg(distinct message_key || ' ' || field, ',') from import_refusal"))
                .isEqualTo("exchange.refusal.ticket.times.firstReply solved");
    }

    @Test
    void orTheyComeInMarked() throws Exception {
        DataImport file = bring("tickets.csv", "mark");
        assertThat(Objects.requireNonNull(file.summary()).refused()).isZero();
        assertThat(one("""
                select count(*) || ' ' || count(*) filter (where times_contradict) || ' ' || count(*) filter (where opening_known)
                    || ' ' || count(satisfaction) || ' ' || sum(satisfaction) from ticket""")).isEqualTo("60 13 0 23 65");
        assertThat(
                        one(
                                "select string_agg(status || ' ' || n, ', ' order by status) from (select status, count(*) n from ticket group by 1) s"))
                .isEqualTo("CLOSED 23, OPEN 15, PENDING 22");
        assertThat(one("""
                select t.name || '|' || t.priority || '|' || t.channel || '|' || y.name || '|' || p.name || '|' || t.requester_email || '|'
                    || to_char(t.first_reply_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || '|'
                    || to_char(t.solved_at at time zone 'UTC', 'HH24:MI:SS') || '|' || t.satisfaction
                from ticket t join ticket_type y on y.id = t.type_id join product p on p.id = t.product_id where t.reference = '3'"""))
                .isEqualTo(
                        "Network problem|LOW|SOCIAL|Technical issue|Dell XPS|gonzalestracy@example.com|2023-06-01 11:14:38|18:05:38|3");
        assertThat(one("""
                select string_agg(e.kind || coalesce(' ' || e.becomes, ''), ', ' order by e.at, e.id) from ticket_event e
                join ticket t on t.id = e.ticket_id where t.reference = '3'""")).isEqualTo("OPENED, REPLIED, STATUS SOLVED, STATUS CLOSED");
        assertThat(one("""
                select string_agg(m.kind || ' ' || length(m.body), ', ' order by m.id) from ticket_message m
                join ticket t on t.id = m.ticket_id where t.reference = '3'""")).as("with the line breaks of the cell").matches("INBOUND 2\\d\\d, NOTE 44");
        assertThat(one("select count(*)::text from ticket_message where kind = 'REPLY'"))
                .as("nothing is sent")
                .isEqualTo("0");
        assertThat(one("select (reached_id = 0)::text from sla_recount"))
                .as("promises are reckoned soon")
                .isEqualTo("true");
        long id = Long.parseLong(one("select id::text from ticket where times_contradict order by id limit 1"));
        mvc.perform(get("/support/tickets/" + id).with(signedIn(me)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Times contradict each other")))
                .andExpect(content().string(containsString("Opened, at the latest")));
        mvc.perform(get("/support/tickets?f.timesContradict=true&f.satisfaction=1..2&columns=name,satisfaction")
                        .with(signedIn(me)))
                .andExpect(status().isOk());
    }

    @Test
    void theSameAgainChangesNothingAndUndoTakesItBack() throws Exception {
        DataImport first = bring("tickets.csv", "mark");
        String before = one("select md5(string_agg(t::text, '|' order by id)) from ticket t");
        mvc.perform(get("/imports/" + first.id()).with(signedIn(me)))
                .andExpect(content().string(containsString("Types of tickets")))
                .andExpect(content().string(not(containsString("??"))));
        DataImport again = bring("tickets.csv", "mark");
        assertThat(Objects.requireNonNull(again.summary()).unchanged()).isEqualTo(60);
        assertThat(one("select md5(string_agg(t::text, '|' order by id)) from ticket t"))
                .isEqualTo(before);
        assertThat(one("select count(*)::text from ticket_event where kind = 'OPENED'"))
                .isEqualTo("60");
        moveIn.undo(me, first.id());
        assertThat(one("select count(*)::text from ticket")).isEqualTo("0");
        assertThat(one("select count(*)::text from ticket_message")).isEqualTo("0");
    }

    /** A file says itself that another program could not read a character: that is kept. What can't be read here is refused. */
    @Test
    void aCharacterThatWasLostElsewhereIsNotRefused() {
        bring("Subject,Email\nLost \uFFFD here,a@x.org\n");
        assertThat(one("select name from ticket")).isEqualTo("Lost \uFFFD here");
        byte[] odd = "Subject,Email\nFine,a@x.org\nOdd ~ byte,a@x.org\n".getBytes(StandardCharsets.ISO_8859_1);
        odd[new String(odd, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0xC3;
        String chinese = "很长的中文内容说明编码是UTF-8";
        byte[] tail = ("很长的中文,a@x.org\n" + chinese + ",b@x.org\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(odd, odd.length + tail.length);
        System.arraycopy(tail, 0, all, odd.length, tail.length);
        long id = imports.start(me, "ticket", "file.csv", new ByteArrayInputStream(all));
        moveIn.finish(me, moveIn.ready(me, id));
        assertThat(database.sql("select message_key || ' ' || arguments[1] from import_refusal")
                        .query(String.class)
                        .list())
                .containsExactly("exchange.refusal.odd Odd \uFFFD byte");
    }

    @Test
    void whoHasWrittenIsKnownByTheAddress() {
        database.sql("""
                insert into contact (id, name, email, customer_id, created_at, updated_at) values
                (nextval('contact_seq'), 'Ann Lee', 'Ann@X.org', (select min(id) from customer), now(), now()),
                (nextval('contact_seq'), 'Twin', 'twin@x.org', null, now(), now()),
                (nextval('contact_seq'), 'Twin', 'twin@x.org', null, now(), now())""").update();
        bring("Subject,Email\nOne,ann@x.org\nTwo,twin@x.org\nThree,new@x.org\n");
        assertThat(one("""
                select string_agg(t.name || ' ' || coalesce(c.name, '-') || ' ' || (t.customer_id is not null), ', ' order by t.id)
                from ticket t left join contact c on c.id = t.contact_id""")).isEqualTo("One Ann Lee true, Two - false, Three - false");
    }

    @Test
    void aLaterFileTakesTicketsFurtherButOpensNoneAgain() {
        bring(
                "Id,Subject,Status,Created,Solved at\n1,One,open,2026-03-01 09:00,\n2,Two,closed,2026-03-01 09:00,2026-03-02 10:00\n"
                        + "3,Three,open,2026-03-01 09:00,2026-03-02 10:00\n");
        assertThat(one("select string_agg(reopenings || ' ' || (solved_at is null), ', ' order by id) from ticket"))
                .isEqualTo("0 true, 0 false, 1 true");
        bring(
                "Id,Subject,Status,Created,Solved at\n1,One,solved,2026-03-01 09:00,2026-03-03 11:00\n2,Two,open,2026-03-01 09:00,\n");
        assertThat(
                        one(
                                "select string_agg(status || coalesce(' ' || to_char(solved_at at time zone 'UTC', 'DD HH24'), ''), ', ' order by id) from ticket"))
                .isEqualTo("SOLVED 03 11, CLOSED 02 10, OPEN");
        assertThat(one("""
                select string_agg(e.was || ' ' || e.becomes, ', ' order by e.id) from ticket_event e join ticket t on t.id = e.ticket_id
                where t.name = 'One' and e.kind = 'STATUS'""")).isEqualTo("NEW OPEN, OPEN SOLVED");
        assertThat(one("select count(*)::text from ticket where waiting_since is not null"))
                .as("one of the two that are open was answered by being solved once")
                .isEqualTo("1");
    }

    @Test
    void whatCanNotBeIsSaid() {
        bring(
                "Subject,Created,Solved at,Rating\nA,2999-01-01,,\nB,2026-03-02,2026-03-01,\nC,2026-03-01,,6\nD,2026-03-01,,2.5\n,2026-03-01,,\n");
        assertThat(database.sql("select message_key || ' ' || field from import_refusal order by position")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "exchange.refusal.future opened",
                        "exchange.refusal.ticket.times.opened solved",
                        "exchange.refusal.range satisfaction",
                        "exchange.refusal.range satisfaction",
                        "exchange.refusal.required name");
    }

    private DataImport bring(String resource, String order) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/customer_support_tickets/" + resource))) {
            long id = imports.start(me, "ticket", resource, file);
            MapColumns form = MapColumns.of(imports.find(me, id).plan());
            form.getOptions().put("order", order);
            imports.map(me, id, form);
            runner.run(id);
            if (imports.find(me, id).state() == ImportState.QUESTIONS) {
                answerAsNew(id);
            }
            return moveIn.finish(me, id);
        }
    }

    /** Products and types that nobody knows are made. */
    private void answerAsNew(long id) {
        AnswerValues answers = moveIn.asProposed(me, id);
        answers.getAnswers().forEach(answer -> answer.setChoice("create:"));
        questions.answer(me, id, answers);
        runner.run(id);
    }

    private DataImport bring(String file) {
        long id = imports.start(
                me, "ticket", "file.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        return moveIn.finish(me, moveIn.ready(me, id));
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
