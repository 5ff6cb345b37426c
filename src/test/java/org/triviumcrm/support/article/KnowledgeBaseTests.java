package org.triviumcrm.support.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Colleagues write down what they know: who may what, what readers get of it, and how it is found. */
@IntegrationTest
class KnowledgeBaseTests {

    private static final String PATH = "/support/articles";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    ArticleSuggestions suggestions;

    @Autowired
    ArticleReviews reviews;

    private Viewer writer;
    private Viewer editor;
    private Viewer reader;

    @BeforeEach
    void people() {
        writer = accounts.serviceAgent();
        editor = accounts.person("service_manager", null);
        reader = accounts.representative(null);
    }

    @Test
    void readersGetWhatIsPublishedAndNothingElse() throws Exception {
        long id = write("Pump stops", "First words", "INTERNAL", "EN");
        show(reader, PATH + "/" + id).andExpect(status().isNotFound());
        show(reader, PATH).andExpect(content().string(not(containsString("Pump stops"))));
        show(reader, "/search?q=pump").andExpect(content().string(not(containsString("Pump stops"))));
        publish(id, "EN");
        show(reader, PATH + "/" + id).andExpect(content().string(containsString("First words")));
        show(reader, "/search?q=pump").andExpect(content().string(containsString("Pump stops")));

        rewrite(id, "EN", "Pump stops", "Second words");
        show(reader, PATH + "/" + id)
                .andExpect(content().string(allOf(containsString("First words"), not(containsString("Second words")))));
        show(writer, PATH + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Second words"), containsString("changed since it was published"))));
        assertThat(found("second")).isEmpty();
        publish(id, "EN");
        assertThat(found("second")).containsExactly("Pump stops");

        become(editor, id, "EN", "RETIRED").andExpect(flash().attribute("notice", "support.article.became.RETIRED"));
        show(reader, PATH + "/" + id).andExpect(status().isNotFound());
        assertThat(found("second")).isEmpty();
    }

    /** Each role with what it may; the others get 403 whatever they send. */
    @ParameterizedTest
    @CsvSource({
        "service_manager, 200, 303, 303, 200",
        "service_agent, 200, 303, 403, 403",
        "sales_manager, 200, 403, 403, 403",
        "sales_representative, 200, 403, 403, 403",
        "marketing_manager, 403, 403, 403, 403"
    })
    void rolesMayWhatTheySay(String role, int reads, int writes, int publishes, int manages) throws Exception {
        Viewer person = accounts.person(role, null);
        long id = write("For colleagues", "Words", "INTERNAL", "EN");
        publish(id, "EN");
        show(person, PATH + "/" + id).andExpect(status().is(reads));
        show(person, PATH).andExpect(status().is(reads));
        show(person, PATH + "/search?q=words").andExpect(status().is(reads));
        send(
                        person,
                        post(PATH + "/" + id + "/texts/ZH")
                                .param("title", "标题")
                                .param("body", "内容")
                                .param("current", "true"))
                .andExpect(status().is(redirected(writes)));
        show(person, PATH + "/" + id + "/texts/EN/versions").andExpect(status().is(writes == 403 ? 403 : 200));
        show(person, PATH + "/" + id + "/history").andExpect(status().is(writes == 403 ? 403 : 200));
        show(person, PATH + "/feedback").andExpect(status().is(writes == 403 ? 403 : 200));
        become(person, id, "EN", "DRAFT").andExpect(status().is(redirected(publishes)));
        show(person, "/administration/article-categories").andExpect(status().is(manages));
        show(person, "/administration/help-site").andExpect(status().is(manages));
    }

    @Test
    void anArticleIsDeletedOnceReadersHaveLostItInEveryLanguage() throws Exception {
        long id = write("Pump stops", "First words", "PUBLIC", "EN");
        rewrite(id, "ZH", "水泵停转", "内容");
        publish(id, "EN");
        publish(id, "ZH");
        send(reader, post(PATH + "/" + id + "/votes").param("language", "EN").param("helpful", "true"));
        String address = PATH + "/" + id + "/deletion";
        show(editor, PATH + "/" + id).andExpect(content().string(not(containsString(address))));
        become(editor, id, "EN", "RETIRED");
        send(editor, post(address)).andExpect(flash().attribute("problem", "support.article.error.published"));
        become(editor, id, "ZH", "RETIRED");
        send(writer, post(address)).andExpect(flash().attribute("problem", "support.article.error.notYours"));
        send(reader, post(address)).andExpect(status().isForbidden());
        show(writer, PATH + "/" + id).andExpect(content().string(not(containsString(address))));
        show(editor, PATH + "/" + id).andExpect(content().string(containsString(address)));
        send(editor, post(address)).andExpect(flash().attribute("notice", "support.article.deleted"));
        show(editor, PATH + "/" + id).andExpect(status().isNotFound());
        assertThat(database.sql("select (select count(*) from article_text) + (select count(*) from article_vote)")
                        .query(Long.class)
                        .single())
                .isZero();
        long draft = write("Never published", "Words", "INTERNAL", "EN");
        send(editor, post(PATH + "/" + draft + "/deletion"))
                .andExpect(flash().attribute("notice", "support.article.deleted"));
    }

    @Test
    void whoWritesDeletesAnOwnDraftThatNobodyHasRead() throws Exception {
        long draft = write("Draft", "Words", "INTERNAL", "EN");
        String address = PATH + "/" + draft + "/deletion";
        database.sql("update article set owner_id = null where id = ?")
                .param(draft)
                .update();
        send(writer, post(address)).andExpect(flash().attribute("problem", "support.article.error.notYours"));
        show(writer, PATH + "/" + draft).andExpect(content().string(not(containsString(address))));
        database.sql("update article set owner_id = ? where id = ?")
                .params(writer.personId(), draft)
                .update();
        show(writer, PATH + "/" + draft).andExpect(content().string(containsString(address)));
        send(writer, post(address)).andExpect(flash().attribute("notice", "support.article.deleted"));
        show(writer, PATH + "/" + draft).andExpect(status().isNotFound());
    }

    private static int redirected(int status) {
        return status == 303 ? 302 : status;
    }

    @Test
    void onlyWhoMayPublishShowsWhatIsPublishedToOthers() throws Exception {
        long id = write("For colleagues", "Words", "INTERNAL", "EN");
        publish(id, "EN");
        send(writer, post(PATH + "/" + id + "/fields/audience").param("audience", "PUBLIC"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("only who may publish")));
        send(editor, post(PATH + "/" + id + "/fields/audience").param("audience", "PUBLIC"))
                .andExpect(status().is3xxRedirection());
        assertThat(one("select audience from article where id = " + id)).isEqualTo("PUBLIC");
    }

    @Test
    void aLanguageThatLagsBehindIsMarked() throws Exception {
        long id = write("Pump stops", "First words", "PUBLIC", "EN");
        rewrite(id, "ZH", "水泵停机", "内容");
        show(writer, PATH + "/" + id).andExpect(content().string(not(containsString("lags behind"))));
        rewrite(id, "EN", "Pump stops", "Second words");
        show(writer, PATH + "/" + id).andExpect(content().string(containsString("lags behind the main language")));
        show(writer, PATH + "?f.outdated=yes").andExpect(content().string(containsString("Pump stops")));
        show(writer, PATH + "/" + id + "/texts/ZH/edit").andExpect(content().string(containsString("Second words")));
        rewrite(id, "ZH", "水泵停机", "新内容");
        show(writer, PATH + "/" + id).andExpect(content().string(not(containsString("lags behind"))));
        show(writer, PATH + "?f.outdated=yes").andExpect(content().string(not(containsString("Pump stops"))));
    }

    @Test
    void whoComesSecondSeesWhatTheFirstHasWritten() throws Exception {
        long id = write("Pump stops", "Words", "INTERNAL", "EN");
        rewrite(id, "EN", "Pump stops", "Words of the first");
        send(
                        writer,
                        post(PATH + "/" + id + "/texts/EN")
                                .param("title", "Pump stops")
                                .param("body", "Words of the second")
                                .param("current", "true")
                                .param("version", "0"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("Words of the first"), containsString("Words of the second"))));
    }

