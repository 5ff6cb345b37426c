package org.triviumcrm.support.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The public site: what everybody may read is all that anybody learns from it. */
@IntegrationTest
class PublicHelpTests {

    /** Stands in each text that nobody outside may read. */
    private static final String SECRET = "Qzsecret";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer editor;
    private long shown;
    private long category;

    @BeforeEach
    void site() throws Exception {
        editor = accounts.person("service_manager", null);
        send("/administration/help-site", "active=true", "nameEn=Acme help", "nameZh=帮助中心");
        category = category("Faults", "故障", "true");
        shown = article("Pump stops with E-17", "Look at the filter of the **drive**.", "PUBLIC", category);
        text(shown, "ZH", "水泵停机 E-17", "请检查驱动器的过滤棉。");
        publish(shown, "EN");
        publish(shown, "ZH");
    }

    @Test
    void everybodyReadsWhatIsPublicInTheirLanguage() throws Exception {
        mvc.perform(get("/help").header("Accept-Language", "zh-CN,zh;q=0.9")).andExpect(redirectedUrl("/help/zh"));
        mvc.perform(get("/help").header("Accept-Language", "fr")).andExpect(redirectedUrl("/help/en"));
        assertThat(page("/help/en")).contains("Acme help", "Faults", "1 article", "Pump stops with E-17");
        assertThat(page("/help/zh")).contains("帮助中心", "故障", "水泵停机 E-17", "lang=\"zh-CN\"");
        assertThat(page("/help/en/categories/" + category)).contains("<h1>Faults</h1>", "Pump stops with E-17");
        assertThat(page("/help/en/articles/" + shown))
                .contains(
                        "<title>Pump stops with E-17 · Acme help</title>",
                        "Look at the filter of the <strong>drive</strong>.",
                        "<meta name=\"description\" content=\"Look at the filter of the drive.\">",
                        "rel=\"canonical\" href=\"http://localhost/help/en/articles/" + shown,
                        "hreflang=\"zh-CN\" href=\"http://localhost/help/zh/articles/" + shown);
        assertThat(page("/help/en/search?q=filters")).contains("<mark>filter</mark>", "noindex");
        assertThat(page("/help/zh/search?q=过滤棉")).contains("<mark>过滤棉</mark>", "水泵停机");
        assertThat(page("/help/zh/search?q=filter")).doesNotContain("Pump stops");
    }

    /** Whatever is asked: nothing internal, no draft, nothing retired, no other record, no cookie, no token, no name of a colleague. */
    @Test
    void nothingElseIsTold() throws Exception {
        List<Long> hidden = new ArrayList<>();
        long inside = article(SECRET + " inside", SECRET, "INTERNAL", category);
        publish(inside, "EN");
        hidden.add(inside);
        hidden.add(article(SECRET + " draft", SECRET, "PUBLIC", category));
        long retired = article(SECRET + " retired", SECRET, "PUBLIC", category);
        publish(retired, "EN");
        become(retired, "EN", "RETIRED");
        hidden.add(retired);
        long withdrawn = article(SECRET + " withdrawn", SECRET, "PUBLIC", category);
        publish(withdrawn, "EN");
        become(withdrawn, "EN", "DRAFT");
        hidden.add(withdrawn);
        long half = article("Published in English alone", "Words", "PUBLIC", category);
        publish(half, "EN");
        text(half, "ZH", SECRET + " 草稿", SECRET);
        text(shown, "EN", "Pump stops with E-17", "Look at the filter. " + SECRET + " is being written.");
        long closed = category(SECRET + " closed", SECRET, "false");
        long filed = article("Filed under a closed category", "Words", "PUBLIC", closed);
        publish(filed, "EN");
        long empty = category(SECRET + " empty", SECRET, "true");

        List<String> addresses = new ArrayList<>(List.of(
                "/help/en",
                "/help/zh",
                "/help/en/search?q=" + SECRET,
                "/help/zh/search?q=" + SECRET,
                "/help/en/search?q=filter",
                "/help/en/categories/" + category,
                "/help/zh/categories/" + category,
                "/help/en/articles/" + shown,
                "/help/en/articles/" + half,
                "/help/en/articles/" + filed,
                "/help/en/articles/" + shown + "?voted=no"));
        for (String address : addresses) {
            assertThat(page(address).replace("value=\"" + SECRET + "\"", "").replace("“" + SECRET + "”", ""))
                    .as(address)
                    .doesNotContain(SECRET, "_csrf", editor.name(), "/support/", "/administration/");
        }
        hidden.forEach(id -> List.of("en", "zh").forEach(tag -> missing("/help/" + tag + "/articles/" + id)));
        missing("/help/zh/articles/" + half);
        missing("/help/en/articles/999999999");
        missing("/help/en/categories/" + closed);
        missing("/help/en/categories/" + empty);
        missing("/help/en/categories/999999999");
        for (long id : hidden) {
            mvc.perform(post("/help/en/articles/" + id + "/votes").param("helpful", "true"))
                    .andExpect(status().isNotFound());
        }
        assertThat(database.sql("select count(*) from article_vote")
                        .query(Long.class)
                        .single())
                .isZero();
        // a colleague who is signed in gets the same there
        mvc.perform(get("/help/en/articles/" + inside).with(signedIn(editor))).andExpect(status().isNotFound());
        mvc.perform(get("/help/fr")).andExpect(status().isNotFound());
    }

