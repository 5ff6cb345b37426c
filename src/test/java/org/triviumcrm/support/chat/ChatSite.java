package org.triviumcrm.support.chat;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** A website that carries the sample company's chat, and the pages of its visitors. */
public final class ChatSite {

    public static final String ORIGIN = "https://www.example.com";
    public static final String KEY = "sample-token";

    private final MockMvc mvc;
    private final JdbcClient database;

    public ChatSite(MockMvc mvc, JdbcClient database) {
        this.mvc = mvc;
        this.database = database;
    }

    /** This person is a member of the sample queue, and there. */
    public void there(Viewer agent, long queueId) {
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?) on conflict do nothing")
                .params(queueId, agent.personId())
                .update();
        database.sql("""
                        insert into chat_agent (person_id, available, seen_at) values (?, true, now())
                        on conflict (person_id) do update set available = true, seen_at = now()""").param(agent.personId()).update();
    }

    public static String token() {
        byte[] bytes = new byte[32];
        new Random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public ResultActions send(String path, String token, Map<String, Object> fields) throws Exception {
        return mvc.perform(post("/chat/" + KEY + path)
                .header("Origin", ORIGIN)
                .header("X-Chat-Token", token)
                .contentType("application/json")
                .content(JsonMapper.shared().writeValueAsString(fields)));
    }

    public ResultActions begin(String token, String text) throws Exception {
        return send(
                "/talks",
                token,
                Map.of(
                        "text",
                        text,
                        "client",
                        "first-" + token.substring(0, 8),
                        "name",
                        "Ann Visitor",
                        "email",
                        "ann@visitor.example",
                        "language",
                        "en",
                        "page",
                        "https://www.example.com/prices"));
    }

    public ResultActions say(String token, String client, String text) throws Exception {
        return send("/words", token, Map.of("client", client, "text", text));
    }

    public ResultActions ask(String path, String token) throws Exception {
        return mvc.perform(get("/chat/" + KEY + path).header("Origin", ORIGIN).header("X-Chat-Token", token));
    }

    public ResultActions mayAsk(String origin) throws Exception {
        return mvc.perform(options("/chat/" + KEY + "/words")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-chat-token"));
    }

    public String words(String token) throws Exception {
        return ask("/words?after=0", token).andReturn().getResponse().getContentAsString();
    }

    /** The talk that began last. */
    public long latest() {
        return database.sql("select max(id) from chat").query(Long.class).single();
    }
}