    @Test
    void whoComesSecondSeesHowACategoryIsCalledNow() throws Exception {
        long id = category("Faults", null);
        for (String name : List.of("Alarms", "Errors")) {
            send(
                            editor,
                            post("/administration/article-categories/" + id)
                                    .param("nameEn", name)
                                    .param("position", "1")
                                    .param("active", "true")
                                    .param("version", "0"))
                    .andExpect(status().is(name.equals("Alarms") ? 302 : 409));
        }
        assertThat(one("select name_en from article_category where id = " + id)).isEqualTo("Alarms");
    }

    @Test
    void whoLooksAfterItIsToldOfPublishingAndOfReviews() throws Exception {
        long id = write("Pump stops", "Words", "INTERNAL", "EN");
        database.sql("update article set owner_id = ?, review_on = current_date - 1 where id = ?")
                .params(writer.personId(), id)
                .update();
        entities.clear();
        publish(id, "EN");
        reviews.remind();
        reviews.remind();
        assertThat(database.sql("select message from notice where person_id = ? order by id")
                        .param(writer.personId())
                        .query(String.class)
                        .list())
                .containsExactly("support.article.notice.published", "support.article.notice.review");
    }

    @Test
    void whatHelpsLeastAndWhyIsReadByWriters() throws Exception {
        long id = write("Pump stops", "Words", "INTERNAL", "EN");
        publish(id, "EN");
        send(reader, post(PATH + "/" + id + "/votes").param("helpful", "true"));
        send(
                reader,
                post(PATH + "/" + id + "/votes")
                        .param("helpful", "false")
                        .param("reason", "OUTDATED")
                        .param("remark", "We have the new model"));
        send(writer, post(PATH + "/" + id + "/votes").param("helpful", "true").param("reason", "WRONG"));
        send(writer, post(PATH + "/" + id + "/votes"))
                .andExpect(flash().attribute("problem", "support.vote.error.helpful"));
        assertThat(one("select helpful || ' ' || unhelpful from article where id = " + id))
                .isEqualTo("1 1");
        show(editor, PATH + "/feedback")
                .andExpect(content()
                        .string(allOf(
                                containsString("We have the new model"),
                                containsString("out of date"),
                                containsString("50 %"))));
        show(editor, PATH + "/feedback?reason=WRONG")
                .andExpect(content().string(not(containsString("We have the new model"))));
    }

