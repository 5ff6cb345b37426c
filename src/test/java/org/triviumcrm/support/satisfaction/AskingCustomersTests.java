package org.triviumcrm.support.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.survey.sheet.SurveySecretRepository;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;
import tools.jackson.databind.json.JsonMapper;

/** Customers are asked after a solution and by plan, through a real mail server; what they say reaches who is to know. */
class AskingCustomersTests extends MailServerTest {

    private static final Pattern LINK = Pattern.compile("https://crm\\.example\\.com(/survey/([0-9a-z.]+))");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    List<BulkAction<?>> actions;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SurveySecretRepository secrets;

    @Autowired
    @Qualifier("askAboutSolvedTickets")
    Task<Void> afterSolution;

    @Autowired
    @Qualifier("askByPlan")
    Task<Void> byPlan;

    private Viewer manager;
    private Viewer agent;
    private long customer;
    private long contact;

    @BeforeEach
    void somebodyToAsk() {
        manager = accounts.person("service_manager", null);
        long team = number(
                "insert into team (id, name, manager_id, created_at, updated_at) values (nextval('team_seq'), 'Service', "
                        + manager.personId() + ", now(), now()) returning id");
        agent = accounts.person("service_agent", team);
        customer = customer("Berg AG", "A");
        contact = contact(customer, "anna@customer.example", false);
    }

    @Test
    void aSolvedTicketIsAskedAboutOnceAndRatedByItsCustomer() throws Exception {
        long survey = survey("CSAT", "SCALE", 5);
        rule(survey, 24, 30);
        long ticket = ticket("anna@customer.example");
        become(ticket, "SOLVED");
        run(afterSolution);
        assertThat(number("select count(*) from survey_invitation"))
                .as("not before its time")
                .isZero();

        become(ticket, "OPEN");
        assertThat(number("select count(*) from ticket_survey_wait"))
                .as("opened again")
                .isZero();
        become(ticket, "SOLVED");
        due();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(afterSolution));
        run(afterSolution);
        other.join();
        sendDue();
        List<MimeMessage> letters = inbox("customer.example");
        assertThat(letters).as("whichever node comes first").hasSize(1);
        String letter = GreenMailUtil.getBody(letters.get(0));
        assertThat(letters.get(0).getHeader("Auto-Submitted"))
                .as("no person wrote it")
                .isNotNull();
        assertThat(letters.get(0).getSubject()).isEqualTo("Title");

        answer(letters.get(0), "1");
        assertThat(number("select satisfaction from ticket where id = " + ticket))
                .isEqualTo(1);
        assertThat(letter).contains("can be used once");
        assertThat(database.sql("select person_id from notice where message = 'support.satisfaction.notice'")
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrder(agent.personId(), manager.personId());
        assertThat(database.sql(
                                "select subject from activity where kind = 'TASK' and about_type = 'customer' and about_id = "
                                        + customer + " and owner_id = " + manager.personId())
                        .query(String.class)
                        .single())
                .contains("1 of 5");

        become(ticket, "OPEN");
        become(ticket, "SOLVED");
        due();
        run(afterSolution);
        assertThat(number("select count(*) from survey_invitation"))
                .as("each ticket once")
                .isEqualTo(1);
    }

