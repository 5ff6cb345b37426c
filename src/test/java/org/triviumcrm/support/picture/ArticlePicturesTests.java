package org.triviumcrm.support.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A picture is seen by whoever reads the words that show it, and by nobody else. */
@IntegrationTest
class ArticlePicturesTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer editor;
    private Viewer reader;
    private long article;
    private String inside;

    @BeforeEach
    void anArticle() {
        company.found();
        editor = accounts.person("service_manager", null);
        reader = accounts.allowed("support.article.view");
        article = company.id("article");
        inside = "/support/articles/" + article + "/pictures";
        database.sql("delete from article_picture").update();
    }

    @Test
    void whatIsSentIsAPictureAndSaysWhatItShows() throws Exception {
        send("wire.png", PNG, " ")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("what the picture shows")));
        send("wire.png", "<script>".getBytes(), "A wire")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("or not what its name says")))
                .andExpect(content().string(containsString("value=\"A wire\"")));
        send("wire.svg", PNG, "A wire").andExpect(status().is(422));
        send("wire.txt", PNG, "A wire").andExpect(status().is(422));
        send("wire.png", new byte[0], "A wire").andExpect(content().string(containsString("choose a picture.")));
        send("wire.png", Arrays.copyOf(PNG, (5 << 20) + 1), "A wire")
                .andExpect(content().string(containsString("5 MB at most")));
        assertThat(count()).isZero();
        long id = added("A [red] wire");
        mvc.perform(get(inside).with(signedIn(editor)))
                .andExpect(content().string(containsString("![A  red  wire](picture:" + id + ")")))
                .andExpect(content().string(containsString("alt=\"A [red] wire\"")));
        mvc.perform(get(inside + "/" + id).with(signedIn(editor)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"))
                .andExpect(content().bytes(PNG))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
        String tag = database.sql("select sha256 from article_picture")
                .query(String.class)
                .single();
        mvc.perform(get(inside + "/" + id)
                        .header("If-None-Match", "\"" + tag + "\"")
                        .with(signedIn(editor)))
                .andExpect(status().isNotModified())
                .andExpect(content().bytes(new byte[0]));
        send("wire.png", PNG, "A wire", reader).andExpect(status().isForbidden());
    }

    @Test
    void isSeenByWhoeverReadsTheWords() throws Exception {
        long id = added("A wire");
        String outside = "/help/en/articles/" + article + "/pictures/" + id;
        mvc.perform(get(inside + "/" + id).with(signedIn(reader))).andExpect(status().isNotFound());
        mvc.perform(get(outside)).andExpect(status().isNotFound());
        words("See ![A wire](picture:" + id + ") and ![theirs](https://elsewhere.example/x.png)");
        mvc.perform(get(outside)).andExpect(status().isNotFound()); // not yet published
        publish("EN");
        mvc.perform(get(inside + "/" + id).with(signedIn(reader))).andExpect(status().isOk());
        mvc.perform(get("/support/articles/" + article + "?language=EN").with(signedIn(reader)))
                .andExpect(content().string(containsString("<img src=\"" + inside + "/" + id + "\" alt=\"A wire\"")))
                .andExpect(content().string(not(containsString("elsewhere.example"))));
        mvc.perform(get("/help/en/articles/" + article))
                .andExpect(content().string(containsString("<img src=\"" + outside + "\" alt=\"A wire\"")));
        mvc.perform(get(outside))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PNG))
                .andExpect(header().doesNotExist("Set-Cookie"));
        mvc.perform(get("/help/zh/articles/" + article + "/pictures/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/help/en/articles/" + (article + 1) + "/pictures/" + id))
                .andExpect(status().isNotFound());
        database.sql("update article set audience = 'INTERNAL' where id = ?")
                .param(article)
                .update();
        mvc.perform(get(outside)).andExpect(status().isNotFound());
        mvc.perform(get(inside + "/" + id).with(signedIn(reader))).andExpect(status().isOk());
    }

    @Test
    void isRemovedUnlessSomeWordsShowIt() throws Exception {
        long shown = added("Shown");
        long spare = added("Spare");
        words("![Shown](picture:" + shown + ")");
        mvc.perform(post(inside + "/" + shown + "/removal").with(csrf()).with(signedIn(editor)))
                .andExpect(flash().attribute("problem", "support.picture.error.used"));
        mvc.perform(post(inside + "/" + spare + "/removal").with(csrf()).with(signedIn(editor)))
                .andExpect(flash().attribute("notice", "support.picture.removed"));
        assertThat(count()).isEqualTo(1);
    }

    private ResultActions send(String name, byte[] bytes, String alt) throws Exception {
        return send(name, bytes, alt, editor);
    }

    private ResultActions send(String name, byte[] bytes, String alt, Viewer viewer) throws Exception {
        return mvc.perform(multipart(inside)
                .file(new MockMultipartFile("file", name, "image/png", bytes))
                .param("alt", alt)
                .with(csrf())
                .with(signedIn(viewer)));
    }

    private long added(String alt) throws Exception {
        send("wire.png", PNG, alt).andExpect(status().is3xxRedirection());
        return database.sql("select max(id) from article_picture")
                .query(Long.class)
                .single();
    }

    private long count() {
        return database.sql("select count(*) from article_picture")
                .query(Long.class)
                .single();
    }

    private void words(String body) throws Exception {
        String version = database.sql("select version::text from article_text where article_id = ? and language = 'EN'")
                .param(article)
                .query(String.class)
                .single();
        mvc.perform(post("/support/articles/" + article + "/texts/EN")
                        .param("title", "Wires")
                        .param("body", body)
                        .param("current", "true")
                        .param("version", version)
                        .with(csrf())
                        .with(signedIn(editor)))
                .andExpect(status().is3xxRedirection());
    }

    private void publish(String language) throws Exception {
        mvc.perform(post("/support/articles/" + article + "/texts/" + language + "/state")
                        .param("to", "PUBLISHED")
                        .with(csrf())
                        .with(signedIn(editor)))
                .andExpect(status().is3xxRedirection());
    }
}
