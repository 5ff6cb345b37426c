package org.triviumcrm.survey.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.survey.SurveyAnswered;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** From writing a survey to what its answers come to. */
@IntegrationTest
@RecordApplicationEvents
class AnsweringSurveysTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    SurveySecretRepository secrets;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Clock clock;

    private Viewer maker;
    private long survey;
    private long nps;
    private long why;
    private long products;
    private long matrix;
    private long file;
    private String token;

    /** How likely? - if 0 to 6: why? - which products, how do you find them, a picture. */
    @BeforeEach
    void survey() throws Exception {
        maker = accounts.person("service_manager", null);
        String page = send(
                "/surveys",
                "name=Pump survey",
                "purpose=NPS",
                "fallback=ZH",
                "titleEn=Your pump",
                "titleZh=您的水泵",
                "introEn=Five questions.",
                "thanksEn=Many thanks!",
                "openLink=true");
        survey = Long.parseLong(page.replaceAll("\\D", ""));
        nps = question("kind=NPS", "wordsEn=Would you recommend us?", "wordsZh=您会推荐我们吗？", "required=true");
        List<String> unhappy = new ArrayList<>(List.of("kind=TEXT", "wordsEn=What went wrong?", "required=true"));
        for (int i = 0; i <= 6; i++) {
            unhappy.add("conditions=" + nps + ":" + i);
        }
        why = question(unhappy.toArray(String[]::new));
        products = question(
                "kind=MULTIPLE", "wordsEn=Which pumps?", "optionsEn=Small\nLarge", "optionsZh=小\n大", "required=false");
        matrix = question(
                "kind=MATRIX",
                "wordsEn=How do you find …",
                "rowsEn=price\nspeed",
                "optionsEn=good\nbad",
                "required=true");
        file = question("kind=FILE", "wordsEn=A picture?", "required=false");
        token = database.sql("select token from survey where id = ?")
                .param(survey)
                .query(String.class)
                .single();
    }

    @Test
    void isAnsweredPageByPageWithoutSessionAndKeepsWhatWasTyped() throws Exception {
        assertThat(answer(get("/survey/en/" + token)).getStatus()).isEqualTo(410);
        open();
        mvc.perform(get("/survey/" + token).header("Accept-Language", "en"))
                .andExpect(redirectedUrl("/survey/en/" + token));
        mvc.perform(get("/survey/" + token).header("Accept-Language", "fr"))
                .andExpect(redirectedUrl("/survey/zh/" + token));
        assertThat(text(answer(get("/survey/zh/" + token)))).contains("您的水泵", "您会推荐我们吗？", "lang=\"zh-CN\"");

        MockHttpServletResponse first = answer(get("/survey/en/" + token));
        assertThat(text(first)).contains("action=\"/survey/en/" + token + "\"").doesNotContain("_csrf");
        assertThat(text(first))
                .contains("Five questions.", "Would you recommend us?", "name=\"q" + nps + "\"", "noindex");
        assertThat(text(first)).doesNotContain("What went wrong?", "_csrf", "<script");
        assertThat(first.getHeaderNames()).doesNotContain("Set-Cookie");
        assertThat(first.getCookies()).isEmpty();

        String empty = text(refused(page(0, "next")));
        assertThat(empty).contains("Please choose an answer.");

        String second = text(answer(page(0, "next", "q" + nps + "=3")));
        assertThat(second)
                .contains("What went wrong?", "name=\"q" + nps + "\" value=\"3\"", "name=\"page\" value=\"1\"");

        String wrong = text(refused(
                page(1, "send", "q" + nps + "=3", "q" + why + "= ", "q" + products + "=2", "q" + matrix + "r1=1")));
        assertThat(wrong)
                .contains("Please write an answer.", "Please choose an answer in each row.")
                .containsPattern("name=\"q" + products + "\" value=\"2\" checked")
                .containsPattern("name=\"q" + matrix + "r1\" value=\"1\" checked");
        assertThat(text(answer(page(1, "back", "q" + nps + "=3", "q" + why + "=Leaks"))))
                .containsPattern("name=\"q" + nps + "\" value=\"3\" checked")
                .contains("name=\"q" + why + "\" value=\"Leaks\"");

        AbstractMockHttpServletRequestBuilder<?> sent = page(
                1,
                "send",
                "q" + nps + "=3",
                "q" + why + "=It leaks",
                "q" + products + "=1",
                "q" + products + "=2",
                "q" + matrix + "r1=1",
                "q" + matrix + "r2=2");
        mvc.perform(sent).andExpect(redirectedUrl("/survey/en/" + token + "?sent=yes"));
        assertThat(text(answer(get("/survey/en/" + token + "?sent=yes")))).contains("Many thanks!");
        assertThat(said())
                .containsExactlyInAnyOrder(
                        nps + " 0 3",
                        why + " 0 0 It leaks",
                        products + " 0 1",
                        products + " 0 2",
                        matrix + " 1 1",
                        matrix + " 2 2");
        assertThat(events.stream(SurveyAnswered.class)).singleElement().satisfies(told -> {
            assertThat(told.nps()).isEqualTo(3);
            assertThat(told.csat()).isNull();
            assertThat(told.customerId()).isNull();
        });
    }

    /** Happy ones are not asked why; whatever they send for it is not kept. */
    @Test
    void whatIsNotAskedIsNotKept() throws Exception {
        open();
        mvc.perform(page(
                        1,
                        "send",
                        "q" + nps + "=9",
                        "q" + why + "=smuggled",
                        "q" + matrix + "r1=1",
                        "q" + matrix + "r2=1"))
                .andExpect(status().is3xxRedirection());
        assertThat(said()).containsExactlyInAnyOrder(nps + " 0 9", matrix + " 1 1", matrix + " 2 1");

        for (String nonsense : List.of("11", "-1", "x", "99999999999")) {
            assertThat(text(refused(page(0, "next", "q" + nps + "=" + nonsense))))
                    .contains("Please choose an answer.");
        }
        assertThat(text(refused(page(1, "send", "q" + matrix + "r1=1", "q" + matrix + "r2=1"))))
                .as("what is missing on an earlier page is asked there")
                .contains("Would you recommend us?", "Please choose an answer.");
    }

    @Test
    void keepsAFileUntilTheAnswerIsSent() throws Exception {
        open();
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4, 5};
        String refused =
                text(refused(files(new MockMultipartFile("f" + file, "a.exe", "image/png", png), "q" + nps + "=9")));
        assertThat(refused).contains("A picture?").contains("q" + file + "-error");

        String again =
                text(refused(files(new MockMultipartFile("f" + file, "pump.png", "text/html", png), "q" + nps + "=9")));
        assertThat(again).as("the matrix is missing").contains("Received: pump.png");
        Matcher kept =
                Pattern.compile("name=\"q" + file + "\" value=\"([^\"]+)\"").matcher(again);
        assertThat(kept.find()).isTrue();
        String own = "q" + file + "=" + kept.group(1);
        mvc.perform(page(1, "send", "q" + nps + "=9", "q" + matrix + "r1=1", "q" + matrix + "r2=1", own))
                .andExpect(status().is3xxRedirection());
        long response = database.sql("select max(id) from survey_response")
                .query(Long.class)
                .single();
        long id = database.sql("select id from survey_file where response_id = ?")
                .param(response)
                .query(Long.class)
                .single();
        mvc.perform(get("/surveys/%d/answers/%d/files/%d".formatted(survey, response, id))
                        .with(signedIn(maker)))
                .andExpect(status().isOk())
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsByteArray()).isEqualTo(png))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentType()).isEqualTo("image/png"));

        mvc.perform(page(
                        1,
                        "send",
                        "q" + nps + "=9",
                        "q" + matrix + "r1=1",
                        "q" + matrix + "r2=1",
                        own.replaceAll("=.", "=z")))
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("select count(*) from survey_file where response_id is not null")
                        .query(Long.class)
                        .single())
                .as("a name that was made up names no file")
                .isEqualTo(1);
    }

    @Test
    void endsAtItsQuotaAndItsLastDay() throws Exception {
        open();
        database.sql("update survey set quota = 1 where id = ?").param(survey).update();
        entities.clear();
        complete("/survey/en/" + token, 9);
        assertThat(text(gone(get("/survey/en/" + token)))).contains("All answers that were wanted have come in");
        assertThat(text(gone(page(0, "next", "q" + nps + "=3")))).contains("All answers that were wanted have come in");
        database.sql("update survey set quota = null, closes_on = current_date - 2 where id = ?")
                .param(survey)
                .update();
        entities.clear();
        assertThat(text(gone(get("/survey/zh/" + token)))).contains("问卷已结束");
        database.sql("update survey set closes_on = null, open_link = false where id = ?")
                .param(survey)
                .update();
        entities.clear();
        assertThat(answer(get("/survey/en/" + token)).getStatus()).isEqualTo(404);
        assertThat(text(answer(get("/survey/en/nothing")))).contains("There is no such survey");
    }

    @Test
    void aPersonalLinkIsOfOneAndForOneAnswer() throws Exception {
        open();
        long customer = customer("Berg AG", "A");
        long invitation = invite(customer);
        String link = "/survey/en/" + secrets.seal().write("invitation", invitation);
        assertThat(answer(get(link + "0")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/survey/en/" + secrets.seal().write("invited", invitation)))
                        .getStatus())
                .isEqualTo(404);
        complete(link, 2);
        assertThat(text(gone(get(link)))).contains("You have answered already");
        assertThat(text(gone(page(link, 0, "next", "q" + nps + "=3")))).contains("You have answered already");
        assertThat(database.sql("select customer_id || ' ' || level || ' ' || nps from survey_response")
                        .query(String.class)
                        .single())
                .isEqualTo(customer + " A 2");
        database.sql("update survey_invitation set answered_at = null, expires_at = now() - interval '1 hour'")
                .update();
        assertThat(text(gone(get(link)))).contains("This link has expired");
    }

    @Test
    void programsAreHeldOff() throws Exception {
        open();
        String[] answers = {"q" + nps + "=9", "q" + matrix + "r1=1", "q" + matrix + "r2=1"};
        String hasty = text(refused(filled(post("/survey/en/" + token), 0, 1, "send", answers)));
        assertThat(hasty).contains("That was very fast", "name=\"q" + nps + "\" value=\"9\"");
        mvc.perform(page(1, "send", answers).param("website", "x")).andExpect(status().is3xxRedirection());
        assertThat(said()).isEmpty();

        String mark = secrets.seal().mark("answer 127.0.0.1");
        database.sql("insert into survey_hit values (?, ?, date_trunc('hour', ?::timestamptz), ?)")
                .params(survey, mark, clock.instant().toString(), SheetService.ANSWERS_AN_HOUR - 1)
                .update();
        mvc.perform(page(1, "send", answers)).andExpect(status().is3xxRedirection());
        assertThat(text(mvc.perform(page(1, "send", answers))
                        .andExpect(status().isTooManyRequests())
                        .andReturn()
                        .getResponse()))
                .contains("Too many answers");
    }

    @Test
    void addsUpByQuestionPeriodAndLevelForWhoMaySeeIt() throws Exception {
        open();
        long seen = customer("Berg AG", "A");
        long hidden = customer("Hidden Ltd", "B");
        database.sql("delete from customer_value").update();
        database.sql("""
                        insert into customer_value (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
                        values (?, 100, 1, current_date, 'C', 5, 5, 5, 'CHAMPION')""").param(seen).update();
        complete("/survey/en/" + secrets.seal().write("invitation", invite(seen)), 10);
        complete("/survey/en/" + secrets.seal().write("invitation", invite(hidden)), 2);
        complete("/survey/en/" + token, 7);
        invite(seen);
        database.sql("update survey_response set at = now() - interval '40 days' where customer_id = ?")
                .param(hidden)
                .update();

        String all = read("/surveys/" + survey + "/results", maker);
        assertThat(all)
                .contains(
                        "Promoters: 1, passives: 1, detractors: 1",
                        "2 of 3 personal links",
                        "Answers to read: 1",
                        "66.7%",
                        "33.3%");
        String late = read(
                "/surveys/" + survey + "/results?from=" + LocalDate.now(clock).minusDays(20), maker);
        assertThat(late).contains("Promoters: 1, passives: 1, detractors: 0");
        assertThat(read("/surveys/" + survey + "/results?level=B", maker))
                .contains("Promoters: 0, passives: 0, detractors: 1");
        // as it was when the answer came
        database.sql("update customer_value set value_class = 'A'").update();
        assertThat(read("/surveys/" + survey + "/results?valueClass=C", maker))
                .contains("Promoters: 1, passives: 0, detractors: 0")
                .contains("By customer level");
        assertThat(read("/surveys/" + survey + "/results?by=VALUE", maker))
                .contains(
                        "by value class?",
                        "By value class",
                        "<td data-label=\"Value class\">Class C</td>",
                        "no class then");
        assertThat(read("/surveys/" + survey + "/results?valueClass=A", maker)).contains("No answers yet");
        mvc.perform(get("/surveys/" + survey + "/results?valueClass=Z").with(signedIn(maker)))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(get("/surveys/" + survey + "/results?from=soon").with(signedIn(maker)))
                .andExpect(status().isUnprocessableContent());

        // a role that sees its own customers only
        Viewer narrow = accounts.allowed("survey.survey.view", "survey.survey.export", "customer.customer.view");
        database.sql("insert into role_access select role_id, 'customer', 'OWN' from person_role where person_id = ?")
                .param(narrow.personId())
                .update();
        database.sql("update customer set owner_id = ? where id = ?")
                .params(narrow.personId(), seen)
                .update();
        String answers = read("/surveys/" + survey + "/answers", narrow);
        assertThat(answers).contains("Berg AG").doesNotContain("Hidden Ltd");
        assertThat(read("/surveys/" + survey + "/answers?question=" + why, narrow))
                .doesNotContain("It leaks");
        assertThat(read("/surveys/" + survey + "/answers?question=" + why, maker))
                .contains("It leaks", "Hidden Ltd");
        assertThat(read("/surveys/" + survey + "/answers?question=" + nps + "&value=10", maker))
                .contains("Berg AG")
                .doesNotContain("Hidden Ltd");
        assertThat(read("/surveys/" + survey + "/results", narrow))
                .contains("Promoters: 1, passives: 1, detractors: 1");
        long response = database.sql("select id from survey_response where customer_id = ?")
                .param(hidden)
                .query(Long.class)
                .single();
        mvc.perform(get("/surveys/%d/answers/%d".formatted(survey, response)).with(signedIn(narrow)))
                .andExpect(status().isNotFound());
        assertThat(read("/surveys/%d/answers/%d".formatted(survey, response), maker))
                .contains("It leaks", "price: good");

        String rows = read("/surveys/" + survey + "/answers.csv", narrow);
        assertThat(rows.lines()).hasSize(3);
        assertThat(rows).contains("Berg AG").doesNotContain("Hidden Ltd", "It leaks");
        assertThat(read("/surveys/" + survey + "/answers.csv", maker))
                .contains("Hidden Ltd", "It leaks", "price: good; speed: bad");
        assertThat(read("/surveys/" + survey + "/results.csv", maker))
                .contains("1. Would you recommend us?,,10,1,0.3333,6.33,0");
        mvc.perform(get("/surveys/" + survey + "/answers.csv").with(signedIn(accounts.allowed("survey.survey.view"))))
                .andExpect(status().isForbidden());
    }

    private long customer(String name, String level) {
        return database.sql("""
                        insert into customer (id, name, level, owner_id, created_at, updated_at)
                        values (nextval('customer_seq'), ?, ?, ?, now(), now()) returning id""")
                .params(name, level, maker.personId())
                .query(Long.class)
                .single();
    }

    private long invite(long customer) {
        return database.sql("""
                        insert into survey_invitation (survey_id, customer_id, address, created_at, expires_at)
                        values (?, ?, 'a@example.com', now(), now() + interval '9 days') returning id""").params(survey, customer).query(Long.class).single();
    }

    private void complete(String link, int score) throws Exception {
        mvc.perform(page(
                        link,
                        1,
                        "send",
                        "q" + nps + "=" + score,
                        "q" + why + "=It leaks",
                        "q" + matrix + "r1=1",
                        "q" + matrix + "r2=2"))
                .andExpect(status().is3xxRedirection());
        entities.clear();
    }

    private List<String> said() {
        return database.sql("select concat_ws(' ', question_id, line, value, text) from survey_answer")
                .query(String.class)
                .list();
    }

    private void open() throws Exception {
        send("/surveys/" + survey + "/state", "to=OPEN");
        entities.flush();
        entities.clear();
    }

    private AbstractMockHttpServletRequestBuilder<?> page(int page, String act, String... fields) {
        return page("/survey/en/" + token, page, act, fields);
    }

    private AbstractMockHttpServletRequestBuilder<?> page(String link, int page, String act, String... fields) {
        return filled(post(link), 60, page, act, fields);
    }

    private AbstractMockHttpServletRequestBuilder<?> files(MockMultipartFile sent, String... fields) {
        return filled(multipart("/survey/en/" + token).file(sent).content(new byte[] {1}), 60, 1, "send", fields);
    }

    private AbstractMockHttpServletRequestBuilder<?> filled(
            AbstractMockHttpServletRequestBuilder<?> request, int seconds, int page, String act, String... fields) {
        request.param("page", "" + page).param("act", act);
        request.param(
                "ticket",
                secrets.seal().write("opened-" + survey, clock.instant().getEpochSecond() - seconds));
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request.param(parts[0], parts[1]);
        }
        return request;
    }

    private long question(String... fields) throws Exception {
        send("/surveys/" + survey + "/questions", fields);
        return database.sql("select max(id) from survey_question")
                .query(Long.class)
                .single();
    }

    /** Gives where it leads. */
    private String send(String path, String... fields) throws Exception {
        var request = post(path).with(signedIn(maker)).with(csrf());
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request.param(parts[0], parts[1]);
        }
        MockHttpServletResponse answer = mvc.perform(request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
        entities.flush();
        return String.valueOf(answer.getRedirectedUrl());
    }

    private String read(String path, Viewer viewer) throws Exception {
        return text(mvc.perform(get(path).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse());
    }

    private MockHttpServletResponse refused(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse gone(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andExpect(status().isGone()).andReturn().getResponse();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
