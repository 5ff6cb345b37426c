package org.triviumcrm.support.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.chat.ChatDeskService;
import org.triviumcrm.support.chat.ChatSite;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Files go both ways in a talk, to nobody else, and into what becomes of it. */
@IntegrationTest
class FilesInTalksTests {

    private static final byte[] PDF = "%PDF-1.7 leak".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    ChatDeskService desk;

    private ChatSite site;
    private Viewer agent;
    private Viewer stranger;
    private String token;
    private long chat;

    @BeforeEach
    void aTalk() throws Exception {
        company.found();
        site = new ChatSite(mvc, database);
        agent = accounts.person("service_agent", null);
        stranger = accounts.person("service_agent", null);
        site.there(agent, company.id("ticket_queue"));
        agent = accounts.viewer(agent.personId());
        token = ChatSite.token();
        database.sql("update ticket_queue set assignment = 'BY_HAND'").update();
        site.begin(token, "It leaks");
        chat = site.latest();
        desk.take(agent, chat);
    }

    @Test
    void aVisitorsFileComesOnceAndIsOnlyForThoseWhoHaveTheTalk() throws Exception {
        send(token, "leak.pdf", PDF, "client-10").andExpect(status().isNoContent());
        send(token, "leak.pdf", PDF, "client-10").andExpect(status().isNoContent());
        long file = newest();
        assertThat(count()).isEqualTo(1);
        site.ask("/words?after=2", token)
                .andExpect(jsonPath("$[0].body").value("leak.pdf"))
                .andExpect(jsonPath("$[0].file.id").value(file))
                .andExpect(jsonPath("$[0].file.size").value(PDF.length));
        site.ask("/files?file=" + file, token)
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        site.ask("/files?file=" + file, ChatSite.token()).andExpect(status().isNotFound());
        site.ask("/files?file=" + company.id("chat_file"), token).andExpect(status().isNotFound());
        String address = "/support/chats/" + chat + "/files/" + file;
        mvc.perform(get(address).with(signedIn(agent)))
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        mvc.perform(get(address).with(signedIn(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/support/chats/" + company.id("chat") + "/files/" + file)
                        .with(signedIn(company.administrator())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/support/chat").with(signedIn(agent)))
                .andExpect(content().string(containsString(address)));
    }

    @Test
    void whatMayNotBeSentIsRefusedAndTooManyAre() throws Exception {
        send(token, "run.exe", PDF, "client-11")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.reason").value("file"));
        send(token, "page.html", "<script>".getBytes(StandardCharsets.UTF_8), "client-12")
                .andExpect(status().is(422));
        send(token, "fake.pdf", "GIF8".getBytes(StandardCharsets.UTF_8), "client-13")
                .andExpect(status().is(422));
        send(token, "empty.pdf", new byte[0], "client-14").andExpect(status().is(422));
        mvc.perform(post("/chat/" + ChatSite.KEY + "/files")
                        .header("X-Chat-Token", token)
                        .contentType("multipart/form-data; boundary=x")
                        .content(new byte[22 << 20]))
                .andExpect(status().is(413));
        assertThat(count()).isZero();
        for (int i = 0; i < 10; i++) {
            send(token, "leak.pdf", PDF, "client-2" + i).andExpect(status().isNoContent());
        }
        send(token, "leak.pdf", PDF, "client-30").andExpect(status().isTooManyRequests());
        desk.end(agent, chat);
        send(token, "late.pdf", PDF, "client-31").andExpect(status().isConflict());
        send(token, "leak.pdf", PDF, "client-20").andExpect(status().isNoContent());
        assertThat(count()).isEqualTo(10);
    }

    @Test
    void anAgentsFileReachesTheVisitorUnlessItIsAmongUsAndBothGoIntoTheTicket() throws Exception {
        send(token, "leak.pdf", PDF, "client-10");
        upload(agent, "manual.pdf", false).andExpect(status().isNoContent());
        long manual = newest();
        upload(agent, "secret.pdf", true).andExpect(status().isNoContent());
        long secret = newest();
        upload(agent, "run.exe", false)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("invalid-feedback")));
        upload(stranger, "leak.pdf", true).andExpect(status().isNotFound());
        site.ask("/files?file=" + manual, token).andExpect(content().bytes(PDF));
        site.ask("/files?file=" + secret, token).andExpect(status().isNotFound());
        site.ask("/words", token).andExpect(content().string(not(containsString("secret.pdf"))));
        mvc.perform(post("/support/chats/" + chat + "/ticket")
                        .param("name", "Leak")
                        .param("queueId", Long.toString(company.id("ticket_queue")))
                        .param("priority", "NORMAL")
                        .param("mine", "true")
                        .with(csrf())
                        .with(signedIn(agent)))
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("""
                        select m.kind || ' ' || f.name || ' ' || f.size_bytes || ' ' || length(p.bytes) from chat c join ticket_message m on m.ticket_id = c.ticket_id
                        join ticket_file f on f.message_id = m.id join ticket_file_chunk p on p.file_id = f.id where c.id = ? order by f.id""").param(chat).query(String.class).list())
                .containsExactly("INBOUND leak.pdf 13 13", "REPLY manual.pdf 13 13", "NOTE secret.pdf 13 13");
    }

    private ResultActions send(String token, String name, byte[] bytes, String client) throws Exception {
        return mvc.perform(multipart("/chat/" + ChatSite.KEY + "/files")
                .file(new MockMultipartFile("file", name, "application/pdf", bytes))
                .param("client", client)
                .content(new byte[1]) // a length that is known
                .header("Origin", ChatSite.ORIGIN)
                .header("X-Chat-Token", token));
    }

    private ResultActions upload(Viewer viewer, String name, boolean note) throws Exception {
        return mvc.perform(multipart("/support/chats/" + chat + "/files")
                .file(new MockMultipartFile("file", name, "application/pdf", PDF))
                .param("note", Boolean.toString(note))
                .header("HX-Request", "true")
                .with(csrf())
                .with(signedIn(viewer)));
    }

    private long newest() {
        return database.sql("select max(id) from chat_file").query(Long.class).single();
    }

    private int count() {
        return database.sql("select count(*) from chat_file where chat_id = ?")
                .param(chat)
                .query(Integer.class)
                .single();
    }
}