    @Test
    void whoIsNotToBeAskedIsNot() throws Exception {
        long survey = survey("CSAT", "SCALE", 5);
        rule(survey, 0, 30);
        long first = ticket("anna@customer.example");
        long second = ticket("ANNA@customer.example");
        long nowhere = ticket(null);
        database.sql("update ticket set contact_id = null where id = ?")
                .param(nowhere)
                .update();
        long quiet = ticket("quiet@customer.example");
        database.sql("update ticket set contact_id = ? where id = ?")
                .params(contact(customer, "quiet@customer.example", true), quiet)
                .update();
        long merged = ticket("other@customer.example");
        for (long id : List.of(first, second, nowhere, quiet, merged)) {
            become(id, "SOLVED");
        }
        database.sql("update ticket set status = 'CLOSED', merged_into_id = ? where id = ?")
                .params(first, merged)
                .update();
        due();
        run(afterSolution);
        assertThat(database.sql("select outcome from ticket_survey_wait order by ticket_id")
                        .query(String.class)
                        .list())
                .containsExactly("ASKED", "TOO_SOON", "NO_ADDRESS", "UNWANTED", "NOT_SOLVED");

        database.sql("delete from survey_invitation where true").update();
        database.sql("update survey set state = 'CLOSED'").update();
        long late = ticket("late@customer.example");
        become(late, "SOLVED");
        due();
        run(afterSolution);
        assertThat(database.sql("select outcome from ticket_survey_wait where ticket_id = ?")
                        .param(late)
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_OPEN");
        rule(null, 0, 30);
        become(ticket("last@customer.example"), "SOLVED");
        assertThat(number("select count(*) from ticket_survey_wait where settled_at is null"))
                .isZero();
    }

    @Test
    void aPlanAsksSomeEachWeekAndNobodyTooOften() throws Exception {
        for (int i = 0; i < 9; i++) {
            contact(customer, "p" + i + "@customer.example", false);
        }
        contact(customer, "P0@customer.example", false);
        contact(customer, "quiet@customer.example", true);
        contact(customer("Small Ltd", "B"), "b@customer.example", false);
        long survey = survey("NPS", "NPS", null);
        send(
                manager,
                "/surveys/plans",
                "name=Key accounts",
                "surveyId=" + survey,
                "levels=A\nAA",
                "everyMonths=6",
                "weeklyShare=25",
                "active=true");
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(byPlan));
        run(byPlan);
        other.join();
        assertThat(number("select count(*) from survey_invitation"))
                .as("a quarter of ten, rounded up")
                .isEqualTo(3);
        planDue();
        run(byPlan);
        assertThat(number("select count(*) from survey_invitation"))
                .as("not in the same week")
                .isEqualTo(3);
        for (int week = 1; week <= 6; week++) {
            database.sql("update survey_invitation set created_at = created_at - interval '7 days 1 hour'")
                    .update();
            planDue();
            run(byPlan);
        }
        assertThat(number("select count(*) from survey_invitation")).isEqualTo(10);
        assertThat(number("select count(distinct lower(address)) from survey_invitation where address not like 'b@%'"))
                .isEqualTo(10);
        database.sql("update survey_invitation set created_at = created_at - interval '6 months'")
                .update();
        planDue();
        run(byPlan);
        assertThat(number("select count(*) from survey_invitation"))
                .as("half a year later")
                .isEqualTo(13);
    }

