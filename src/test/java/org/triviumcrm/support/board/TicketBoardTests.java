package org.triviumcrm.support.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class TicketBoardTests {

    private static final Pattern CARD = Pattern.compile("class=\"board-card-name\"[^>]*>#\\d+ ([^<]*)<");
    private static final Pattern MORE = Pattern.compile("<button[^>]*hx-get=\"([^\"]*)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer manager;
    private long queue;

    @BeforeEach
    void people() {
        manager = accounts.person("service_manager", null);
        queue = queue("First line");
    }

    @Test
    void whatBreaksNextComesFirstAndOfTheOthersTheLatest() throws Exception {
        ticket("Older", "OPEN", null);
        ticket("Later", "OPEN", "2 hours");
        ticket("Broken", "OPEN", "-1 hour");
        ticket("Newer", "OPEN", null);
        ticket("Other column", "PENDING", "1 hour");
        ticket("Over", "CLOSED", null);
        assertThat(cards("/support/board/column?status=OPEN")).containsExactly("Broken", "Later", "Newer", "Older");
        assertThat(cards("/support/board")).containsExactly("Broken", "Later", "Newer", "Older", "Other column");
        assertThat(text("/support/board")).contains("1 broken");
        mvc.perform(get("/support/board/column?status=CLOSED").with(signedIn(manager)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aColumnIsReadOnFromItsLastCard() throws Exception {
        for (int i = 0; i < 45; i++) {
            ticket("Card " + i, "NEW", i < 15 ? i + " hours" : null);
        }
        String first = text("/support/board/column?status=NEW&f.queue=" + queue);
        String second = text(more(first));
        String third = text(more(second));
        assertThat(names(first)).hasSize(20).startsWith("Card 0", "Card 1").endsWith("Card 40");
        assertThat(names(second)).hasSize(20).startsWith("Card 39");
        assertThat(names(third)).hasSize(5).endsWith("Card 15");
        assertThat(third).doesNotContain("<button type=\"button\"");
        assertThat(first).contains(">45<");
    }

    @Test
    void itTakesTheFiltersOfTheList() throws Exception {
        long other = queue("Second line");
        ticket("Here", "OPEN", null);
        database.sql("update ticket set queue_id = ? where id = ?")
                .params(other, ticket("There", "OPEN", null))
                .update();
        database.sql("update ticket set owner_id = ? where id = ?")
                .params(manager.personId(), ticket("Mine", "OPEN", null))
                .update();
        String board = text("/support/board?f.queue=" + queue + "&f.status=SOLVED");
        assertThat(names(board)).containsExactly("Mine", "Here");
        assertThat(board)
                .contains("First line", "href=\"/support/tickets?f.queue=" + queue + "&amp;filters=\"")
                .contains("/support/board/column?f.queue=" + queue + "&amp;status=OPEN");
        assertThat(names(text("/support/board?f.owner=me"))).containsExactly("Mine");
        assertThat(names(text("/support/board?f.createdAt=nonsense..x"))).isEmpty();
        assertThat(text("/support/tickets?f.queue=" + queue)).contains("/support/board?f.queue=" + queue);
    }

    @Test
    void aMoveIsAChangeOfStatus() throws Exception {
        long id = ticket("Moving", "OPEN", null);
        send(post("/support/tickets/" + id + "/move").param("to", "SOLVED").header("HX-Request", "true"))
                .andExpect(status().isNoContent());
        assertThat(database.sql("select was || '-' || becomes from ticket_event where ticket_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("OPEN-SOLVED");
        send(post("/support/tickets/" + id + "/move").param("to", "NEW").header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(header().exists("X-Problem"));
        send(post("/support/tickets/" + id + "/move").param("to", "OPEN")).andExpect(redirectedUrl("/support/board"));
        mvc.perform(get("/support/tickets/" + id + "/move").with(signedIn(manager)))
                .andExpect(content().string(containsString("data-board-move=\"" + id + "\"")));
    }

    @Test
    void whoMayNotAnswerMovesNothingAndWhoSeesNothingHasEmptyColumns() throws Exception {
        ticket("Held", "OPEN", null);
        Viewer seller = accounts.representative(null);
        assertThat(text(seller, "/support/board")).contains("Held").doesNotContain("data-movable=\"true\"");
        assertThat(names(text(accounts.serviceAgent(), "/support/board"))).isEmpty();
    }

    private List<String> cards(String address) throws Exception {
        return names(text(address));
    }

    private static List<String> names(String page) {
        return CARD.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String more(String page) {
        return MORE.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();
    }

    private String text(String address) throws Exception {
        return text(manager, address);
    }

    private String text(Viewer who, String address) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(get(URI.create(address)).with(signedIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private org.springframework.test.web.servlet.ResultActions send(MockHttpServletRequestBuilder request)
            throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(csrf()).with(signedIn(manager)));
    }

    private long queue(String name) {
        return database.sql("""
                        insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), ?, 1, 'BY_HAND', now(), now()) returning id""").param(name).query(Long.class).single();
    }

    /** @param due from now on; null where nothing is promised */
    private long ticket(String name, String status, @Nullable String due) {
        return database.sql("""
                        insert into ticket (id, name, status, status_since, priority, channel, queue_id, due_at, promise, solved_at, created_at, updated_at)
                        values (nextval('ticket_seq'), :name, :status, now(), 'NORMAL', 'PHONE', :queue, now() + :due::interval,
                            case when :due like '-%' then 'BROKEN' when :due is not null then 'RUNNING' end,
                            case when :status in ('SOLVED', 'CLOSED') then now() end, now(), now()) returning id""")
                .param("name", name)
                .param("status", status)
                .param("queue", queue)
                .param("due", due, java.sql.Types.VARCHAR)
                .query(Long.class)
                .single();
    }
}
