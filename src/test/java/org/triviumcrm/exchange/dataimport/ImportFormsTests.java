package org.triviumcrm.exchange.dataimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The forms of an import hold rows: what is wrong in one of them is said there, and everything chosen and typed stays. */
@IntegrationTest
class ImportFormsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    ImportService imports;

    @Autowired
    JdbcClient database;

    private Viewer admin;

    @BeforeEach
    void administrator() {
        admin = accounts.administrator();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void fixedValuesThatCanNotBeReadAreSaidAtTheirFields(String language) throws Exception {
        speak(language);
        long id = upload("customer", "name,city\nAcme,Leeds\n");
        String page = refused(columns(id)
                .param("columns[1].mode", "KEEP")
                .param("fixed[employees]", "a dozen")
                .param("fixed[email]", "nobody")
                .param("fixed[country]", "GB"));
        assertThat(message(page, "fixed[employees]")).contains("a dozen");
        assertThat(message(page, "fixed[email]")).contains("nobody");
        assertThat(message(page, "fixed[country]")).isEmpty();
        assertThat(Pattern.compile("\\p{IsHan}")
                        .matcher(message(page, "fixed[employees]"))
                        .find())
                .isEqualTo(language.equals("zh-CN"));
        assertThat(page)
                .containsPattern("name=\"fixed\\[employees]\" value=\"a dozen\"")
                .containsPattern("name=\"fixed\\[email]\" value=\"nobody\"")
                .containsPattern("name=\"fixed\\[country]\" value=\"GB\"")
                .containsPattern("<details[^>]* open")
                .containsPattern("(?s)name=\"columns\\[1]\\.mode\".*?<option value=\"KEEP\" selected");
        assertThat(imports.find(admin, id).plan().fixed()).as("nothing is kept").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"columns[1].field, nonsense", "columns[1].mode, NEVER", "columns[0].factor, lots"})
    void aChoiceThatThereIsNotIsRefused(String field, String value) throws Exception {
        long id = upload("customer", "name,annual_revenue\nAcme,7\n");
        String page = refused(columns(id).param(field, value).param("fixed[city]", "Leeds"));
        assertThat(page).contains("role=\"alert\"").containsPattern("name=\"fixed\\[city]\" value=\"Leeds\"");
        assertThat(imports.find(admin, id).state()).isEqualTo(ImportState.MAPPING);
    }

    @Test
    void aSheetMayHaveManyColumns() throws Exception {
        String header = IntStream.range(0, 400).mapToObj(at -> "c" + at).collect(Collectors.joining(","));
        long id = upload("customer", "name," + header + "\nAcme\n");
        send(columns(id).param("columns[400].field", "city")).andExpect(redirectedUrl("/imports/" + id));
        assertThat(imports.find(admin, id).plan().columns()).containsEntry("city", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map:x", "map:424242424242", "", "sell"})
    void anAnswerThatWasNotOfferedIsRefusedAndTheOthersStay(String wrong) throws Exception {
        long id = upload(
                "opportunity",
                "opportunity_id,sales_agent,deal_stage,amount\nA1,Nobody Known,Won,7\nA2,Somebody Else,Won,9\n");
        moveIn.toQuestions(admin, id);
        String page = refused(answers(id, wrong, "refuse"));
        assertThat(message(page, "answers[0].choice")).isEqualTo("Please choose one of these.");
        assertThat(message(page, "answers[1].choice")).isEmpty();
        assertThat(page).containsPattern("(?s)name=\"answers\\[1]\\.choice\".*?<option value=\"refuse\" selected");
        assertThat(imports.find(admin, id).state()).isEqualTo(ImportState.QUESTIONS);

        send(answers(id, "refuse", "refuse")).andExpect(redirectedUrl("/imports/" + id));
        assertThat(imports.find(admin, id).state()).isEqualTo(ImportState.CHECKING);
    }

    @Test
    void theQuestionsAreNotAskedAsIfSomethingWereWrong() throws Exception {
        long id = upload("opportunity", "opportunity_id,sales_agent,deal_stage,amount\nA1,Nobody Known,Won,7\n");
        moveIn.toQuestions(admin, id);
        String page = text(mvc.perform(get("/imports/" + id + "/questions").with(signedIn(admin))));
        assertThat(page).contains("Nobody Known").doesNotContain("is-invalid").doesNotContain("alert-danger");
    }

    private MockHttpServletRequestBuilder columns(long id) {
        return post("/imports/" + id + "/columns")
                .param("columns[0].field", "name")
                .param("columns[0].key", "true");
    }

    private static MockHttpServletRequestBuilder answers(long id, String first, String second) {
        return post("/imports/" + id + "/questions")
                .param("answers[0].field", "owner")
                .param("answers[0].value", "Nobody Known")
                .param("answers[0].choice", first)
                .param("answers[1].field", "owner")
                .param("answers[1].value", "Somebody Else")
                .param("answers[1].choice", second);
    }

    private String refused(MockHttpServletRequestBuilder request) throws Exception {
        return text(send(request).andExpect(status().isUnprocessableContent()));
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedIn(admin)));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(UTF_8);
    }

    /** What stands below a field. */
    private static String message(String page, String field) {
        Matcher place = Pattern.compile(
                        "(?s)id=\"" + Pattern.quote(field) + "-more\">(.*?)</div>\\s*(?:</div>|</td>|</label>)")
                .matcher(page);
        assertThat(place.find()).as("a place below %s in %s", field, page).isTrue();
        return place.group(1).replaceAll("<[^>]*>", "").strip();
    }

    private void speak(String language) {
        database.sql("update person set locale = ? where id = ?")
                .params(language, admin.personId())
                .update();
    }

    private long upload(String target, String file) throws Exception {
        String url = mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "file.csv", "text/csv", file.getBytes(UTF_8)))
                        .param("target", target)
                        .with(csrf())
                        .with(signedIn(admin)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(String.valueOf(url).replaceAll("\\D", ""));
    }
}
