package org.triviumcrm.support.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.chat.ChatSite;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What a visitor's page can do, what it can't, and what becomes of what is sent twice, late or too often. */
@IntegrationTest
class VisitorTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    EntityManager entities;

    private ChatSite site;
    private Viewer agent;

    @BeforeEach
    void aWebsite() {
        company.found();
        site = new ChatSite(mvc, database);
        agent = accounts.person("service_agent", null);
        site.there(agent, company.id("ticket_queue"));
    }

    @Test
    void onlyWebsitesThatAreNamedMayAskAndNoCookieIsSet() throws Exception {
        site.mayAsk(ChatSite.ORIGIN)
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", ChatSite.ORIGIN))
                .andExpect(header().doesNotExist("Access-Control-Allow-Credentials"));
        site.mayAsk("https://evil.example").andExpect(status().isForbidden());
        mvc.perform(get("/chat/sample-token/settings").header("Origin", "https://www.example.com.evil.example"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/chat/nothing/settings").header("Origin", ChatSite.ORIGIN))
                .andExpect(status().isForbidden());
        mvc.perform(get("/chat/nothing/settings")).andExpect(status().isNotFound());
        site.ask("/settings?language=zh-CN", ChatSite.token())
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("SESSION"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(jsonPath("$.open").value(true))
                .andExpect(jsonPath("$.language").value("zh-CN"))
                .andExpect(jsonPath("$.texts.SEND").value("发送"));
        mvc.perform(get("/chat/sample-token/widget.js"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/javascript"))
                .andExpect(header().string("Cache-Control", containsString("public")));
    }

    @Test
    void whatIsSentTwiceIsSaidOnceAndInItsOrder() throws Exception {
        String token = ChatSite.token();
        site.begin(token, "Hello <b>there</b>").andExpect(status().isNoContent());
        long chat = site.latest();
        site.begin(token, "Hello <b>there</b>").andExpect(status().isNoContent());
        assertThat(site.latest()).isEqualTo(chat);
        site.say(token, "client-02", "second").andExpect(status().isNoContent());
        site.say(token, "client-03", "third").andExpect(status().isNoContent());
        site.say(token, "client-02", "second").andExpect(status().isNoContent());
        assertThat(database.sql("select body from chat_message where chat_id = ? and kind = 'VISITOR' order by seq")
                        .param(chat)
                        .query(String.class)
                        .list())
                .containsExactly("Hello <b>there</b>", "second", "third");
        assertThat(database.sql("select count(*) = max(seq) from chat_message where chat_id = ?")
                        .param(chat)
                        .query(Boolean.class)
                        .single())
                .as("without a gap")
                .isTrue();
        site.ask("/words?after=1", token)
                .andExpect(jsonPath("$[0].seq").value(2))
                .andExpect(jsonPath("$[?(@.body == 'third')].client").value("client-03"));
        site.ask("/words", ChatSite.token()).andExpect(status().isNotFound());
        site.ask("/words", "short").andExpect(status().isNotFound());
        mvc.perform(get("/chat/sample-token/words")).andExpect(status().isNotFound());
    }

    @Test
    void whatArrivesAfterTheEndIsRefusedUnlessItWasSaidBefore() throws Exception {
        String token = ChatSite.token();
        site.begin(token, "Hello");
        site.say(token, "client-02", "before").andExpect(status().isNoContent());
        answer(site.latest());
        site.send("/end", token, Map.of()).andExpect(status().isNoContent());
        site.send("/end", token, Map.of()).andExpect(status().isNoContent());
        site.say(token, "client-02", "before").andExpect(status().isNoContent());
        site.say(token, "client-03", "late")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason").value("ended"));
        assertThat(state(site.latest())).isEqualTo("ENDED VISITOR");
        site.send("/rating", token, Map.of("rating", 6)).andExpect(status().is(422));
        site.send("/rating", token, Map.of("rating", 4, "remark", "fine")).andExpect(status().isNoContent());
        site.send("/rating", token, Map.of("rating", 5)).andExpect(status().isNoContent());
        assertThat(database.sql("select rating || ' ' || remark from chat where id = ?")
                        .param(site.latest())
                        .query(String.class)
                        .single())
                .isEqualTo("5 fine");
    }

    @Test
    void whatIsWrongIsSaidAndTooMuchIsRefused() throws Exception {
        String token = ChatSite.token();
        site.send("/talks", token, Map.of("text", " ", "client", "client-01")).andExpect(status().is(422));
        site.send("/talks", token, Map.of("text", "Hi", "client", "client-01", "email", "not one"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.reason").value("email"));
        site.send("/talks", token, Map.of("text", "x".repeat(2001), "client", "client-01"))
                .andExpect(status().is(422));
        database.sql("update chat_widget set asks_name = 'REQUIRED' where token = 'sample-token'")
                .update();
        entities.clear();
        site.send("/talks", token, Map.of("text", "Hi", "client", "client-01"))
                .andExpect(jsonPath("$.reason").value("name"));
        site.begin(token, "Hi\0 \uD800there").andExpect(status().isNoContent());
        for (int i = 0; i < 40; i++) {
            site.say(token, "client-1" + i, "word " + i).andExpect(status().isNoContent());
        }
        site.say(token, "client-99", "one too many").andExpect(status().isTooManyRequests());
        for (int i = 0; i < 29; i++) {
            site.begin(ChatSite.token(), "Hi");
        }
        site.begin(ChatSite.token(), "Hi").andExpect(status().isTooManyRequests());
    }

    @Test
    void whatIsWrittenWhileNobodyIsThereBecomesATicketOnce() throws Exception {
        database.sql("update chat_agent set seen_at = now() - interval '10 minutes'")
                .update();
        String mark = ChatSite.token();
        site.ask("/settings", mark).andExpect(jsonPath("$.open").value(false));
        site.begin(mark, "Anybody?")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason").value("closed"));
        Map<String, Object> letter =
                Map.of("text", "The pump leaks.\nPlease call.", "email", "ann@visitor.example", "name", "Ann");
        site.send("/letters", mark, Map.of("text", "Without an address")).andExpect(status().is(422));
        site.send("/letters", mark, letter).andExpect(status().isNoContent());
        site.send("/letters", mark, letter).andExpect(status().isNoContent());
        assertThat(database.sql("""
                        select t.name || ' | ' || t.channel || ' | ' || m.kind || ' | ' || m.author_email from ticket t join ticket_message m on m.ticket_id = t.id
                        where t.requester_email = 'ann@visitor.example'""").query(String.class).list())
                .containsExactly("The pump leaks. | CHAT | INBOUND | ann@visitor.example");
        assertThat(database.sql(
                                "select name || ' | ' || end_reason || ' | ' || outcome from chat where end_reason = 'OFFLINE'")
                        .query(String.class)
                        .list())
                .as("it stands among the talks, once")
                .hasSize(1)
                .allSatisfy(talk -> assertThat(talk).endsWith(" | OFFLINE | TICKET"));
    }

    @Test
    void whatEverybodyMayReadIsOfferedAndWhoeverIsHelpedNeedsNobody() throws Exception {
        String token = ChatSite.token();
        site.begin(token, "Sample words");
        long chat = site.latest();
        Map<String, Object> asked = Map.of("text", "I look for sample words", "language", "en");
        helpSite(false);
        site.send("/articles", token, asked)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(0));
        site.ask("/settings", token).andExpect(jsonPath("$.suggests").value(false));
        helpSite(true);
        site.ask("/settings", token).andExpect(jsonPath("$.suggests").value(true));
        long article = company.id("article");
        site.send("/articles", token, asked)
                .andExpect(jsonPath("$[0].id").value(article))
                .andExpect(jsonPath("$[0].path").value("/help/en/articles/" + article))
                .andExpect(header().doesNotExist("Set-Cookie"));
        site.send("/articles", token, Map.of("text", "I look for sample words", "language", "zh-CN"))
                .andExpect(jsonPath("$.length()").value(0));
        site.send("/articles", token, Map.of("text", " "))
                .andExpect(jsonPath("$.length()").value(0));
        database.sql("update article set audience = 'INTERNAL' where id = ?")
                .param(article)
                .update();
        site.send("/articles", token, asked).andExpect(jsonPath("$.length()").value(0));
        database.sql("update article set audience = 'PUBLIC' where id = ?")
                .param(article)
                .update();
        site.send("/helped", token, Map.of("article", article, "language", "en"))
                .andExpect(status().isNoContent());
        site.send("/helped", token, Map.of("article", 999_999)).andExpect(status().isNoContent());
        assertThat(state(chat)).isEqualTo("ENDED HELPED");
        assertThat(database.sql("select count(*) from ticket t join chat c on c.ticket_id = t.id where c.id = ?")
                        .param(chat)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from article_vote where article_id = ? and helpful")
                        .param(article)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        site.send("/helped", ChatSite.token(), Map.of()).andExpect(status().isNotFound());
        String answered = ChatSite.token();
        site.begin(answered, "Hello");
        long second = site.latest();
        answer(second);
        site.send("/helped", answered, Map.of()).andExpect(status().isNoContent());
        assertThat(state(second)).isEqualTo("ENDED VISITOR");
        for (int i = 0; i < 60; i++) {
            site.send("/articles", token, asked);
        }
        site.send("/articles", token, asked).andExpect(status().isTooManyRequests());
        database.sql("update chat_widget set suggests = false").update();
        entities.clear();
        site.ask("/settings", token).andExpect(jsonPath("$.suggests").value(false));
    }

    @Test
    void theTranscriptGoesOnceAndOnlyAfterAnAnswer() throws Exception {
        String token = ChatSite.token();
        site.begin(token, "Hello");
        long chat = site.latest();
        site.send("/transcript", token, Map.of("email", "ann@visitor.example")).andExpect(status().isConflict());
        assertThat(database.sql("select count(*) from chat_letter")
                        .query(Long.class)
                        .single())
                .isZero();
        answer(chat);
        site.send("/transcript", token, Map.of("email", "nobody")).andExpect(status().is(422));
    }

    private void helpSite(boolean active) throws Exception {
        mvc.perform(post("/administration/help-site")
                        .param("active", Boolean.toString(active))
                        .param("nameEn", "Help")
                        .param("nameZh", "帮助")
                        .with(signedIn(company.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private void answer(long chat) {
        database.sql("update chat set answered_at = now() where id = ?")
                .param(chat)
                .update();
    }

    private String state(long chat) {
        return database.sql("select state || ' ' || end_reason from chat where id = ?")
                .param(chat)
                .query(String.class)
                .single();
    }
}