    @Test
    void contactsOfTheListAreAskedOnceWhoeverChoosesThem() throws Exception {
        long twin = contact(customer, "ANNA@customer.example", false);
        long quiet = contact(customer, "quiet@customer.example", true);
        long nowhere = contact(customer, "-", false);
        long alone = contact(customer, "alone@customer.example", false);
        database.sql("update contact set customer_id = null where id = ?")
                .param(alone)
                .update();
        long theirs = contact(customer("Left alone", "B"), "theirs@customer.example", false);
        database.sql("update customer set no_email = true where name = 'Left alone'")
                .update();
        long survey = survey("NPS", "NPS", null);
        mvc.perform(post("/lists/contact/bulk/survey")
                        .param("ids", "" + contact)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(content().string(containsString("Survey")))
                .andExpect(content().string(containsString("wants no e-mails is left out")));
        List<Long> chosen = List.of(contact, twin, quiet, nowhere, alone, theirs, 999_999_999L);
        assertThat(ask(manager, chosen, survey, 30).toString())
                .contains(twin + "=BulkRefusal[reason=survey.ask.refused.asked")
                .contains(quiet + "=BulkRefusal[reason=survey.ask.refused.noEmail")
                .contains(theirs + "=BulkRefusal[reason=survey.ask.refused.noEmail")
                .contains(nowhere + "=BulkRefusal[reason=survey.ask.refused.address")
                .contains("999999999=BulkRefusal[reason=identity.bulk.refused.gone");
        sendDue();
        assertThat(inbox("customer.example")).hasSize(2);
        assertThat(ask(manager, List.of(contact, alone), survey, 0))
                .as("this one never again")
                .hasSize(2);
        database.sql("update survey_invitation set survey_id = ?, created_at = now() - interval '31 days'")
                .param(copyOf(survey))
                .update();
        assertThat(ask(manager, List.of(contact), survey, 40))
                .as("asked something else lately")
                .hasSize(1);
        assertThat(ask(manager, List.of(contact), survey, 30)).isEmpty();
        Viewer stranger = accounts.allowed("survey.survey.manage");
        assertThat(ask(stranger, List.of(alone), survey, 0).toString()).contains("identity.bulk.refused.gone");

        database.sql("update survey set state = 'CLOSED'").update();
        assertThatThrownBy(() -> asking().check(manager, input(survey, 30))).hasMessage("survey.ask.error.closed");
    }

    private long copyOf(long survey) {
        return number(
                "insert into survey (id, name, purpose, state, fallback, title_en, open_link, token, created_at, updated_at)"
                        + " select id + 1, 'Other', purpose, state, fallback, title_en, open_link, 'other', now(), now() from survey where id = "
                        + survey + " returning id");
    }

    private Map<Long, BulkRefusal> ask(Viewer viewer, List<Long> contacts, long survey, int pause) {
        return Objects.requireNonNull(transactions.execute(
                status -> asking().apply(new BulkBatch(1, viewer, contacts), input(survey, pause))));
    }

    private Object input(long survey, int pause) {
        return new JsonMapper().readValue("{\"surveyId\":" + survey + ",\"pause\":" + pause + "}", asking().input());
    }

    @SuppressWarnings("unchecked")
    private BulkAction<Object> asking() {
        return (BulkAction<Object>) actions.stream()
                .filter(action -> action.key().equals("survey"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDetractorIsFollowedUp() throws Exception {
        database.sql("update contact set no_email = true where id <> ?")
                .param(contact)
                .update();
        long survey = survey("NPS", "NPS", null);
        send(
                manager,
                "/surveys/plans",
                "name=All",
                "surveyId=" + survey,
                "everyMonths=6",
                "weeklyShare=100",
                "active=true");
        run(byPlan);
        sendDue();
        answer(inbox("customer.example").get(0), "4");
        assertThat(database.sql("select subject || ' | ' || body from activity where kind = 'TASK'")
                        .query(String.class)
                        .single())
                .contains("4 of 10", "Survey");
        mvc.perform(get("/surveys/customers/" + customer).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("4 of 10")));
        Viewer administrator = accounts.administrator();
        long opportunity = opportunity(administrator);
        String panel = "/surveys/opportunities/" + opportunity;
        mvc.perform(get(panel).with(signedIn(administrator)))
                .andExpect(content().string(containsString("This customer is not content")));
        mvc.perform(get(panel).with(signedIn(manager))).andExpect(status().isNotFound());
        database.sql("update survey_response set at = now() - interval '200 days'")
                .update();
        mvc.perform(get(panel).with(signedIn(administrator)))
                .andExpect(content().string(not(containsString("not content"))));
    }

    private long opportunity(Viewer owner) {
        long pipeline = number(
                "insert into pipeline (id, name, position, created_at, updated_at) values (nextval('pipeline_seq'), 'P', 9, now(), now()) returning id");
        long stage = number(
                "insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at) values (nextval('stage_seq'), "
                        + pipeline + ", 'First', 1, 'OPEN', 10, now(), now()) returning id");
        return number("""
                insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, probability, currency, opened_on, stage_entered_at, owner_id, created_at, updated_at)
                values (nextval('opportunity_seq'), 'Deal', %d, %d, %d, 'OPEN', 10, 'USD', current_date, now(), %d, now(), now()) returning id""".formatted(customer, pipeline, stage, owner.personId()));
    }

    /** By the link in the letter. */
    private void answer(MimeMessage letter, String value) throws Exception {
        Matcher link =
                LINK.matcher(GreenMailUtil.getBody(letter).replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        long survey = number("select id from survey");
        mvc.perform(post("/survey/en/" + link.group(2))
                        .param("page", "0")
                        .param("act", "send")
                        .param(
                                "ticket",
                                secrets.seal().write("opened-" + survey, System.currentTimeMillis() / 1000 - 60))
                        .param("q" + number("select id from survey_question"), value))
                .andExpect(status().is3xxRedirection());
    }

    private long survey(String purpose, String kind, @Nullable Integer points) throws Exception {
        send(
                manager,
                "/surveys",
                "name=Survey",
                "purpose=" + purpose,
                "fallback=EN",
                "titleEn=Title",
                "titleZh=标题",
                "openLink=false");
        long survey = number("select id from survey");
        String path = "/surveys/" + survey;
        send(
                manager,
                path + "/questions",
                "kind=" + kind,
                "wordsEn=How?",
                "required=true",
                points == null ? "hintEn=" : "points=" + points);
        send(manager, path + "/state", "to=OPEN");
        return survey;
    }

    private void rule(@Nullable Long survey, int hours, int days) throws Exception {
        send(
                manager,
                "/administration/ticket-satisfaction",
                "surveyId=" + (survey == null ? "" : survey),
                "delayHours=" + hours,
                "pauseDays=" + days);
    }

    private void send(Viewer viewer, String path, String... fields) throws Exception {
        var request = post(path).with(signedIn(viewer)).with(csrf());
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request.param(parts[0], parts[1]);
        }
        mvc.perform(request).andExpect(status().is3xxRedirection());
    }

    private void become(long ticket, String to) throws Exception {
        send(accounts.administrator(), "/support/tickets/" + ticket + "/status", "to=" + to);
    }

    private void due() {
        database.sql("update ticket_survey_wait set due_at = now() - interval '1 second' where settled_at is null")
                .update();
    }

    private void planDue() {
        database.sql("update survey_plan set next_at = now() - interval '1 second'")
                .update();
    }

    private static void run(Task<Void> task) {
        task.execute(new TaskInstance<>(task.getName(), "test"), null);
    }

    private long customer(String name, String level) {
        return number(
                "insert into customer (id, name, level, owner_id, created_at, updated_at) values (nextval('customer_seq'), '%s', '%s', %d, now(), now()) returning id"
                        .formatted(name, level, manager.personId()));
    }

    private long contact(long at, String email, boolean quiet) {
        return number(
                "insert into contact (id, name, customer_id, email, no_email, owner_id, created_at, updated_at) values (nextval('contact_seq'), 'Anna', %d, '%s', %s, %d, now(), now()) returning id"
                        .formatted(at, email, quiet, manager.personId()));
    }

    private long ticket(@Nullable String email) {
        long queue = number(
                "insert into ticket_queue (id, name, position, assignment, created_at, updated_at) values (nextval('ticket_queue_seq'), 'Q' || currval('ticket_queue_seq'), 1, 'BY_HAND', now(), now()) returning id");
        return number("""
                insert into ticket (id, name, status, priority, channel, queue_id, requester_email, customer_id, contact_id, owner_id, team_id, status_since, created_at, updated_at)
                values (nextval('ticket_seq'), 'Printer', 'OPEN', 'NORMAL', 'EMAIL', %d, %s, %d, %d, %d, %d, now(), now(), now()) returning id""".formatted(
                        queue,
                        email == null ? "null" : "'" + email + "'",
                        customer,
                        contact,
                        agent.personId(),
                        agent.teamId()));
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