    @Test
    void isNotThereWhileItIsOff() throws Exception {
        send("/administration/help-site", "_active=on", "nameEn=Acme help");
        for (String address : List.of(
                "/help",
                "/help/en",
                "/help/en/search?q=pump",
                "/help/en/categories/" + category,
                "/help/en/articles/" + shown)) {
            MockHttpServletResponse answer =
                    mvc.perform(get(address)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(address).isEqualTo(404);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("Pump", "Acme", "Faults");
        }
        mvc.perform(post("/help/en/articles/" + shown + "/votes").param("helpful", "true"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aReaderVotesOnceAndSaysWhy() throws Exception {
        vote("10.0.0.1", "One", "helpful=false", "reason=UNCLEAR", "remark=Which filter?")
                .andReturn();
        vote("10.0.0.1", "One", "helpful=false", "reason=OUTDATED");
        vote("10.0.0.1", "Two", "helpful=true");
        vote("10.0.0.2", "One", "helpful=true", "reason=WRONG");
        assertThat(database.sql("select helpful || ' ' || unhelpful from article where id = ?")
                        .param(shown)
                        .query(String.class)
                        .single())
                .isEqualTo("2 1");
        assertThat(database.sql("select string_agg(coalesce(reason, '-'), ' ' order by id) from article_vote")
                        .query(String.class)
                        .single())
                .isEqualTo("OUTDATED - -");
        assertThat(database.sql("select string_agg(reader, ' ') from article_vote")
                        .query(String.class)
                        .single())
                .doesNotContain("10.0.0");
        for (String wrong : List.of("helpful=maybe", "reason=WRONG", "helpful=false&reason=NONE")) {
            vote("10.0.0.3", "One", wrong.split("&"))
                    .andExpect(redirectedUrl("/help/en/articles/" + shown + "?voted=wrong#vote"));
        }
        vote("10.0.0.3", "One", "helpful=false", "remark=" + "x".repeat(1001))
                .andExpect(redirectedUrl("/help/en/articles/" + shown + "?voted=wrong#vote"));
    }

    @Test
    void manyVotesFromOnePlaceAreNobodysOpinion() throws Exception {
        for (int i = 0; i < 20; i++) {
            vote("10.0.0.9", "Browser " + i, "helpful=false");
        }
        vote("10.0.0.9", "Browser 20", "helpful=false")
                .andExpect(redirectedUrl("/help/en/articles/" + shown + "?voted=later#vote"));
        assertThat(page("/help/en/articles/" + shown + "?voted=later")).contains("Too many answers");
        assertThat(database.sql("select unhelpful from article where id = ?")
                        .param(shown)
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    private org.springframework.test.web.servlet.ResultActions vote(String address, String browser, String... fields)
            throws Exception {
        var request = post("/help/en/articles/" + shown + "/votes")
                .header("User-Agent", browser)
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                });
        for (String field : fields) {
            request.param(field.split("=")[0], field.split("=")[1]);
        }
        return mvc.perform(request).andExpect(status().is3xxRedirection());
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(answer.getCookies()).as(address).isEmpty();
        assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void missing(String address) {
        try {
            MockHttpServletResponse answer = mvc.perform(get(address))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("<main")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(address)
                    .doesNotContain(SECRET);
            assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long category(String english, String chinese, String active) throws Exception {
        send(
                "/administration/article-categories",
                "nameEn=" + english,
                "nameZh=" + chinese,
                "position=1",
                "active=" + active);
        return newest("article_category");
    }

    private long article(String title, String body, String audience, long category) throws Exception {
        send(
                "/support/articles",
                "title=" + title,
                "body=" + body,
                "language=EN",
                "audience=" + audience,
                "articleCategoryId=" + category);
        return newest("article");
    }

    private void text(long id, String language, String title, String body) throws Exception {
        String version = database.sql("select version from article_text where article_id = ? and language = ?")
                .params(id, language)
                .query(String.class)
                .optional()
                .orElse("");
        send(
                "/support/articles/" + id + "/texts/" + language,
                "title=" + title,
                "body=" + body,
                "current=true",
                "version=" + version);
    }

    private void publish(long id, String language) throws Exception {
        become(id, language, "PUBLISHED");
    }

    private void become(long id, String language, String state) throws Exception {
        send("/support/articles/" + id + "/texts/" + language + "/state", "to=" + state);
    }

    private void send(String address, String... fields) throws Exception {
        var request = post(address).with(signedIn(editor)).with(csrf());
        for (String field : fields) {
            request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        mvc.perform(request).andExpect(status().is3xxRedirection());
        entities.flush();
        entities.clear();
    }

    private long newest(String table) {
        return database.sql("select max(id) from " + table).query(Long.class).single();
    }
}
