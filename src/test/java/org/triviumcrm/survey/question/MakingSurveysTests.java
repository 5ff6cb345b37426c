package org.triviumcrm.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Surveys and plans are written; what was asked once stays as it was asked. */
@IntegrationTest
class MakingSurveysTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer maker;
    private String survey;

    @BeforeEach
    void survey() throws Exception {
        maker = accounts.marketingManager();
        send("/surveys", "name=Needs", "purpose=MARKET", "fallback=EN", "titleEn=Needs", "openLink=true");
        survey = "/surveys/" + number("select max(id) from survey");
    }

    @Test
    void conditionsNeverLookAheadWhateverIsMoved() throws Exception {
        long first = question("kind=SINGLE", "wordsEn=Pumps?", "optionsEn=yes\nno");
        long second = question("kind=TEXT", "wordsEn=Which?", "conditions=" + first + ":1");
        for (String wrong : List.of(first + ":3", second + ":1", "999999:1")) {
            refused(survey + "/questions", "kind=TEXT", "wordsEn=Why?", "conditions=" + wrong)
                    .andExpect(content().string(containsString("A question can only depend on answers")));
        }
        problem("/questions/" + second + "/move", "up=true")
                .andExpect(flash().attribute("problem", "survey.question.error.move"));
        problem("/questions/" + first + "/removal")
                .andExpect(flash().attribute("problem", "survey.question.error.needed"));
        refused(survey + "/questions/" + first, "kind=SINGLE", "wordsEn=Pumps?", "optionsEn= \nno", "version=0")
                .andExpect(content().string(containsString("Please give 2 to 30 answers")));
        long third = question("kind=DATE", "wordsEn=When?");
        problem("/questions/" + third + "/move", "up=true");
        assertThat(database.sql("select id from survey_question order by position")
                        .query(Long.class)
                        .list())
                .containsExactly(first, third, second);
        mvc.perform(get(survey).with(signedIn(maker)))
                .andExpect(content().string(containsString("If question 1 is answered: yes")));
        problem("/questions/" + second + "/removal").andExpect(flash().attribute("notice", "survey.question.removed"));
    }

    @Test
    void anOpenedSurveyKeepsWhatItAsks() throws Exception {
        problem("/state", "to=OPEN").andExpect(flash().attribute("problem", "survey.survey.error.empty"));
        long question = question("kind=SINGLE", "wordsEn=Pumps?", "optionsEn=yes\nno", "required=true");
        problem("/state", "to=OPEN").andExpect(flash().attribute("notice", "survey.survey.became.OPEN"));
        refused(survey + "/questions", "kind=TEXT", "wordsEn=Why?")
                .andExpect(content().string(containsString("its questions can")));
        problem("/questions/" + question + "/removal")
                .andExpect(flash().attribute("problem", "survey.question.error.frozen"));
        String path = survey + "/questions/" + question;
        refused(path, "kind=SINGLE", "wordsEn=Pumps?", "optionsEn=yes\nno\nperhaps", "version=0")
                .andExpect(content().string(containsString("there must be as many as before")));
        send(
                path,
                "kind=SINGLE",
                "wordsEn=Any pumps?",
                "wordsZh=有水泵吗？",
                "optionsEn=yes\nnone",
                "optionsZh=有\n没有",
                "version=0");
        assertThat(database.sql("select words_en || options_en || required from survey_question")
                        .query(String.class)
                        .single())
                .as("reworded, and still to be answered")
                .isEqualTo("Any pumps?yes\nnonetrue");
        mvc.perform(form(path, "kind=SINGLE", "wordsEn=Late", "optionsEn=yes\nnone", "version=0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Any pumps?")));

        problem("/state", "to=DRAFT").andExpect(flash().attribute("notice", "survey.survey.became.DRAFT"));
        problem("/state", "to=OPEN");
        database.sql("update survey set answers = 1").update();
        entities.clear();
        problem("/state", "to=DRAFT").andExpect(flash().attribute("problem", "survey.survey.error.state"));

        send(survey + "/copy");
        long copy = number("select max(id) from survey");
        assertThat(database.sql(
                                "select state || answers || (token <> (select token from survey where id = s.follows_id)) from survey s where id = ?")
                        .param(copy)
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT0true");
        assertThat(number("select count(*) from survey_question where survey_id = " + copy))
                .isEqualTo(1);
    }

    @Test
    void aCopyDependsOnItsOwnQuestions() throws Exception {
        long first = question("kind=NPS", "wordsEn=Likely?");
        question("kind=TEXT", "wordsEn=Why?", "conditions=" + first + ":0", "conditions=" + first + ":1");
        send(survey + "/copy");
        long own = number("select min(id) from survey_question where survey_id = (select max(id) from survey)");
        assertThat(database.sql(
                                "select conditions from survey_question where survey_id = (select max(id) from survey) and kind = 'TEXT'")
                        .query(String.class)
                        .single())
                .isEqualTo(own + ":0," + own + ":1");
    }

    @Test
    void aPlanIsOfOneThatIsOpen() throws Exception {
        String id = survey.replaceAll("\\D", "");
        String[] plan = {"name=All", "surveyId=" + id, "everyMonths=6", "weeklyShare=5", "active=true"};
        refused("/surveys/plans", plan)
                .andExpect(content().string(containsString("Please choose a survey that is open.")));
        question("kind=NPS", "wordsEn=Likely?");
        problem("/state", "to=OPEN");
        send("/surveys/plans", plan);
        refused("/surveys/plans", plan).andExpect(content().string(containsString("There is a plan with this name.")));
        refused("/surveys/plans", "name=Other", "surveyId=" + id, "everyMonths=0", "weeklyShare=101", "active=true")
                .andExpect(content().string(containsString("from 1 to 60")))
                .andExpect(content().string(containsString("from 1 to 100")));
        String path = "/surveys/plans/" + number("select id from survey_plan");
        send(path, "name=All", "surveyId=" + id, "everyMonths=12", "weeklyShare=5", "active=false", "version=0");
        mvc.perform(form(
                        path,
                        "name=Mine",
                        "surveyId=" + id,
                        "everyMonths=3",
                        "weeklyShare=5",
                        "active=false",
                        "version=0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("12")));
        mvc.perform(get("/surveys/plans").with(signedIn(maker)))
                .andExpect(content().string(containsString("Needs")));
        mvc.perform(get("/surveys/plans").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
    }

    @Test
    void datesAndTitlesFitTogether() throws Exception {
        refused(
                        "/surveys",
                        "name=A",
                        "purpose=MARKET",
                        "fallback=EN",
                        "opensOn=2026-05-02",
                        "closesOn=2026-05-01",
                        "openLink=true")
                .andExpect(content().string(containsString("at least one language")))
                .andExpect(content().string(containsString("The last day is before the first.")))
                .andExpect(content().string(containsString("2026-05-02")));
        refused("/surveys", "name=A", "purpose=MARKET", "fallback=ZH", "titleEn=Title", "openLink=true")
                .andExpect(content().string(containsString("There is no title in this language.")));
    }

    @Test
    void aDraftIsLookedAtAsItWillBeAskedAndNothingIsKept() throws Exception {
        send(
                survey,
                "name=Needs",
                "purpose=MARKET",
                "fallback=EN",
                "titleEn=Needs",
                "titleZh=需求",
                "thanksEn=Bye now",
                "openLink=false",
                "version=0");
        long first = question("kind=SINGLE", "wordsEn=Pumps?", "wordsZh=水泵？", "optionsEn=yes\nno", "required=true");
        question("kind=TEXT", "wordsEn=Which?", "conditions=" + first + ":1");
        question("kind=FILE", "wordsEn=Photo?", "required=true", "conditions=" + first + ":2");
        mvc.perform(get(survey + "/preview").with(signedIn(maker)))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(survey + "/preview/en"));
        mvc.perform(get(survey + "/preview/zh").with(signedIn(maker)))
                .andExpect(content().string(containsString("水泵？")))
                .andExpect(content().string(containsString("此处填写的内容不会保存")))
                .andExpect(content().string(containsString("action=\"" + survey + "/preview/zh\"")))
                .andExpect(content().string(containsString("name=\"_csrf\"")));
        String preview = survey + "/preview/en";
        refused(preview, "page=0", "act=next").andExpect(content().string(containsString("Pumps?")));
        mvc.perform(form(preview, "page=0", "act=next", "q" + first + "=1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Which?")))
                .andExpect(content().string(not(containsString("Photo?"))));
        refused(preview, "page=1", "act=send", "q" + first + "=2")
                .andExpect(content().string(containsString("Photo?")));
        mvc.perform(multipart(preview)
                        .file(new MockMultipartFile(
                                "f" + number("select max(id) from survey_question"), "a.txt", "text/plain", new byte[] {
                                    65
                                }))
                        .param("page", "1")
                        .param("act", "send")
                        .param("q" + first, "2")
                        .with(signedIn(maker))
                        .with(csrf()))
                .andExpect(content().string(containsString("Bye now")));
        mvc.perform(form(preview, "page=1", "act=send", "q" + first + "=1"))
                .andExpect(content().string(containsString("Bye now")));
        assertThat(number("select (select count(*) from survey_response) + (select count(*) from survey_file)"
                        + " + (select answers from survey)"))
                .isZero();
        mvc.perform(get(preview).with(signedIn(accounts.nobody()))).andExpect(status().isForbidden());
    }

    @Test
    void onlyADraftThatNobodyHasAnsweredIsDeleted() throws Exception {
        long first = question("kind=NPS", "wordsEn=Likely?");
        question("kind=TEXT", "wordsEn=Why?", "conditions=" + first + ":0");
        send(survey + "/copy");
        String copy = "/surveys/" + number("select max(id) from survey");
        mvc.perform(get(survey).with(signedIn(maker)))
                .andExpect(content().string(containsString(survey + "/deletion")));
        mvc.perform(form(survey + "/deletion").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        problem("/state", "to=OPEN");
        problem("/deletion").andExpect(flash().attribute("problem", "survey.survey.error.noDraft"));
        problem("/state", "to=DRAFT");
        problem("/deletion").andExpect(flash().attribute("notice", "survey.survey.deleted"));
        assertThat(number("select count(*) from survey where follows_id is null"))
                .isEqualTo(1);
        assertThat(number("select count(*) from survey_question")).isEqualTo(2);
        survey = copy;
        database.sql("insert into survey_invitation (survey_id, address, created_at, expires_at)"
                        + " select id, 'a@b.example', now(), now() from survey")
                .update();
        problem("/deletion").andExpect(flash().attribute("problem", "survey.survey.error.used"));
    }

    private long question(String... fields) throws Exception {
        send(survey + "/questions", fields);
        return number("select max(id) from survey_question");
    }

    private ResultActions problem(String step, String... fields) throws Exception {
        ResultActions done = mvc.perform(form(survey + step, fields)).andExpect(status().is3xxRedirection());
        entities.flush();
        return done;
    }

    private ResultActions refused(String path, String... fields) throws Exception {
        return mvc.perform(form(path, fields)).andExpect(status().isUnprocessableContent());
    }

    private void send(String path, String... fields) throws Exception {
        var answer = mvc.perform(form(path, fields)).andReturn().getResponse();
        List<String> wrong = answer.getContentAsString()
                .lines()
                .filter(line -> line.contains("invalid-feedback") || line.contains("mb-0"))
                .toList();
        assertThat(answer.getStatus()).as(wrong.toString()).isEqualTo(302);
        entities.flush();
        entities.clear();
    }

    private MockHttpServletRequestBuilder form(String path, String... fields) {
        var request = post(path).with(signedIn(maker)).with(csrf());
        boolean says = false;
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request.param(parts[0], parts[1]);
            says |= parts[0].equals("required");
        }
        return says || !path.contains("/questions") ? request : request.param("required", "false");
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