    @Test
    void whatIsWrongStaysInTheForm() throws Exception {
        send(writer, post(PATH).param("title", "").param("body", "Typed").param("reviewOn", "soon"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("An article needs a title."),
                                containsString("Typed"),
                                containsString("soon"))));
        long top = category("Top", null);
        long below = category("Below", top);
        send(
                        editor,
                        post("/administration/article-categories")
                                .param("nameEn", "Third")
                                .param("parentId", "" + below)
                                .param("active", "true")
                                .param("position", "1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("two levels deep")));
        send(
                        editor,
                        post("/administration/article-categories/" + top)
                                .param("nameEn", "Top")
                                .param("parentId", "" + category("Other", null))
                                .param("active", "true")
                                .param("position", "1")
                                .param("version", "0"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void ranksTitlesAndRareWordsFirstInBothLanguages() throws Exception {
        both(
                "Emergency stop does not release",
                "Turn each red button. Then start the pump.",
                "急停后无法复位",
                "松开所有急停按钮，再启动水泵。");
        both("Reset the service counter", "Press menu. The pump may run meanwhile.", "如何复位保养计数器", "按住菜单键。水泵可以继续运行。");
        both(
                "The pump stops with alarm E-17",
                "Look at the filter of the drive and stop it.",
                "水泵报警停机",
                "检查驱动器的过滤棉，显示 E-17。");
        assertThat(found("resetting counters")).first().isEqualTo("Reset the service counter");
        assertThat(found("E-17")).containsExactly("The pump stops with alarm E-17");
        assertThat(
                        found(
                                "Good morning, since Monday the pump in line 2 stops after ten minutes and the display says E-17. Please help."))
                .first()
                .isEqualTo("The pump stops with alarm E-17");
        assertThat(found("计数器复位")).first().isEqualTo("如何复位保养计数器");
        assertThat(found("您好，从周一开始水泵运行十分钟就停机，屏幕显示 E-17")).first().isEqualTo("水泵报警停机");
        assertThat(found("急")).containsExactly("急停后无法复位");
        assertThat(found("the and of")).isEmpty();
        assertThat(found("'); drop table article; --")).isEmpty();
        assertThat(found("")).isEmpty();
        // one row for an article, in the language asked for
        assertThat(suggestions.forColleagues(writer, "E-17", ArticleLanguage.ZH, 5))
                .extracting(FoundArticle::name)
                .containsExactly("水泵报警停机");
        assertThat(suggestions.forEverybody("E-17", ArticleLanguage.EN, 5))
                .extracting(FoundArticle::name)
                .containsExactly("The pump stops with alarm E-17");
    }

    @Test
    void suggestsInATicketWhatFitsIt() throws Exception {
        database.sql("insert into help_site (active) values (true) on conflict (the_one) do update set active = true")
                .update();
        both("The pump stops with alarm E-17", "Look at the filter.", "水泵报警停机", "检查过滤棉，显示 E-17。");
        long secret = write("Pump stops: what we do", "Send the filter free of charge.", "INTERNAL", "EN");
        publish(secret, "EN");
        long ticket = ticket("Pump stops");
        show(writer, "/support/tickets/" + ticket + "/articles")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("The pump stops with alarm E-17: http://localhost/help/en/articles/"),
                                containsString("Pump stops: what we do: http://localhost/support/articles/" + secret),
                                containsString("data-insert-kind=\"NOTE\""))));
        show(writer, "/support/tickets/" + ticket + "/articles?q=过滤棉")
                .andExpect(content().string(containsString("水泵报警停机")));
        show(accounts.serviceAgent(), "/support/tickets/" + ticket + "/articles")
                .andExpect(status().isNotFound());
        show(accounts.allowed("support.ticket.view"), "/support/tickets/" + ticket + "/articles")
                .andExpect(status().isNotFound());
    }

    private long ticket(String subject) {
        long queue = database.sql("""
                        insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), 'Articles ' || nextval('ticket_queue_seq'), 1, 'BY_HAND', now(), now()) returning id""").query(Long.class).single();
        return database.sql("""
                        insert into ticket (id, name, status, status_since, priority, channel, queue_id, owner_id, created_at, updated_at)
                        values (nextval('ticket_seq'), ?, 'OPEN', now(), 'NORMAL', 'PHONE', ?, ?, now(), now()) returning id""")
                .params(subject, queue, writer.personId())
                .query(Long.class)
                .single();
    }

    private void both(String title, String body, String chineseTitle, String chineseBody) throws Exception {
        long id = write(title, body, "PUBLIC", "EN");
        rewrite(id, "ZH", chineseTitle, chineseBody);
        publish(id, "EN");
        publish(id, "ZH");
    }

    private List<String> found(String typed) {
        return suggestions.forColleagues(writer, typed, ArticleLanguage.guess(typed), 5).stream()
                .map(FoundArticle::name)
                .toList();
    }

    private long category(String name, @Nullable Long parent) throws Exception {
        send(
                        editor,
                        post("/administration/article-categories")
                                .param("nameEn", name)
                                .param("parentId", parent == null ? "" : "" + parent)
                                .param("position", "1")
                                .param("active", "true"))
                .andExpect(status().is3xxRedirection());
        return database.sql("select max(id) from article_category")
                .query(Long.class)
                .single();
    }

    private long write(String title, String body, String audience, String language) throws Exception {
        send(
                        writer,
                        post(PATH)
                                .param("title", title)
                                .param("body", body)
                                .param("language", language)
                                .param("audience", audience))
                .andExpect(status().is3xxRedirection());
        return database.sql("select max(id) from article").query(Long.class).single();
    }

    private void rewrite(long id, String language, String title, String body) throws Exception {
        String version = database.sql("select version from article_text where article_id = ? and language = ?")
                .params(id, language)
                .query(String.class)
                .optional()
                .orElse("");
        send(
                        writer,
                        post(PATH + "/" + id + "/texts/" + language)
                                .param("title", title)
                                .param("body", body)
                                .param("current", "true")
                                .param("version", version))
                .andExpect(status().is3xxRedirection());
    }

    private void publish(long id, String language) throws Exception {
        become(editor, id, language, "PUBLISHED")
                .andExpect(flash().attribute("notice", "support.article.became.PUBLISHED"));
    }

    private ResultActions become(Viewer person, long id, String language, String state) throws Exception {
        return send(
                person, post(PATH + "/" + id + "/texts/" + language + "/state").param("to", state));
    }

    private ResultActions show(Viewer person, String address) throws Exception {
        entities.flush();
        return mvc.perform(get(address).with(signedIn(person)));
    }

    private ResultActions send(Viewer person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        ResultActions answer = mvc.perform(request.with(signedIn(person)).with(csrf()));
        entities.flush();
        entities.clear();
        return answer;
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
